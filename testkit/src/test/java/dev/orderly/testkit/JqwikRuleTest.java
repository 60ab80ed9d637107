package dev.orderly.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.testkit.jqwik.Scenarios;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One package of the test kit knows jqwik, so that another library for properties can take its place. */
class JqwikRuleTest {

    private static final String KNOWING = "dev.orderly.testkit.jqwik.";
    private static final String PLANTED = "dev.orderly.testkit.planted.";

    /**
     * The classes compiled to the same folder as another that name a type of jqwik: as a type, in a signature, or in
     * an annotation. All of these stand in the class file's constant pool by the path of the type.
     */
    private static List<String> knowing(Class<?> neighbour) throws IOException, URISyntaxException {
        Path root = Path.of(
                neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(JqwikRuleTest::namesJqwik)
                    .map(file -> root.relativize(file).toString().replace(File.separatorChar, '.'))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
    }

    private static boolean namesJqwik(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("net/jqwik/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void only_one_package_knows_jqwik() throws Exception {
        assertThat(knowing(Scenarios.class))
                .contains(KNOWING + "Scenarios", KNOWING + "WorkflowLaws", KNOWING + "EngineLaws")
                .allMatch(name -> name.startsWith(KNOWING));
    }

    @Test
    void a_class_of_another_package_that_knows_jqwik_is_found() throws Exception {
        assertThat(knowing(JqwikRuleTest.class))
                .contains(PLANTED + "KnowsJqwik")
                .doesNotContain(PLANTED + "KnowsNoJqwik");
    }
}
