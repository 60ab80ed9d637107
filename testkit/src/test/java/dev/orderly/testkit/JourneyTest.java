package dev.orderly.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.order.Order;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.file.Presets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journeys by which properties are tested get around. */
class JourneyTest {

    @ParameterizedTest
    @ValueSource(strings = {"bookstore", "ip-store", "marketplace-seller", "marketplace-acceptance", "pickup-point"})
    void they_see_every_event_of_a_preset(String preset) {
        Workflow workflow = Presets.find(preset).orElseThrow();
        Set<String> seen = new HashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            seen.addAll(accepted(workflow, seed));
        }

        assertThat(seen).isEqualTo(workflow.eventNames());
    }

    @Test
    void they_move_in_random_workflows_too() {
        long moving = 0;
        for (long seed = 0; seed < 50; seed++) {
            moving += accepted(RandomWorkflows.ofSeed(seed), seed).size() > 2 ? 1 : 0;
        }

        assertThat(moving).isGreaterThan(20);
    }

    @Test
    void a_random_workflow_is_the_same_for_the_same_seed() {
        assertThat(RandomWorkflows.ofSeed(7)).isEqualTo(RandomWorkflows.ofSeed(7));
        assertThat(RandomWorkflows.ofSeed(7)).isNotEqualTo(RandomWorkflows.ofSeed(8));
    }

    private static Set<String> accepted(Workflow workflow, long seed) {
        Set<String> events = new HashSet<>();
        new Journey(workflow, seed) {
            @Override
            void answered(@Nullable Order before, Request request, Decision decision) {
                if (decision.isAccepted()) {
                    events.add(request.event());
                }
            }
        }.run();
        return events;
    }
}
