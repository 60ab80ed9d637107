package dev.orderly.mail;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a language of mails and replies lacks compared with English, as lines for people. The texts of a preset's
 * events are not among it: a preset has them in its own two languages, and every other language has general ones.
 */
final class LanguageGaps {

    /** Grammar that not every language has; all other texts must not be empty. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("quote-opening", "quote-date-word", "quote-written-by");

    private static final Pattern PLACE = Pattern.compile("\\{\\d+");
    private static final Pattern LANGUAGE_FILE =
            Pattern.compile("(?:texts/any/([a-z]+)/.*|(?:texts/words|inbound)/([a-z]+)\\.properties)");

    private final Path folder;
    private final List<String> index;
    private final List<String> gaps = new ArrayList<>();

    private LanguageGaps(Path folder) throws IOException {
        this.folder = folder;
        this.index = Files.readAllLines(folder.resolve("texts/index"));
    }

    /**
     * The gaps of some languages and of every other that the resources know.
     *
     * @param folder the resources of {@code dev.orderly.mail}
     */
    static List<String> in(Path folder, List<String> expected) throws IOException {
        LanguageGaps gaps = new LanguageGaps(folder);
        List<String> listed = Files.readAllLines(folder.resolve("inbound/languages"));
        Set<String> all = new TreeSet<>(expected);
        all.addAll(listed);
        List<String> files = gaps.files();
        for (String file : files) {
            Matcher path = LANGUAGE_FILE.matcher(file);
            if (path.matches()) {
                all.add(path.group(1) == null ? path.group(2) : path.group(1));
            }
        }
        for (String language : all) {
            if (!listed.contains(language)) {
                gaps.add(language, "inbound/languages does not list it");
            }
            for (String english : files) {
                String own = own(english, language);
                if (!own.isEmpty()) {
                    gaps.compare(language, english, own);
                }
            }
        }
        return gaps.gaps;
    }

    /** The path of a language's own version of an English file; empty for files that are in no language. */
    private static String own(String english, String language) {
        Matcher path = LANGUAGE_FILE.matcher(english);
        if (path.matches() && "en".equals(path.group(1))) {
            return english.replace("texts/any/en/", "texts/any/" + language + "/");
        }
        return path.matches() && "en".equals(path.group(2))
                ? english.replace("/en.properties", "/" + language + ".properties")
                : "";
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private void compare(String language, String english, String own) throws IOException {
        if (!Files.exists(folder.resolve(own))) {
            add(language, own + " is missing");
        } else if (own.endsWith(".properties")) {
            compareKeys(language, english, own);
        }
        if (own.startsWith("texts/") && !index.contains(own.substring("texts/".length()))) {
            add(language, "texts/index does not list " + own.substring("texts/".length()));
        }
    }

    private void compareKeys(String language, String english, String own) throws IOException {
        Properties model = read(english);
        Properties texts = read(own);
        for (String key : new TreeSet<>(model.stringPropertyNames())) {
            String text = texts.getProperty(key);
            if (text == null || (text.isBlank() && !MAY_BE_EMPTY.contains(key))) {
                add(language, own + " lacks " + key + " (English: " + model.getProperty(key) + ")");
            } else if (!places(text).equals(places(model.getProperty(key)))) {
                add(language, key + " has the places " + places(text) + ", English " + places(model.getProperty(key)));
            }
        }
        Set<String> unknown = new TreeSet<>(texts.stringPropertyNames());
        unknown.removeAll(model.stringPropertyNames());
        unknown.forEach(key -> add(language, own + " has " + key + ", which English has not"));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(place -> place + "}")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }

    private void add(String language, String gap) {
        gaps.add(language + ": " + gap);
    }
}
