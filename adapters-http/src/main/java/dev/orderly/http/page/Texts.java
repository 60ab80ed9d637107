package dev.orderly.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the pages around an order, in one language. A language is a resource {@code texts_LANGUAGE.properties}
 * beside this class and a line of the resource {@code languages}; both are read by this class itself, as the module path
 * demands. Immutable.
 */
public final class Texts {

    /** The languages of the pages, as ISO 639 codes, in the order in which the visitor chooses among them. */
    public static final List<String> LANGUAGES =
            resource("languages").lines().map(String::strip).toList();

    private static final Map<String, Texts> ALL = load();

    private final Locale locale;
    private final Properties sentences;
    private final Map<String, String> withoutPlaceholders = new ConcurrentHashMap<>();

    private Texts(String language) {
        locale = Locale.forLanguageTag(language);
        sentences = new Properties();
        try {
            sentences.load(new StringReader(resource("texts_" + language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Texts.class.getResourceAsStream(name)) {
            return new String(require(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static InputStream require(@Nullable InputStream file, String name) {
        if (file == null) {
            throw new IllegalStateException(name + " is missing in the jar");
        }
        return file;
    }

    private static Map<String, Texts> load() {
        Map<String, Texts> all = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> all.put(language, new Texts(language)));
        return Map.copyOf(all);
    }

    /** The texts in a language; in English where the pages do not have it. */
    public static Texts of(String language) {
        Texts texts = ALL.get(language);
        return texts == null ? ALL.getOrDefault("en", new Texts("en")) : texts;
    }

    /** The language's locale. */
    public Locale locale() {
        return locale;
    }

    /**
     * A sentence.
     *
     * @param key its name in the properties
     * @param values the values of its placeholders <code>{0}</code>, <code>{1}</code> and so on
     * @throws IllegalArgumentException if there is no such sentence
     */
    public String get(String key, Object... values) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("the pages have no text \"" + key + "\" in " + locale);
        }
        return values.length == 0
                ? withoutPlaceholders.computeIfAbsent(key, k -> new MessageFormat(sentence, locale).format(values))
                : new MessageFormat(sentence, locale).format(values);
    }

    /** The label of a role; its name where the pages have no label for it. */
    String role(String role) {
        String key = "role." + role;
        return sentences.getProperty(key) == null ? role : get(key);
    }

    /** The names of all sentences. */
    Set<String> keys() {
        return sentences.stringPropertyNames();
    }
}
