package dev.orderly.benchmarks.cold;

import dev.orderly.benchmarks.ClassPath;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Makes a jar of what a program needs from this one's class path, which holds much that would slow its start. */
final class LeanJar {

    /** What the table needs. */
    static final List<String> TABLE = List.of("dev/orderly/benchmarks/cold/", "dev/orderly/benchmarks/peers/");

    /** What Orderly needs: its core, Jackson for workflow files, SLF4J with a logger that is silent. */
    static final List<String> ORDERLY = List.of(
            "dev/orderly/benchmarks/cold/",
            "dev/orderly/benchmarks/peers/",
            "dev/orderly/check/",
            "dev/orderly/decision/",
            "dev/orderly/file/",
            "dev/orderly/order/",
            "dev/orderly/preset/",
            "dev/orderly/workflow/",
            "tools/jackson/",
            "com/fasterxml/jackson/annotation/",
            "org/snakeyaml/",
            "org/slf4j/",
            "META-INF/services/org.slf4j",
            "META-INF/services/tools.jackson");

    private LeanJar() {}

    /** Writes a jar of the files whose names begin with one of these. */
    static void write(Path jar, List<String> beginnings) throws IOException {
        Set<String> written = new HashSet<>();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path path : ClassPath.entries()) {
                if (Files.isDirectory(path)) {
                    copy(path, beginnings, out, written);
                } else {
                    try (FileSystem files = FileSystems.newFileSystem(path)) {
                        copy(files.getPath("/"), beginnings, out, written);
                    }
                }
            }
        }
    }

    private static void copy(Path root, List<String> beginnings, JarOutputStream out, Set<String> written)
            throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(file).toString().replace(File.separatorChar, '/');
                if (beginnings.stream().anyMatch(name::startsWith) && written.add(name)) {
                    out.putNextEntry(new JarEntry(name));
                    try (InputStream in = Files.newInputStream(file)) {
                        in.transferTo(out);
                    }
                }
            }
        }
    }
}
