package dev.orderly.benchmarks.report;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
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
        for (String jar : jars()) {
            Matcher parts = JAR.matcher(new File(jar).getName());
            if (parts.matches() && artifacts.contains(parts.group(1))) {
                found.add(parts.group(1) + " " + parts.group(2));
            }
        }
        return found.stream().collect(Collectors.joining(", "));
    }

    private static List<String> jars() {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            jars.add(entry);
            if (entry.endsWith(".jar")) {
                jars.addAll(listed(entry));
            }
        }
        return jars;
    }

    private static List<String> listed(String jar) {
        try (JarFile file = new JarFile(jar)) {
            Manifest manifest = file.getManifest();
            String path = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return path == null ? List.of() : List.of(path.split(" ", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
