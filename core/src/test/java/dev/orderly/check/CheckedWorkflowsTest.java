package dev.orderly.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Decider;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CheckedWorkflowsTest {

    private static final String SHOP = """
            workflow: shop
            version: 1
            statuses:
              open: { label: { en: Open }, done: true }
            transitions:
              - { on: place, to: open, by: customer }
            """;

    private static Workflow read() {
        return WorkflowFiles.read("shop.yaml", SHOP).workflow().orElseThrow();
    }

    @Test
    void an_instance_is_checked_once_and_another_one_of_the_same_content_again() {
        CheckedWorkflows checked = new CheckedWorkflows();
        AtomicInteger checks = new AtomicInteger();
        Workflow first = read();
        Workflow second = read();

        for (Workflow workflow : List.of(first, first, second, second, first)) {
            checked.problems(workflow, w -> {
                checks.incrementAndGet();
                return List.of();
            });
        }

        assertThat(second).isEqualTo(first);
        assertThat(checks).hasValue(2);
    }

    @Test
    void what_reading_a_file_found_is_what_running_it_and_checking_it_find() {
        Workflow workflow = read();
        List<Problem> found = Checker.check(workflow);

        Decider.of(workflow);

        assertThat(Checker.check(workflow)).isSameAs(found);
    }
}
