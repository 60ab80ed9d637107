package dev.orderly.workflow.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowArbitraries;
import java.lang.reflect.RecordComponent;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    /** Compares part by part, so that a failure says which part it is. */
    private static void assertSame(Workflow read, Workflow written) {
        for (int i = 0; i < Math.min(read.cases().size(), written.cases().size()); i++) {
            assertSame(read.cases().get(i).workflow(), written.cases().get(i).workflow());
        }
        for (RecordComponent part : Workflow.class.getRecordComponents()) {
            assertThat(read).extracting(part.getName()).as(part.getName()).isEqualTo(valueOf(part, written));
        }
        assertThat(read).isEqualTo(written);
    }

    private static @Nullable Object valueOf(RecordComponent part, Workflow workflow) {
        try {
            return part.getAccessor().invoke(workflow);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<Workflow> workflows() {
        return WorkflowArbitraries.workflows();
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void a_workflow_written_as_yaml_reads_back_equal(@ForAll("workflows") Workflow workflow) {
        assertSame(Reading.unchecked("it.yaml", WorkflowFiles.toYaml(workflow)), workflow);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void a_workflow_written_as_json_reads_back_equal(@ForAll("workflows") Workflow workflow) {
        assertSame(Reading.unchecked("it.json", WorkflowFiles.toJson(workflow)), workflow);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void the_published_schema_accepts_what_is_written(@ForAll("workflows") Workflow workflow) {
        assertThat(WorkflowSchema.complaints(WorkflowFiles.toYaml(workflow))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.workflow.file.Presets#names")
    void a_preset_written_as_yaml_reads_back_equal_and_clean(String name) {
        Workflow preset = Presets.find(name).orElseThrow();
        WorkflowReading reading = WorkflowFiles.read("it.yaml", WorkflowFiles.toYaml(preset));
        assertThat(Reading.lines(reading)).isEmpty();
        assertThat(reading.orThrow()).isEqualTo(preset);
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.workflow.file.Presets#names")
    void a_preset_written_as_json_reads_back_equal(String name) {
        Workflow preset = Presets.find(name).orElseThrow();
        assertThat(WorkflowFiles.read("it.json", WorkflowFiles.toJson(preset)).orThrow())
                .isEqualTo(preset);
    }
}
