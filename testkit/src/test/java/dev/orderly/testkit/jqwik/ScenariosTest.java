package dev.orderly.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.check.Checker;
import dev.orderly.check.Problem.Severity;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Rejected;
import dev.orderly.file.Presets;
import dev.orderly.testkit.PlayedStep;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.ScenarioStep;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random workflows and scenarios reach everything, and are what their documentation says. */
class ScenariosTest {

    private static final List<Predicate<Transition>> TRAITS = List.of(
            t -> !t.whenFields().isEmpty(),
            t -> t.isInitial() && !t.whenFields().isEmpty(),
            t -> !t.isInitial() && t.to() == null,
            t -> t.to() != null && t.from().contains(t.to()),
            t -> t.from().size() > 1 && !t.event().equals("drop"),
            t -> !t.by().isEmpty(),
            t -> t.isInitial() && !t.guards().isEmpty(),
            t -> !t.guards().isEmpty(),
            t -> !t.needs().isEmpty(),
            t -> !t.has().isEmpty(),
            t -> !t.takes().isEmpty(),
            t -> !t.checklist().isEmpty(),
            t -> t.after() != null,
            t -> t.notBefore() != null,
            t -> t.within() != null,
            Transition::once,
            Transition::linesAvailable,
            Transition::noOpenCase);

    private static <T> List<T> samples(Arbitrary<T> arbitrary, long seed, int count) {
        Random random = new Random(seed);
        List<T> samples = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<T> generator = arbitrary.generator(1000, false);
            while (samples.size() < count) {
                samples.add(generator.next(random).value());
            }
        });
        return samples;
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.file.Presets#names")
    void they_see_every_event_of_a_preset(String preset) {
        Workflow workflow = Presets.find(preset).orElseThrow();
        Set<String> missing = new HashSet<>(workflow.eventNames());
        for (int seed = 1; seed <= 10 && !missing.isEmpty(); seed++) {
            samples(Scenarios.of(workflow), seed, 300).forEach(scenario -> missing.removeAll(accepted(scenario)));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void they_move_in_random_workflows_too() {
        assertThat(samples(Scenarios.anyWorkflow(), 1, 50))
                .filteredOn(scenario -> accepted(scenario).size() > 2)
                .hasSizeGreaterThan(20);
    }

    @Test
    void a_random_workflow_has_no_errors_and_at_most_8_statuses_and_14_transitions() {
        assertThat(samples(RandomWorkflows.any(), 1, 200)).allSatisfy(workflow -> {
            assertThat(Checker.check(workflow)).noneMatch(problem -> problem.severity() == Severity.ERROR);
            assertThat(workflow.statuses()).hasSizeLessThanOrEqualTo(8);
            assertThat(workflow.transitions()).hasSizeLessThanOrEqualTo(14);
        });
    }

    @Test
    void random_workflows_say_everything_that_a_workflow_can_say() {
        List<Workflow> workflows = samples(RandomWorkflows.any(), 1, 200);
        List<Transition> transitions =
                workflows.stream().flatMap(w -> w.transitions().stream()).toList();

        for (Predicate<Transition> trait : TRAITS) {
            assertThat(transitions)
                    .filteredOn(trait)
                    .as("trait %s", TRAITS.indexOf(trait))
                    .hasSizeGreaterThan(9);
        }
        assertThat(workflows).filteredOn(w -> !w.cases().isEmpty()).hasSizeGreaterThan(50);
        assertThat(workflows).filteredOn(w -> !w.never().isEmpty()).hasSizeGreaterThan(20);
        assertThat(workflows)
                .filteredOn(w ->
                        w.transitions().stream().filter(Transition::isInitial).count() > 1)
                .hasSizeGreaterThan(50);
    }

    @Test
    void guards_decide_by_the_order_and_the_request_and_some_object() {
        Set<String> codes = new HashSet<>();
        for (Scenario scenario : samples(Scenarios.anyWorkflow(), 1, 1_000)) {
            codes.addAll(refused(scenario));
        }

        assertThat(codes).contains("too-late-in-the-day", "who-are-you", "too-heavy", "customers-say-nothing");
    }

    @Test
    void every_reason_that_there_is_occurs() {
        Set<String> codes = new HashSet<>();
        for (Scenario scenario : samples(Scenarios.anyWorkflow(), 1, 300)) {
            codes.addAll(refused(scenario));
        }

        assertThat(codes)
                .contains(
                        "unknown-event",
                        "already-placed",
                        "not-in-status",
                        "role-not-allowed",
                        "data-missing",
                        "data-invalid",
                        "condition-not-met",
                        "line-not-available",
                        "case-open",
                        "already-done",
                        "too-early",
                        "too-late");
    }

    @Test
    void a_scenario_opens_cases_and_moves_them() {
        List<ScenarioStep> steps = samples(Scenarios.anyWorkflow(), 1, 100).stream()
                .flatMap(scenario -> scenario.play(scenario.decider()).stream())
                .filter(played -> played.decision().isAccepted())
                .map(PlayedStep::step)
                .toList();

        assertThat(steps).hasAtLeastOneElementOfType(ScenarioStep.OpenCase.class);
        assertThat(steps).hasAtLeastOneElementOfType(ScenarioStep.MoveCase.class);
    }

    @Test
    void a_scenario_is_the_same_for_the_same_seed() {
        assertThat(samples(Scenarios.anyWorkflow(), 7, 5))
                .hasToString(samples(Scenarios.anyWorkflow(), 7, 5).toString());
        assertThat(samples(Scenarios.anyWorkflow(), 7, 5).toString())
                .isNotEqualTo(samples(Scenarios.anyWorkflow(), 8, 5).toString());
    }

    private static Set<String> accepted(Scenario scenario) {
        Set<String> events = new HashSet<>();
        for (PlayedStep played : scenario.play(scenario.decider())) {
            if (played.decision() instanceof Accepted accepted) {
                accepted.steps().forEach(step -> events.add(step.entry().event()));
            }
        }
        return events;
    }

    private static Set<String> refused(Scenario scenario) {
        Set<String> codes = new HashSet<>();
        for (PlayedStep played : scenario.play(scenario.decider())) {
            if (played.decision() instanceof Rejected rejected) {
                codes.add(rejected.code());
            }
        }
        return codes;
    }
}
