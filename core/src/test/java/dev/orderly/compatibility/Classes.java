package dev.orderly.compatibility;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Folders and jars of classes, which can be compiled against and run. Immutable. */
record Classes(List<Path> places) {

    Classes(Path... places) {
        this(List.of(places));
    }

    /** The jars that the tests run with, none of which is the library. */
    static Classes ofDependencies() {
        String paths =
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", "");
        return new Classes(Stream.of(paths.split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .map(Path::of)
                .toList());
    }

    Classes and(Classes others) {
        List<Path> all = new ArrayList<>(places);
        all.addAll(others.places);
        return new Classes(List.copyOf(all));
    }

    /**
     * Compiles sources against these classes.
     *
     * @throws DoesNotCompile with what the compiler says
     */
    Classes compile(List<Path> sources, Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            String classPath = places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-implicit:none",
                    "-d",
                    Files.createDirectories(target).toString(),
                    "-classpath",
                    classPath);
            boolean done = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new DoesNotCompile(messages.toString());
            }
        }
        return new Classes(target);
    }

    /** Loads these classes apart from those of the test, and gives what a program's {@code run(PrintStream)} prints. */
    String run(String program) throws IOException, ReflectiveOperationException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (URLClassLoader loader = loader();
                PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            loader.loadClass(program).getMethod("run", PrintStream.class).invoke(null, out);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    URLClassLoader loader() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path place : places) {
            urls.add(place.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    static final class DoesNotCompile extends AssertionError {

        private static final long serialVersionUID = 1L;

        DoesNotCompile(String messages) {
            super(messages);
        }
    }
}
