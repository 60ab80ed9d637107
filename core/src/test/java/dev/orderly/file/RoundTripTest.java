package dev.orderly.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    private static void assertSame(Workflow read, Workflow written) {
        assertThat(WorkflowFiles.toYaml(read)).isEqualTo(WorkflowFiles.toYaml(written));
        assertThat(read).isEqualTo(written);
    }

    @Provide
    Arbitrary<Workflow> workflows() {
        return WorkflowArbitraries.workflows();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_workflow_written_as_yaml_reads_back_equal(@ForAll("workflows") Workflow workflow) {
        assertSame(Reading.unchecked("it.yaml", WorkflowFiles.toYaml(workflow)), workflow);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void a_workflow_written_as_json_reads_back_equal(@ForAll("workflows") Workflow workflow) {
        assertSame(Reading.unchecked("it.json", WorkflowFiles.toJson(workflow)), workflow);
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void the_published_schema_accepts_what_is_written(@ForAll("workflows") Workflow workflow) {
        assertThat(WorkflowSchema.complaints(WorkflowFiles.toYaml(workflow))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.file.Presets#names")
    void a_preset_written_as_yaml_reads_back_equal_and_clean(String name) {
        Workflow preset = Presets.find(name).orElseThrow();
        WorkflowReading reading = WorkflowFiles.read("it.yaml", WorkflowFiles.toYaml(preset));
        assertThat(Reading.lines(reading)).isEmpty();
        assertThat(reading.orThrow()).isEqualTo(preset);
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.file.Presets#names")
    void a_preset_written_as_json_reads_back_equal(String name) {
        Workflow preset = Presets.find(name).orElseThrow();
        assertThat(WorkflowFiles.read("it.json", WorkflowFiles.toJson(preset)).orThrow())
                .isEqualTo(preset);
    }
}
