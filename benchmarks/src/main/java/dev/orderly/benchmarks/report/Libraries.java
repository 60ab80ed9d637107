package dev.orderly.benchmarks.report;

import dev.orderly.benchmarks.ClassPath;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out which versions are measured: the names of the jars on the class path say it. */
final class Libraries {

    private static final Pattern JAR = Pattern.compile("(.*?)-(\\d.*)\\.jar");

    private Libraries() {}

    /** Those of these artifacts that are there, each with its version, such as "h2 2.5.252". */
    static String versions(Set<String> artifacts) {
        Set<String> found = new TreeSet<>();
        for (Path jar : ClassPath.entries()) {
            Matcher parts = JAR.matcher(jar.getFileName().toString());
            if (parts.matches() && artifacts.contains(parts.group(1))) {
                found.add(parts.group(1) + " " + parts.group(2));
            }
        }
        return found.stream().collect(Collectors.joining(", "));
    }
}
