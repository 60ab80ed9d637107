package dev.orderly.mail.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Template files as they are collected: for each path all that were found, later ones before earlier ones. */
final class TemplateFiles {

    /** Lists the files of a place on the class path, one path a line: a class path itself cannot be listed everywhere. */
    static final String INDEX = "index";

    /** Opens resources by their whole name; null where there is none. */
    private interface Resources {
        @Nullable
        InputStream open(String name);
    }

    private final Map<String, List<TemplateFile>> files = new TreeMap<>();
    private final List<TemplateProblem> problems = new ArrayList<>();

    /** Adds a text under a path. */
    void add(String path, String origin, String text) {
        TemplatePath.read(path)
                .ifPresentOrElse(
                        read -> files.computeIfAbsent(read.text(), p -> new ArrayList<>())
                                .add(new TemplateFile(read, origin, text.replace("\r\n", "\n"))),
                        () -> problems.add(new TemplateProblem(
                                origin,
                                1,
                                "\"" + path + "\" is no path of a template;"
                                        + " they are WORKFLOW/LANGUAGE/ROLE/EVENT.CHANNEL.txt,"
                                        + " WORKFLOW/LANGUAGE/ROLE/CASE/EVENT.CHANNEL.txt,"
                                        + " WORKFLOW/LANGUAGE/step.CHANNEL.txt, WORKFLOW/LANGUAGE/comment.CHANNEL.txt,"
                                        + " words/LANGUAGE.properties, blocks/NAME.html, blocks/NAME.txt, layout.html and"
                                        + " layout.txt")));
    }

    /** Adds the files of a folder and its subfolders; hidden ones are left out. */
    void addFolder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Path inside = folder.relativize(file);
                boolean hidden = Stream.iterate(inside, p -> p != null, Path::getParent)
                        .anyMatch(p -> p.getFileName().toString().startsWith("."));
                if (!hidden) {
                    String path = inside.toString().replace(file.getFileSystem().getSeparator(), "/");
                    addBytes(path, file.toString(), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of templates " + folder + " cannot be read", e);
        }
    }

    /** Adds the files of a place in this module, which only the module's own classes can read on the module path. */
    void addBuiltIn(String place) {
        addIndexed(place, name -> TemplateFiles.class.getResourceAsStream("/" + name));
    }

    /** Adds the files of a place that a class loader finds. */
    void addResources(ClassLoader loader, String place) {
        addIndexed(place, loader::getResourceAsStream);
    }

    private void addIndexed(String place, Resources resources) {
        String index = new String(read(resources, place + "/" + INDEX), StandardCharsets.UTF_8);
        index.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(path -> {
            String name = place + "/" + path;
            addBytes(path, "classpath:" + name, read(resources, name));
        });
    }

    /** What stands under every path. */
    Map<String, List<TemplateFile>> files() {
        return files;
    }

    List<TemplateProblem> problems() {
        return problems;
    }

    private void addBytes(String path, String origin, byte[] bytes) {
        try {
            add(
                    path,
                    origin,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            problems.add(new TemplateProblem(origin, 1, "this is no UTF-8"));
        }
    }

    private static byte[] read(Resources resources, String name) {
        try (InputStream in = resources.open(name)) {
            return require(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " on the class path cannot be read", e);
        }
    }

    private static InputStream require(@Nullable InputStream in, String name) {
        if (in == null) {
            throw new IllegalArgumentException("there is no " + name + " on the class path");
        }
        return in;
    }
}
