package dev.orderly.statemachine;

import dev.orderly.decision.Engine;
import dev.orderly.decision.Guard;
import dev.orderly.testkit.Scenario;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The differential test with a bug planted in one of the two engines. */
final class PlantedBugs {

    private PlantedBugs() {}

    /** Lets whatever the last transition is for happen to new orders, which are done thereby. */
    private static Workflow extraTransition(Workflow workflow) {
        List<Transition> transitions = workflow.transitions();
        String done = workflow.statuses().stream()
                .filter(Status::done)
                .map(Status::name)
                .findFirst()
                .orElseThrow();
        String start = transitions.stream()
                .filter(Transition::isInitial)
                .map(t -> t.target(""))
                .findFirst()
                .orElseThrow();
        Transition extra = change(transitions.get(transitions.size() - 1), List.of(start), done, List.of());
        return with(workflow, Stream.concat(transitions.stream(), Stream.of(extra)));
    }

    /** Asks no code. */
    private static Workflow skippedGuard(Workflow workflow) {
        return with(workflow, workflow.transitions().stream().map(t -> change(t, t.from(), t.to(), List.of())));
    }

    /** Leaves orders where they are. */
    private static Workflow wrongTarget(Workflow workflow) {
        return with(
                workflow,
                workflow.transitions().stream()
                        .map(t ->
                                t.isInitial() ? t : change(t, t.from(), t.from().get(0), t.guards())));
    }

    private static Transition change(Transition t, List<String> from, @Nullable String to, List<String> guards) {
        return t.withFrom(from).withTo(to).withGuards(guards);
    }

    private static Workflow with(Workflow w, Stream<Transition> transitions) {
        return w.withTransitions(transitions.toList());
    }

    /** Always the same scenarios: a counterexample found by chance could be one that shrinks badly. */
    abstract static class Planted extends DifferentialTest {
        @Override
        @Property(tries = 1000, seed = "4")
        void both_engines_answer_alike_in_every_preset(@ForAll("presets") Scenario scenario) {
            super.both_engines_answer_alike_in_every_preset(scenario);
        }

        @Override
        @Property(seed = "4")
        void both_engines_answer_alike_in_every_random_workflow(@ForAll("anyWorkflow") Scenario scenario) {
            super.both_engines_answer_alike_in_every_random_workflow(scenario);
        }
    }

    static class ExtraTransitionInTable extends Planted {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return super.table(extraTransition(workflow), guards);
        }
    }

    static class ExtraTransitionInMachines extends Planted {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return super.machines(extraTransition(workflow), guards);
        }
    }

    static class SkippedGuardInTable extends Planted {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return super.table(skippedGuard(workflow), guards);
        }
    }

    static class SkippedGuardInMachines extends Planted {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return super.machines(skippedGuard(workflow), guards);
        }
    }

    static class WrongTargetInTable extends Planted {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return super.table(wrongTarget(workflow), guards);
        }
    }

    static class WrongTargetInMachines extends Planted {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return super.machines(wrongTarget(workflow), guards);
        }
    }
}
