package dev.orderly.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module of a user's, whose sources lie beside the tests: compiled against the library's modules, and run with them. */
final class UserModule {

    /** The automatic modules that a shop needs; any other of the class path would be resolved together with these. */
    private static final Set<String> AUTOMATIC = Set.of(
            "com.h2database",
            "gg.jte.runtime",
            "jersey.client",
            "jersey.common",
            "jersey.container.servlet",
            "jersey.container.servlet.core",
            "jersey.hk2",
            "jersey.media.multipart",
            "jersey.server",
            "org.aopalliance",
            "org.glassfish.hk2.api",
            "org.glassfish.hk2.locator",
            "org.glassfish.hk2.utilities",
            "org.javassist",
            "osgi.resource.locator");

    private final String mainClass;
    private final Path classes;

    private UserModule(String mainClass, Path classes) {
        this.mainClass = mainClass;
        this.classes = classes;
    }

    /**
     * Compiles the sources in a folder beside the tests, with all warnings.
     *
     * @param mainClass the module and its main class, with a stroke between them
     */
    static UserModule compile(String folder, String mainClass, Path classes) throws IOException, URISyntaxException {
        URL sources = Objects.requireNonNull(UserModule.class.getResource(folder), folder);
        List<String> command = new ArrayList<>(List.of(
                "-encoding",
                "UTF-8",
                "--release",
                "17",
                "-Xlint:all,-requires-automatic",
                "-proc:none",
                "-d",
                classes.toString(),
                "--module-path",
                libraryPath()));
        try (Stream<Path> files = Files.walk(Path.of(sources.toURI()))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(command::add);
        }
        assertThat(run(ToolProvider.findFirst("javac").orElseThrow(), command))
                .as("what the compiler says")
                .isEmpty();
        return new UserModule(mainClass, classes);
    }

    /** What the module prints when it runs on the module path. */
    String run() throws IOException, InterruptedException {
        return start(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "--module-path",
                modulePath(),
                "--module",
                mainClass);
    }

    /** Links an image that has the module, its dependencies, and a launcher {@code bin/shop}. */
    void link(ToolProvider jlink, Path image) {
        assertThat(run(
                        jlink,
                        List.of(
                                "--module-path",
                                modulePath(),
                                "--add-modules",
                                mainClass.substring(0, mainClass.indexOf('/')),
                                "--launcher",
                                "shop=" + mainClass,
                                "--add-options",
                                "-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8",
                                "--output",
                                image.toString())))
                .as("what jlink says")
                .isEmpty();
    }

    /** What a program prints to its standard output; it has to end well. */
    static String start(String... command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("errors", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output + Files.readString(errors)).isZero();
            return output;
        } finally {
            Files.delete(errors);
        }
    }

    /** The descriptors of the library's modules, as they are compiled. */
    static Set<ModuleDescriptor> library() {
        return classPath().stream()
                .flatMap(UserModule::modules)
                .filter(module -> module.name().startsWith("dev.orderly."))
                .collect(Collectors.toSet());
    }

    private String modulePath() {
        return classes + File.pathSeparator + libraryPath();
    }

    /** The class path of the tests as a module path, without what cannot be there or would be resolved unasked. */
    private static String libraryPath() {
        return classPath().stream()
                .filter(UserModule::isOfAShop)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOfAShop(Path entry) {
        return modules(entry).anyMatch(module -> !module.isAutomatic() || AUTOMATIC.contains(module.name()));
    }

    private static Stream<ModuleDescriptor> modules(Path entry) {
        return ModuleFinder.of(entry).findAll().stream().map(ModuleReference::descriptor);
    }

    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .filter(entry -> Files.isDirectory(entry) || entry.toString().endsWith(".jar"))
                .toList();
    }

    private static String run(ToolProvider tool, List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        tool.run(writer, writer, arguments.toArray(String[]::new));
        return said.toString();
    }
}
