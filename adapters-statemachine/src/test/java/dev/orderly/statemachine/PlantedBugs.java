package dev.orderly.statemachine;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Guard;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.jqwik.Scenarios;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    /** Forgets what transitions write into fields. */
    private static Workflow skippedChanges(Workflow workflow) {
        return with(workflow, workflow.transitions().stream().map(t -> rebuilt(t, condition -> true, List.of())));
    }

    /** Compares no field with another. */
    private static Workflow skippedComparisons(Workflow workflow) {
        return with(
                workflow,
                workflow.transitions().stream()
                        .map(t -> rebuilt(t, condition -> !(condition instanceof FieldComparison), t.changes())));
    }

    /** Lets amounts go beyond their bounds. */
    private static Workflow ignoredBounds(Workflow workflow) {
        WorkflowBuilder<String, String> parts = workflow.toBuilder();
        workflow.fields()
                .forEach(field ->
                        parts.field(field.toBuilder().atLeast(null).atMost(null).build()));
        return parts.build();
    }

    /** Does not look at flows. */
    private static Workflow ignoredFlows(Workflow workflow) {
        return with(
                workflow,
                workflow.transitions().stream()
                        .map(t -> rebuilt(t, condition -> condition.kind() != Condition.Kind.WHEN_FLOW, t.changes())));
    }

    /** Counts limits from where the order entered its status, whatever they shall count from. */
    private static Workflow limitsFromElsewhere(Workflow workflow) {
        return with(workflow, workflow.transitions().stream().map(PlantedBugs::limitedFromElsewhere));
    }

    private static Transition limitedFromElsewhere(Transition t) {
        boolean isLimited = t.after() != null || t.notBefore() != null || t.within() != null;
        return isLimited
                ? t.toBuilder()
                        .after(fromElsewhere(t.after()))
                        .notBefore(fromElsewhere(t.notBefore()))
                        .within(fromElsewhere(t.within()))
                        .build()
                : t;
    }

    private static @Nullable TimeLimit fromElsewhere(@Nullable TimeLimit limit) {
        return limit == null ? null : new TimeLimit(limit.span(), null, limit.dateField(), limit.cutOff(), null);
    }

    private static Transition rebuilt(Transition t, Predicate<Condition> kept, List<FieldChange> changes) {
        TransitionBuilder<String> parts = Transition.builder(t.event())
                .from(t.from().toArray(String[]::new))
                .to(t.to())
                .by(t.by().toArray(String[]::new))
                .takes(t.takes().toArray(String[]::new))
                .checklist(t.checklist().toArray(String[]::new))
                .change(changes.toArray(FieldChange[]::new))
                .items(t.itemMove())
                .parcel(t.parcel())
                .after(t.after())
                .automatic(t.automatic())
                .notifying(t.notifications().toArray(NotificationRule[]::new));
        t.conditions().stream().filter(kept).forEach(parts::condition);
        return parts.build();
    }

    private static Transition change(Transition t, List<String> from, @Nullable String to, List<String> guards) {
        return t.withFrom(from).withTo(to).withGuards(guards);
    }

    private static Workflow with(Workflow w, Stream<Transition> transitions) {
        return w.withTransitions(transitions.toList());
    }

    /** Always the same scenarios: a counterexample found by chance could be one that shrinks badly. */
    abstract static class Planted extends EnginesAgree {

        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return Engine.table(workflow, guards);
        }

        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return StateMachineEngine.of(workflow, guards);
        }

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

    /** The same where flows go beside units. */
    abstract static class PlantedAcrossFlows {

        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return Engine.table(workflow, guards);
        }

        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return StateMachineEngine.of(workflow, guards);
        }

        @Provide
        Arbitrary<Scenario> itemsAndFlows() {
            return Scenarios.anyWorkflowWithItemsAndFlows();
        }

        @Property(seed = "4")
        void both_engines_answer_alike_where_flows_go_beside_units(@ForAll("itemsAndFlows") Scenario scenario) {
            EnginesAgree.agree(
                    scenario,
                    Decider.using(scenario.workflow(), part -> table(part, scenario.guards())),
                    Decider.using(scenario.workflow(), part -> machines(part, scenario.guards())));
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

    static class SkippedChangesInTable extends Planted {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return super.table(skippedChanges(workflow), guards);
        }
    }

    static class SkippedChangesInMachines extends Planted {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return super.machines(skippedChanges(workflow), guards);
        }
    }

    static class SkippedComparisonsInTable extends Planted {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return super.table(skippedComparisons(workflow), guards);
        }
    }

    static class SkippedComparisonsInMachines extends Planted {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return super.machines(skippedComparisons(workflow), guards);
        }
    }

    static class IgnoredBoundsInTable extends Planted {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return super.table(ignoredBounds(workflow), guards);
        }
    }

    static class IgnoredBoundsInMachines extends Planted {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return super.machines(ignoredBounds(workflow), guards);
        }
    }

    static class IgnoredFlowsInTable extends PlantedAcrossFlows {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return super.table(ignoredFlows(workflow), guards);
        }
    }

    static class IgnoredFlowsInMachines extends PlantedAcrossFlows {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return super.machines(ignoredFlows(workflow), guards);
        }
    }

    static class LimitsFromElsewhereInTable extends PlantedAcrossFlows {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return super.table(limitsFromElsewhere(workflow), guards);
        }
    }

    static class LimitsFromElsewhereInMachines extends PlantedAcrossFlows {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return super.machines(limitsFromElsewhere(workflow), guards);
        }
    }

    static class LostUnitInTable extends PlantedAcrossFlows {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return new FaultyEngine(super.table(workflow, guards), FaultyEngine::lostUnit);
        }
    }

    static class LostUnitInMachines extends PlantedAcrossFlows {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return new FaultyEngine(super.machines(workflow, guards), FaultyEngine::lostUnit);
        }
    }

    static class DoubledUnitInTable extends PlantedAcrossFlows {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return new FaultyEngine(super.table(workflow, guards), FaultyEngine::doubledUnit);
        }
    }

    static class DoubledUnitInMachines extends PlantedAcrossFlows {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return new FaultyEngine(super.machines(workflow, guards), FaultyEngine::doubledUnit);
        }
    }

    static class SkippedAutomaticStepInTable extends PlantedAcrossFlows {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return new FaultyEngine(super.table(workflow, guards), FaultyEngine::skippedAutomaticStep);
        }
    }

    static class SkippedAutomaticStepInMachines extends PlantedAcrossFlows {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return new FaultyEngine(super.machines(workflow, guards), FaultyEngine::skippedAutomaticStep);
        }
    }

    static class DoubledAdditionInTable extends PlantedAcrossFlows {
        @Override
        Engine table(Workflow workflow, Map<String, Guard> guards) {
            return new FaultyEngine(super.table(workflow, guards), FaultyEngine::doubledAddition);
        }
    }

    static class DoubledAdditionInMachines extends PlantedAcrossFlows {
        @Override
        Engine machines(Workflow workflow, Map<String, Guard> guards) {
            return new FaultyEngine(super.machines(workflow, guards), FaultyEngine::doubledAddition);
        }
    }
}
