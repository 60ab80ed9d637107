package dev.orderly.mail.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of each language that replies need: the phrases by which mail programs begin a quotation or an automatic
 * reply, and the sentences of a comment about files that were not kept. A language is a resource
 * {@code LANGUAGE.properties} beside this class and a line of the resource {@code languages}.
 */
final class ReplyTexts {

    private static final String ENGLISH = "en";
    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
    private static final Map<String, Properties> BY_LANGUAGE = load();

    private ReplyTexts() {}

    /** A text in a language, or in English where the language is not one of the library's. */
    static String in(String language, String key) {
        Properties texts = BY_LANGUAGE.get(Locale.forLanguageTag(language).getLanguage());
        String text = texts == null ? null : texts.getProperty(key);
        return text == null ? english(key) : text;
    }

    /**
     * The phrases of all languages under some keys, as one group of a regular expression that matches any of them, or
     * nothing if there are none.
     *
     * @param keys the keys, each with phrases that are separated by bars
     */
    static String anyOf(String... keys) {
        String phrases = BY_LANGUAGE.values().stream()
                .flatMap(texts -> Stream.of(keys).map(key -> texts.getProperty(key, "")))
                .flatMap(BAR::splitAsStream)
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return phrases.isEmpty() ? "(?!)" : "(?:" + phrases + ")";
    }

    private static String english(String key) {
        Properties texts = BY_LANGUAGE.get(ENGLISH);
        String text = texts == null ? null : texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("replies have no text \"" + key + "\" in English");
        }
        return text;
    }

    private static Map<String, Properties> load() {
        Map<String, Properties> all = new LinkedHashMap<>();
        resource("languages").lines().map(String::strip).forEach(language -> all.put(language, texts(language)));
        return Collections.unmodifiableMap(all);
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(resource(language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The text of a resource, by this class, since a class loader finds none in a package that its module does not open. */
    private static String resource(String name) {
        try (InputStream in = ReplyTexts.class.getResourceAsStream(name)) {
            return new String(require(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static InputStream require(@Nullable InputStream in, String name) {
        if (in == null) {
            throw new IllegalStateException(name + " is missing in the jar");
        }
        return in;
    }
}
