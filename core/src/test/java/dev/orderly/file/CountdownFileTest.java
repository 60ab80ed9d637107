package dev.orderly.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.DeadlineReference;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TimeSpan;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code before}: a time that counts back from a deadline. */
class CountdownFileTest {

    private static final String COUNTER = """
            workflow: counter
            version: 1
            statuses: { ready: , issued: { done: true }, expired: { done: true } }
            transitions:
              - { on: place, to: ready }
              - { on: issue, from: ready, to: issued, by: staff }
              - { on: remind, from: ready, stay: true, after: { time: P3D, before: expire }, notify: customer }
              - { on: expire, from: ready, to: expired, after: P7D }
            """;

    private static TimeLimit reminder(Workflow workflow) {
        return workflow.transitions().stream()
                .filter(t -> t.event().equals("remind"))
                .map(Transition::after)
                .findFirst()
                .orElseThrow();
    }

    private static TimeLimit before(TimeLimit deadline) {
        return new TimeLimit(TimeSpan.parse("P3D"), null, null, null, new DeadlineReference("expire", deadline));
    }

    @Test
    void it_knows_the_deadline_and_is_written_as_it_was_read() {
        assertThat(WorkflowSchema.complaints(COUNTER)).isEmpty();
        Workflow counter = WorkflowFiles.read("counter.yaml", COUNTER).orThrow();
        assertThat(reminder(counter)).isEqualTo(before(TimeLimit.after("P7D")));
        assertThat(WorkflowFiles.toYaml(counter)).contains("after:\n      time: P3D\n      before: expire\n");
        assertThat(WorkflowFiles.read("counter.yaml", WorkflowFiles.toYaml(counter))
                        .orThrow())
                .isEqualTo(counter);
    }

    @Test
    void an_extension_that_changes_the_deadline_moves_what_counts_back_from_it(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("counter.yaml"), COUNTER);
        Path longer = Files.writeString(folder.resolve("longer.yaml"), """
                workflow: longer
                version: 1
                extends: ./counter.yaml
                remove: { transitions: { on: expire } }
                transitions:
                  - { on: expire, from: ready, to: expired, after: P14D }
                """);
        assertThat(reminder(WorkflowFiles.load(longer))).isEqualTo(before(TimeLimit.after("P14D")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"of: place", "dated-by: day", "cut-off: \"20:00\""})
    void it_stands_with_a_time_alone(String start) {
        String key = start.substring(0, start.indexOf(':'));
        String text = COUNTER.replace("before: expire", start + ", before: expire");
        assertThat(Reading.problems("counter.yaml", text))
                .contains("counter.yaml:7:"
                        + (text.lines().toList().get(6).indexOf(start) + start.indexOf(':') + 3)
                        + ": error: invalid-value: a time \"before\" the deadline of an event counts back from that: take \""
                        + key
                        + "\" away, or \"before\"");
        assertThat(WorkflowSchema.complaints(text)).isNotEmpty();
    }

    @Test
    void it_needs_an_event_with_a_deadline() {
        assertThat(Reading.problems("counter.yaml", COUNTER.replace("before: expire", "before: issue")))
                .contains(
                        "counter.yaml:7:72: error: wrong-condition: \"issue\" has no deadline in status ready: name an event"
                                + " with \"after\" there, or count from an event by \"of\"");
    }
}
