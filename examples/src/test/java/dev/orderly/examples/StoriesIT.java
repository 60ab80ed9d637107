package dev.orderly.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example prints the story beside it: the README's own commands are run, and print what it links to. */
@Tag("processes")
@Timeout(120)
class StoriesIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SOURCES = Path.of("src/main/java/dev/orderly/examples");

    @TempDir
    private Path folder;

    /** Those of this module; the shop in Spring Boot, which is one by itself, tries its own. */
    static List<String> commands() throws IOException {
        return Pattern.compile("^java -cp .*$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_command_prints_its_story_and_ends_well(String command) throws Exception {
        String story = "stories/" + program(command) + ".txt";

        Run run = run(Pattern.compile(" ").splitAsStream(command).toList());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(Files.readString(Path.of(story)));
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(Path.of("README.md"))).contains("(" + story + ")");
    }

    @Test
    void every_program_has_its_command() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            assertThat(commands())
                    .map(StoriesIT::program)
                    .containsExactlyInAnyOrderElementsOf(sources.filter(StoriesIT::isProgram)
                            .map(source -> source.getFileName().toString().replace(".java", ""))
                            .toList());
        }
    }

    private static String program(String command) {
        return command.substring(command.lastIndexOf('.') + 1);
    }

    private static boolean isProgram(Path source) {
        try {
            return Files.isRegularFile(source) && Files.readString(source).contains("static void main(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bookstore/Bookstore | "mails sent", 3L | "mails sent", 2L | mails sent should be 2, but is 3
            ipstore/IpStore | List.of("dispatch") | List.of() | open to IP-3 should be [], but is [dispatch]
            ipstore/Correspondence | to Kostas", 1 | to Kostas", 2 | mails to Kostas should be 2, but is 1
            marketplaceseller/MarketplaceSeller | story.refused("too-late", | story.granted( \
                | should be granted, but is refused: too-late:
            marketplaceseller/ChangedWorkflow | moved", 3L | moved", 4L | can be moved should be 4, but is 3
            marketplaceacceptance/MarketplaceAcceptance | "case-open" | "too-early" \
                | should be refused (too-early), but is: refused, case-open: A case on the order is still open.
            furniture/Furniture | "15000 EUR" | "1500 EUR" | should be refused (out-of-bounds), but is: Accepted[
            marketplace/Marketplace | "2026-05-22T11:01" | "2026-05-22T11:00" \
                | should be refused (too-late), but is: Accepted[
            pickuppoint/PickupPoint | T11:29 | T11:30 | orders that expired should be 0, but is 1
            """)
    void a_story_that_goes_otherwise_than_told_ends_with_exit_code_1(
            String program, String told, String wrong, String message) throws Exception {
        String source = Files.readString(SOURCES.resolve(program + ".java"));
        assertThat(source).contains(told);
        Path planted = folder.resolve(Path.of(program + ".java").getFileName());
        Files.writeString(planted, source.replace(told, wrong));
        compile(planted);

        String classPath = folder + System.getProperty("path.separator") + "examples/target/examples.jar";
        Run run = run(List.of("java", "-cp", classPath, "dev.orderly.examples." + program.replace('/', '.')));

        assertThat(run.err()).contains("java.lang.AssertionError: " + message);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private void compile(Path source) {
        String jar = ROOT.resolve("examples/target/examples.jar").toString();
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-encoding", "UTF-8", "-cp", jar, "-d", folder.toString(), source.toString());
        assertThat(exitCode).isZero();
    }

    /** What a program printed, and how it ended. */
    private record Run(String out, String err, int exitCode) {}

    /** Runs a command in the project's folder, by the Java that runs this. */
    private Run run(List<String> command) throws IOException, InterruptedException {
        assertThat(command.get(0)).isEqualTo("java");
        List<String> words = new ArrayList<>(command);
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add(1, "-XX:TieredStopAtLevel=1"); // half the time, for a program that ends so soon
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int exitCode = new ProcessBuilder(words)
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Run(Files.readString(out), Files.readString(err, StandardCharsets.ISO_8859_1), exitCode);
    }
}
