package dev.orderly.workflow;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One text in any number of languages.
 *
 * @param byLanguage the texts by ISO 639 language code, such as {@code pl}; none blank; unmodifiable and sorted by code
 */
public record LocalText(Map<String, String> byLanguage) {

    /** A text in no language. */
    public static final LocalText EMPTY = new LocalText(Map.of());

    public LocalText {
        byLanguage.forEach((language, text) -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("the text in \"" + language + "\" is blank");
            }
        });
        byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    }

    /** A text in one language; {@link #with} adds others. */
    public static LocalText of(String language, String text) {
        return new LocalText(Map.of(language, text));
    }

    /** This text with one more language, or with another text for a language that it has. */
    public LocalText with(String language, String text) {
        Map<String, String> more = new TreeMap<>(byLanguage);
        more.put(language, text);
        return new LocalText(more);
    }

    /** The text in exactly this language. */
    public Optional<String> textIn(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /** The text in this language, or else in English, or else in any language, or else the given one. */
    public String textOr(String language, String otherwise) {
        String text = byLanguage.get(language);
        if (text == null) {
            text = byLanguage.get("en");
        }
        if (text == null && !byLanguage.isEmpty()) {
            text = byLanguage.values().iterator().next();
        }
        return text == null ? otherwise : text;
    }

    /** Whether there is a text in no language. */
    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }
}
