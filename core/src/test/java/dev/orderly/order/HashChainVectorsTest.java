package dev.orderly.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orderly.order.HashChainVectors.Vector;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes that are hashed are those of a published file, which a program in another language checks by the description in
 * {@code docs/hash-chain.md}. A failure here means that histories which are stored already would no longer verify.
 */
class HashChainVectorsTest {

    @TempDir
    Path folder;

    static Stream<Vector> vectors() {
        return Stream.concat(HashChainVectors.chain().stream(), HashChainVectors.erased().stream());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void an_entry_has_the_bytes_and_the_hash_of_the_file(Vector vector) {
        HistoryEntry entry = vector.entry();

        assertThat(HexFormat.of().formatHex(HashChain.bytes(vector.previous(), entry.activity(), entry.redaction())))
                .isEqualTo(vector.bytes());
        assertThat(HashChain.next(vector.previous(), entry.activity(), entry.redaction()))
                .isEqualTo(entry.hash());
    }

    @Test
    void the_entries_of_the_file_with_keys_are_what_is_written_with_them() {
        ChainKeys keys = HashChainVectors.keys();
        List<HistoryEntry> entries = new ArrayList<>();
        for (Vector vector : HashChainVectors.keyed()) {
            HistoryEntry entry = vector.entry();
            entries.add(entry);

            assertThat(HexFormat.of()
                            .formatHex(HashChain.bytes(vector.previous(), entry.activity(), entry.redaction())))
                    .isEqualTo(vector.bytes());
            assertThat(HistoryEntry.of(
                            vector.previous(),
                            entry.activity(),
                            entry.redaction(),
                            keys,
                            entry.activity().at()))
                    .isEqualTo(entry);
        }
        assertThat(new History("A-1", entries).verify(keys)).isEmpty();
        assertThat(entries)
                .extracting(entry -> HashChain.keyId(entry.hash()).orElse("none"))
                .contains("none", "2026-11", "a-longer-id-012");
    }

    @Test
    void the_file_has_this_format_every_kind_of_entry_and_every_type_of_value() {
        assertThat(HashChainVectors.format()).isEqualTo(HashChain.FORMAT);
        assertThat(HashChainVectors.chain())
                .extracting(vector -> vector.entry().activity().kind())
                .contains(ActivityKind.values());
        assertThat(HashChainVectors.valueTypes())
                .containsExactlyInAnyOrder("text", "number", "yes-no", "date", "instant", "money");
    }

    @Test
    void the_entries_of_the_file_are_one_chain() {
        List<HistoryEntry> entries =
                HashChainVectors.chain().stream().map(Vector::entry).toList();

        assertThat(new History("A-1", entries).verify()).isEmpty();
    }

    @Test
    void erasing_leaves_what_the_file_says() {
        for (Vector vector : HashChainVectors.erased()) {
            int index = Math.toIntExact(vector.entry().activity().sequence()) - 1;
            HistoryEntry whole = HashChainVectors.chain().get(index).entry();

            assertThat(whole.withoutPersonalData(Set.of("note"))).isEqualTo(vector.entry());
        }
    }

    @Test
    void a_checker_in_python_finds_every_entry_as_written() throws Exception {
        assumePython();

        Run run = check(resource("hash-chain-vectors.json"));

        assertThat(run.output).isEqualTo("26 entries are as written\n");
        assertThat(run.status).isZero();
    }

    @Test
    void the_checker_in_python_finds_what_was_changed() throws Exception {
        assumePython();
        String file = Files.readString(resource("hash-chain-vectors.json"));
        Path forged = folder.resolve("forged.json");
        Files.writeString(forged, file.replace("\"to\": \"packed\"", "\"to\": \"posted\""));

        Run run = check(forged);

        assertThat(run.output)
                .contains("a transition with nothing but what it must have: the bytes are")
                .contains("a transition with nothing but what it must have: the hash is")
                .contains("entry 2, without a key: the hash is");
        assertThat(run.output.lines()).hasSize(4);
        assertThat(run.status).isEqualTo(1);
    }

    private static Path resource(String name) throws URISyntaxException {
        URL found = HashChainVectorsTest.class.getResource(HashChainVectors.FOLDER + name);
        return Path.of(Objects.requireNonNull(found, name).toURI());
    }

    private static Run check(Path vectors) throws Exception {
        return run("python3", resource("check_hash_chain.py").toString(), vectors.toString());
    }

    /** Needed where ORDERLY_REQUIRE_TOOLS is set, as in CI; elsewhere the test says that it did not run. */
    private static void assumePython() throws InterruptedException {
        boolean found;
        try {
            found = run("python3", "--version").status == 0;
        } catch (IOException e) {
            found = false;
        }
        if ("true".equals(System.getenv("ORDERLY_REQUIRE_TOOLS"))) {
            assertThat(found).as("python3 must be installed here").isTrue();
        }
        assumeTrue(found, "python3 is not installed, so no other language checks the hash chain here");
    }

    private static Run run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Arrays.asList(command))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int status, String output) {}
}
