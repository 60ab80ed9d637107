package dev.orderly.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laws and contracts in a user's module: JUnit and jqwik reach their tests, which are not public. */
class ModulePathTest {

    @TempDir
    private Path folder;

    @Test
    void laws_and_contracts_run_in_tests_that_are_a_module() throws Exception {
        Path classes = folder.resolve("classes");
        compile("modular", classes);

        assertThat(run(classes, "stall/stall.Main"))
                .containsSubsequence(
                        "dev.orderly.testkit",
                        "StallLaws: passed",
                        "StallEngineTest: passed",
                        "StallStoreTest: passed");
    }

    private static void compile(String sources, Path classes) throws Exception {
        URL folder = Objects.requireNonNull(ModulePathTest.class.getResource(sources), sources);
        List<String> command = new ArrayList<>(
                List.of("-encoding", "UTF-8", "--release", "17", "-Xlint:all", "-proc:none", "-d", classes.toString()));
        command.addAll(List.of("--module-path", libraries()));
        try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
        }
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, command.toArray(String[]::new));
        assertThat(said.toString()).as("what the compiler says").isEmpty();
    }

    private static List<String> run(Path classes, String main) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djqwik.tries.default=20",
                        "-Djqwik.database=",
                        "--module-path",
                        classes + File.pathSeparator + libraries(),
                        "--module",
                        main)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    /** All that is on the class path of these tests but the tests themselves. */
    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") || Files.exists(Path.of(entry, "module-info.class")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
