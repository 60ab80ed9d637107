package dev.orderly.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs of the presets' own events with cells that nobody would write; every row gets an answer. */
class PresetLogsTest {

    private static final int ROWS = 2_000;
    private static final List<String> VALUES = List.of(
            "",
            "",
            "",
            "",
            "yes",
            "no",
            "5",
            "-1",
            "1e40",
            "9".repeat(80),
            "36500",
            "2026-01-31",
            "+999999999-12-31",
            "2026-01-31T10:00:00Z",
            "12.50 EUR",
            "prepaid",
            "online",
            "carrier",
            "pickup",
            "business",
            "x",
            "ł\u0000");

    private static final List<String> LINES = List.of("1 A", "3 A", "2 A; 1 B");
    private static final List<String> UNITS = List.of("", "", "1 1", "1 2", "9 1", "0 1", "1 7", "1 1; 1 1");

    @TempDir
    Path folder;

    static List<String> presets() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void every_row_is_answered_whatever_stands_in_its_cells(String preset) throws Exception {
        Workflow workflow = Presets.find(preset).orElseThrow();
        Path log = log(workflow, new Random(preset.hashCode()));

        Replay.Report report = Replay.of(workflow, Progress.NONE).run(log, null);

        assertThat(report.mistake()).isEmpty();
        assertThat(report.summary().events()).isEqualTo(ROWS);
        // where units are named, most of these cells name some that are not there
        assertThat(report.summary().accepted()).isGreaterThan(ROWS / (workflow.items() == null ? 80 : 400));
    }

    private Path log(Workflow workflow, Random random) throws IOException {
        StringBuilder text = new StringBuilder("order,event,at,actor");
        workflow.fields().forEach(field -> text.append(",data.").append(field.name()));
        text.append(",lines,items");
        for (int i = 0; i < ROWS; i++) {
            Transition transition = pick(workflow.transitions(), random);
            List<String> roles = transition.by().isEmpty() ? workflow.roles() : transition.by();
            String order = Integer.toString(random.nextInt(ROWS / 20));
            text.append("\n%s,%s,2026-%02d-%02dT10:00:00Z,%s"
                    .formatted(
                            order,
                            transition.event(),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            pick(roles, random)));
            for (Field field : workflow.fields()) {
                text.append(',').append(cell(field, transition, order, random));
            }
            text.append(',').append(transition.isInitial() ? pick(LINES, random) : "");
            text.append(',').append(transition.itemMove() == null ? "" : pick(UNITS, random));
        }
        return Files.writeString(folder.resolve("log.csv"), text);
    }

    /** What the transition asks for, for the most part; now and then anything. */
    private static String cell(Field field, Transition transition, String order, Random random) {
        if (random.nextInt(50) == 0) {
            return pick(VALUES, random);
        }
        for (FieldCondition test : transition.whenFields()) {
            if (test.field().equals(field.name())) {
                return test.values().isEmpty()
                        ? order
                        : pick(test.values(), random).toString();
            }
        }
        if (!transition.writable().contains(field.name())) {
            return "";
        }
        return field.choices().isEmpty() ? pick(VALUES, random) : pick(field.choices(), random);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
