package dev.orderly.http.page;

import java.util.List;
import java.util.Locale;

/**
 * What every page has around its content.
 *
 * @param base the path under which the pages are, with a slash at its end
 * @param texts what the page says
 * @param live whether the page of an order can hear of changes
 */
public record PageLayout(String base, Texts texts, boolean live) {

    private static final List<Choice> LANGUAGES = Texts.LANGUAGES.stream()
            .map(code -> {
                Locale locale = Locale.forLanguageTag(code);
                return new Choice(code, locale.getDisplayLanguage(locale));
            })
            .toList();

    /** The ISO 639 code of the page's language. */
    public String language() {
        return texts.locale().getLanguage();
    }

    /** The languages that the visitor can choose. */
    public List<Choice> languages() {
        return LANGUAGES;
    }

    /**
     * One of several.
     *
     * @param value what is sent
     * @param label what people read
     */
    public record Choice(String value, String label) {}
}
