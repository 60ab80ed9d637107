package dev.orderly.decision;

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

/** Everything that a language's sentences lack compared with the English ones, as lines for people. */
final class ReasonGaps {

    private static final Pattern FILE = Pattern.compile("reasons_([a-z]+)\\.properties");
    private static final Pattern PARAM = Pattern.compile("\\{([^}]*)}");

    private final Path folder;
    private final List<String> gaps = new ArrayList<>();

    private ReasonGaps(Path folder) {
        this.folder = folder;
    }

    /** The gaps of all languages that a folder of resources has a file for or lists. */
    static List<String> in(Path folder) throws IOException {
        ReasonGaps gaps = new ReasonGaps(folder);
        Set<String> listed = new TreeSet<>(languages(folder));
        Set<String> all = new TreeSet<>(listed);
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .forEach(name -> all.add(name.group(1)));
        }
        for (String language : all) {
            if (!listed.contains(language)) {
                gaps.add(language, "the resource \"languages\" does not list it");
            }
            gaps.compare(language, "reasons_" + language + ".properties");
        }
        return gaps.gaps;
    }

    static List<String> languages(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("languages"));
    }

    private void compare(String language, String file) throws IOException {
        if (!Files.exists(folder.resolve(file))) {
            add(language, file + " is missing");
            return;
        }
        Properties english = read("reasons_en.properties");
        Properties own = read(file);
        for (String key : new TreeSet<>(english.stringPropertyNames())) {
            String text = own.getProperty(key, "");
            if (text.isBlank()) {
                add(language, file + " lacks " + key + " (English: " + english.getProperty(key) + ")");
            } else if (!params(text).equals(params(english.getProperty(key)))) {
                add(
                        language,
                        key + " has the parameters " + params(text) + ", English " + params(english.getProperty(key)));
            }
        }
        Set<String> unknown = new TreeSet<>(own.stringPropertyNames());
        unknown.removeAll(english.stringPropertyNames());
        unknown.forEach(key -> add(language, file + " has " + key + ", which English has not"));
    }

    static Set<String> params(String sentence) {
        return PARAM.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private Properties read(String file) throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
            sentences.load(reader);
        }
        return sentences;
    }

    private void add(String language, String gap) {
        gaps.add(language + ": " + gap);
    }
}
