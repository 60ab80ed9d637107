package dev.orderly.http.page;

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

/** Everything that a language of the pages lacks compared with English, as lines for people. */
final class TextGaps {

    private static final Pattern FILE = Pattern.compile("texts_([a-z]+)\\.properties");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+");

    private final Path folder;
    private final List<String> gaps = new ArrayList<>();

    private TextGaps(Path folder) {
        this.folder = folder;
    }

    /** The gaps of some languages, and of all others that a folder of resources has a file for or lists. */
    static List<String> in(Path folder, List<String> expected) throws IOException {
        TextGaps gaps = new TextGaps(folder);
        List<String> listed = Files.readAllLines(folder.resolve("languages"));
        Set<String> all = new TreeSet<>(expected);
        all.addAll(listed);
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .forEach(name -> all.add(name.group(1)));
        }
        for (String language : all) {
            if (!listed.contains(language)) {
                gaps.add(language, "the resource \"languages\" does not list it");
            }
            gaps.compare(language, "texts_" + language + ".properties");
        }
        return gaps.gaps;
    }

    private void compare(String language, String file) throws IOException {
        if (!Files.exists(folder.resolve(file))) {
            add(language, file + " is missing");
            return;
        }
        Properties english = read("texts_en.properties");
        Properties own = read(file);
        for (String key : new TreeSet<>(english.stringPropertyNames())) {
            String text = own.getProperty(key, "");
            if (text.isBlank()) {
                add(language, file + " lacks " + key + " (English: " + english.getProperty(key) + ")");
            } else if (!places(text).equals(places(english.getProperty(key)))) {
                add(
                        language,
                        key + " has the places " + places(text) + ", English " + places(english.getProperty(key)));
            }
            if (text.replace("''", "").contains("'")) {
                add(language, key + " has a single ', which the pages would not show: write ’");
            }
        }
        Set<String> unknown = new TreeSet<>(own.stringPropertyNames());
        unknown.removeAll(english.stringPropertyNames());
        unknown.forEach(key -> add(language, file + " has " + key + ", which English has not"));
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
