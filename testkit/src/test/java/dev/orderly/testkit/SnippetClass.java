package dev.orderly.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a class that a page shows, warnings included, against the class path of the tests. */
final class SnippetClass {

    private static final Pattern NAME = Pattern.compile("^class (\\w+)", Pattern.MULTILINE);

    private SnippetClass() {}

    static Class<?> of(String source, Path folder) throws IOException, ClassNotFoundException {
        Matcher name = NAME.matcher(source);
        assertThat(name.find()).as("a class in the snippet:%n%s", source).isTrue();
        Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-Xlint:all,-path,-processing,-classfile",
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        assertThat(complaints.toString())
                .as("what the compiler says to%n%s", source)
                .isEmpty();
        URL[] classes = {folder.toUri().toURL()};
        return new URLClassLoader(classes, SnippetClass.class.getClassLoader()).loadClass(name.group(1));
    }
}
