package dev.orderly.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("processes")
class LaunchTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void a_program_decides_from_a_lean_jar_and_its_phases_are_the_whole(Program program) throws Exception {
        Path jar = folder.resolve("program.jar");
        LeanJar.write(jar, program == Program.TABLE ? LeanJar.TABLE : LeanJar.ORDERLY);
        Launch launch = new Launch(program, false, folder, jar);

        launch.measure();

        double[] medians = launch.medians();
        double phases = Arrays.stream(medians).skip(1).sum();
        assertThat(medians[0]).isPositive().isCloseTo(phases, within(0.001));
    }

    @Test
    void an_archive_leaves_no_class_to_be_read_from_the_jar() throws Exception {
        Path jar = folder.resolve("program.jar");
        LeanJar.write(jar, LeanJar.TABLE);
        Launch plain = new Launch(Program.TABLE, false, folder, jar);
        Launch archived = new Launch(Program.TABLE, true, folder, jar);
        archived.prepare();

        assertThat(plain.classes(folder)[1]).isPositive();
        assertThat(archived.classes(folder)[1]).isZero();
    }

    @Test
    void a_program_that_fails_is_reported_with_what_it_says() throws Exception {
        Path jar = folder.resolve("empty.jar");
        LeanJar.write(jar, LeanJar.TABLE.subList(0, 1));

        assertThat(Files.size(jar)).isPositive();
        assertThatIllegalStateException()
                .isThrownBy(() -> new Launch(Program.TABLE, false, folder, jar).measure())
                .withMessageContaining("TABLE failed")
                .withMessageContaining("HandWrittenTable");
    }
}
