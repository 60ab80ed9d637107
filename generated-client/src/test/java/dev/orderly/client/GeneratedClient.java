package dev.orderly.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** A Java client as openapi-generator makes it from a server's description, compiled together with its journeys. */
final class GeneratedClient implements AutoCloseable {

    private static final Path JOURNEYS = Path.of("src/test/journeys");

    private final URLClassLoader classes;

    private GeneratedClient(URLClassLoader classes) {
        this.classes = classes;
    }

    /** Makes a client. */
    static GeneratedClient of(String address, Path folder) throws IOException {
        Path description = folder.resolve("openapi.json");
        try (InputStream served = URI.create(address + "/openapi.json").toURL().openStream()) {
            Files.copy(served, description);
        }
        Path sources = folder.resolve("client");
        generate(description, sources);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<Path> files = new ArrayList<>(javaFiles(sources));
        files.addAll(javaFiles(JOURNEYS));
        compile(files, classes);
        URL[] places = {classes.toUri().toURL()};
        return new GeneratedClient(new URLClassLoader(places, GeneratedClient.class.getClassLoader()));
    }

    private static void generate(Path description, Path sources) {
        CodegenConfigurator settings = new CodegenConfigurator()
                .setGeneratorName("java")
                .setLibrary("native")
                .setInputSpec(description.toString())
                .setOutputDir(sources.toString())
                .addAdditionalProperty("useJakartaEe", true)
                .addAdditionalProperty("openApiNullable", false);
        DefaultGenerator generator = new DefaultGenerator(false);
        generator.setGenerateMetadata(false);
        for (String unused : List.of(
                CodegenConstants.API_DOCS,
                CodegenConstants.API_TESTS,
                CodegenConstants.MODEL_DOCS,
                CodegenConstants.MODEL_TESTS)) {
            generator.setGeneratorPropertyDefault(unused, "false");
        }
        generator.opts(settings.toClientOptInput()).generate();
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(findings, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            compiler.getTask(null, files, findings, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        List<String> errors = findings.getDiagnostics().stream()
                .filter(finding -> finding.getKind() == Diagnostic.Kind.ERROR)
                .map(Diagnostic::toString)
                .toList();
        if (!errors.isEmpty()) {
            throw new AssertionError("the generated client does not compile:\n" + String.join("\n", errors));
        }
    }

    /** A journey, by the name of its class. */
    Journey journey(String name) throws ReflectiveOperationException {
        Class<?> type = classes.loadClass("dev.orderly.client.journey." + name);
        return (Journey) type.getDeclaredConstructor().newInstance();
    }

    /** The names of the generated classes. */
    static List<String> models(Path folder) throws IOException {
        return javaFiles(folder.resolve("client/src/main/java")).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .sorted()
                .toList();
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
