package dev.orderly.testkit.jqwik;

import dev.orderly.decision.Guard;
import dev.orderly.testkit.internal.workflow.TransitionClause;
import dev.orderly.testkit.internal.workflow.TransitionSketch;
import dev.orderly.testkit.internal.workflow.WorkflowSketch;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Random workflows in which the checker finds no error: up to 8 statuses and 14 transitions with everything that a
 * transition can say, several starts that the data choose among, never rules that hold, guards in code, a flow, and a kind of
 * case. From every status that is not done an order can be dropped. They shrink: transitions, and what those say, go
 * away one by one while a property still fails.
 */
public final class RandomWorkflows {

    /** Choices beyond this never occur; every shorter list can be picked from evenly. */
    private static final int CHOICES = 840;

    private static final int MOST_STARTS = 2;
    private static final int MOST_LIVE = 6;

    /** Statuses of an order and of its flow multiply, and so does the checker's work. */
    private static final int MOST_LIVE_BESIDE = 3;

    private static final int MOST_IN_FLOW = 2;
    private static final int MOST_TRANSITIONS = 10;

    private RandomWorkflows() {}

    /** Workflows with all that there is. */
    public static Arbitrary<Workflow> any() {
        return sketches().map(WorkflowSketch::workflow).withoutEdgeCases();
    }

    /** The guards that the workflows name: pure, and decided by the order and the request alone. */
    public static Map<String, Guard> guards() {
        return WorkflowSketch.guards();
    }

    static Arbitrary<WorkflowSketch> sketches() {
        Arbitrary<List<WorkflowSketch>> none = Arbitraries.create(List::of);
        Arbitrary<Boolean> noItems = Arbitraries.just(false);
        Arbitrary<WorkflowSketch> cases = sketches(none, none, MOST_LIVE, 3, noItems);
        Arbitrary<WorkflowSketch> flows = sketches(none, none, MOST_IN_FLOW, MOST_IN_FLOW, noItems);
        Arbitrary<Boolean> items = Arbitraries.frequency(Tuple.of(3, false), Tuple.of(2, true));
        return Arbitraries.frequencyOf(
                Tuple.of(3, sketches(few(cases, 1), none, MOST_LIVE, MOST_TRANSITIONS, items)),
                Tuple.of(1, sketches(few(cases, 1), few(flows, 1), MOST_LIVE_BESIDE, MOST_TRANSITIONS, items)));
    }

    /** Those that have a flow, and item statuses between which a transition moves units unless that is an error. */
    static Arbitrary<WorkflowSketch> sketchesWithItemsAndFlows() {
        Arbitrary<List<WorkflowSketch>> none = Arbitraries.create(List::of);
        Arbitrary<Boolean> noItems = Arbitraries.just(false);
        Arbitrary<TransitionSketch> ways = transitions(few(clausesAcrossParts(), 4));
        Arbitrary<WorkflowSketch> cases = sketches(none, none, MOST_LIVE, 3, noItems);
        Arbitrary<WorkflowSketch> flows = sketches(none, none, MOST_IN_FLOW, few(ways, MOST_IN_FLOW + 1), noItems);
        Arbitrary<List<TransitionSketch>> transitions = Combinators.combine(
                        transitions(itemMoves()), few(ways, MOST_TRANSITIONS - 1))
                .as((first, others) ->
                        Stream.concat(Stream.of(first), others.stream()).toList());
        return sketches(few(cases, 1), flows.list().ofSize(1), MOST_LIVE_BESIDE, transitions, Arbitraries.just(true));
    }

    private static Arbitrary<WorkflowSketch> sketches(
            Arbitrary<List<WorkflowSketch>> cases,
            Arbitrary<List<WorkflowSketch>> flows,
            int mostLive,
            int mostTransitions,
            Arbitrary<Boolean> items) {
        return sketches(cases, flows, mostLive, few(transitions(), mostTransitions), items);
    }

    private static Arbitrary<WorkflowSketch> sketches(
            Arbitrary<List<WorkflowSketch>> cases,
            Arbitrary<List<WorkflowSketch>> flows,
            int mostLive,
            Arbitrary<List<TransitionSketch>> transitions,
            Arbitrary<Boolean> items) {
        return Combinators.combine(
                        numbers(1, mostLive),
                        numbers(1, 2),
                        few(transitions(), MOST_STARTS),
                        transitions,
                        few(neverRules(), 2),
                        cases,
                        flows,
                        items)
                .as(WorkflowSketch::new);
    }

    private static Arbitrary<TransitionSketch> transitions() {
        return transitions(few(clauses(), 4));
    }

    private static Arbitrary<TransitionSketch> transitions(Arbitrary<List<TransitionClause>> clauses) {
        return Combinators.combine(choices(), few(choices(), 2), choices(), few(choices(), 2), clauses)
                .as(TransitionSketch::new);
    }

    private static Arbitrary<List<TransitionClause>> itemMoves() {
        Arbitrary<TransitionClause> move =
                choices().map(choice -> new TransitionClause(TransitionClause.Kind.ITEMS, choice));
        return Combinators.combine(move, few(clausesAcrossParts(), 3))
                .as((first, others) ->
                        Stream.concat(Stream.of(first), others.stream()).toList());
    }

    private static Arbitrary<TransitionClause> clauses() {
        return Combinators.combine(kinds(), choices()).as(TransitionClause::new);
    }

    /** What goes across an order, its units and its flows more often than the rest. */
    private static Arbitrary<TransitionClause> clausesAcrossParts() {
        Arbitrary<TransitionClause.Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(1, kinds()),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                TransitionClause.Kind.WHEN_FLOW,
                                TransitionClause.Kind.ITEMS,
                                TransitionClause.Kind.WHEN_ITEMS,
                                TransitionClause.Kind.CHANGES,
                                TransitionClause.Kind.AUTOMATIC)));
        return Combinators.combine(kinds, choices()).as(TransitionClause::new);
    }

    /** Conditions on data more often than the rest, for they choose among alternatives. */
    private static Arbitrary<TransitionClause.Kind> kinds() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(TransitionClause.Kind.WHEN)),
                Tuple.of(2, Arbitraries.of(TransitionClause.Kind.class)));
    }

    private static Arbitrary<WorkflowSketch.NeverSketch> neverRules() {
        return Combinators.combine(choices(), choices()).as(WorkflowSketch.NeverSketch::new);
    }

    private static Arbitrary<Integer> choices() {
        return numbers(0, CHOICES - 1);
    }

    static Arbitrary<Integer> numbers(int least, int most) {
        return Arbitraries.integers().between(least, most).withDistribution(RandomDistribution.uniform());
    }

    /**
     * Short lists. Each element can go away by itself when a property fails; jqwik alone cuts a list at its ends only,
     * so that what is superfluous in the middle would stay.
     */
    static <T> Arbitrary<List<T>> few(Arbitrary<T> items, int most) {
        Arbitrary<Boolean> stays = Arbitraries.frequency(Tuple.of(1, false), Tuple.of(19, true));
        return Combinators.combine(stays, items)
                .as((here, item) -> here ? List.of(item) : List.<T>of())
                .list()
                .ofMaxSize(most)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }
}
