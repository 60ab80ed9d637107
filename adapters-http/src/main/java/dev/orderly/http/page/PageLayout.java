package dev.orderly.http.page;

import java.util.List;
import java.util.Locale;

/**
 * The frame of each page.
 *
 * @param base the path under which the pages are, with a slash at its end
 * @param texts the texts of the page
 * @param live whether the page of an order can receive changes
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
     * @param value the value that is sent
     * @param label the label that is shown
     */
    public record Choice(String value, String label) {}
}
