package dev.orderly.testkit.internal.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Action;
import dev.orderly.decision.CaseOption;
import dev.orderly.decision.Decider;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.order.OrderView;
import dev.orderly.testkit.PlayedStep;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.ScenarioStep;
import dev.orderly.testkit.internal.scenario.Choices;
import dev.orderly.testkit.internal.scenario.FittingRequests;
import dev.orderly.testkit.internal.scenario.NamedItems;
import dev.orderly.testkit.internal.scenario.TransitionGoal;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an engine says is possible, held against what it then decides. */
public final class AvailabilityCheck {

    private static final int DATA_TRIES = 4;

    private AvailabilityCheck() {}

    /** Of what is called possible, something is accepted with the right data. */
    public static void possibleIsAccepted(Scenario scenario, Decider decider) {
        FittingRequests fitting = new FittingRequests(FittingRequests::usual);
        for (PlayedStep played : scenario.play(decider)) {
            Order order = played.before();
            if (order != null) {
                for (ActionGoals listed : on(order, played, scenario, decider)) {
                    quantitiesAreRight(listed, order);
                    if (listed.action().isPossible()
                            && listed.goals().stream().allMatch(goal -> isPlain(goal.transition()))) {
                        assertThat(attempts(listed.goals(), fitting, played, order))
                                .as(listed.action().event() + " is called possible in status " + order.status() + ": "
                                        + listed.action())
                                .anyMatch(attempt -> isAccepted(attempt, decider, order));
                    }
                }
            }
        }
    }

    /** Of each line, no more units are offered than are there, and none where no transition moves any. */
    private static void quantitiesAreRight(ActionGoals listed, Order order) {
        for (LineQuantity offered : listed.action().items()) {
            assertThat(listed.goals())
                    .as(listed.action().event() + " offers " + offered)
                    .anySatisfy(goal -> assertThat(units(goal.transition(), order, offered.line()))
                            .isEqualTo(offered.quantity()));
        }
    }

    private static int units(Transition transition, Order order, String line) {
        ItemMove move = transition.itemMove();
        return move == null
                ? 0
                : move.from().stream()
                        .mapToInt(status -> order.items().count(line, status))
                        .sum();
    }

    /** What is called impossible is refused, whatever the data. */
    public static void impossibleIsRefused(Scenario scenario, Decider decider) {
        FittingRequests fitting = new FittingRequests(FittingRequests::usual);
        for (PlayedStep played : scenario.play(decider)) {
            Order order = played.before();
            if (order != null) {
                for (ActionGoals listed : on(order, played, scenario, decider)) {
                    if (!listed.action().isPossible()) {
                        assertThat(attempts(listed.goals(), fitting, played, order))
                                .as(listed.action().event() + " is called impossible in status " + order.status())
                                .noneMatch(attempt -> isAccepted(attempt, decider, order));
                    }
                }
            }
        }
    }

    /** What is said of the order's own events and of cases that can be opened, each with the ways to try it. */
    private static List<ActionGoals> on(Order order, PlayedStep played, Scenario scenario, Decider decider) {
        List<ActionGoals> listed = new ArrayList<>();
        for (Action action : decider.available(order, actor(played), now(played, order))) {
            listed.add(new ActionGoals(action, goals(scenario, order, action)));
        }
        for (CaseOption option : decider.caseOptions(order, actor(played), now(played, order))) {
            List<TransitionGoal> goals = TransitionGoal.caseStarts(option.type(), order).stream()
                    .filter(goal ->
                            goal.transition().event().equals(option.action().event()))
                    .toList();
            listed.add(new ActionGoals(option.action(), goals));
        }
        return listed;
    }

    /** What happened was called possible just before. */
    public static void acceptedWasPossible(Scenario scenario, Decider decider) {
        for (PlayedStep played : scenario.play(decider)) {
            Order order = played.before();
            String event = played.step().request().event();
            if (order != null && played.decision().isAccepted()) {
                assertThat(available(played, order, decider))
                        .as("what was called possible before " + played)
                        .filteredOn(Action::isPossible)
                        .extracting(Action::event)
                        .contains(event);
            }
        }
    }

    /** At the very time of the request: a flow can be behind the order. */
    private static List<Action> available(PlayedStep played, Order order, Decider decider) {
        Instant at = played.step().request().at();
        if (played.step() instanceof ScenarioStep.MoveCase move) {
            return order.findCase(move.caseId())
                    .map(aCase -> decider.availableForCase(order, aCase, actor(played), at))
                    .orElse(List.of());
        }
        if (played.step() instanceof ScenarioStep.OpenCase open) {
            return decider.caseOptions(order, actor(played), at).stream()
                    .filter(option -> option.type().name().equals(open.type()))
                    .map(CaseOption::action)
                    .toList();
        }
        return decider.available(order, actor(played), at);
    }

    private static Actor actor(PlayedStep played) {
        return played.step().request().actor();
    }

    private static Instant now(PlayedStep played, OrderView order) {
        return Laws.now(order, played.step().request());
    }

    /** The order's own ways on by the event of an action. */
    private static List<TransitionGoal> goals(Scenario scenario, Order order, Action action) {
        return TransitionGoal.ofEvents(scenario.workflow(), order).stream()
                .filter(goal -> goal.transition().event().equals(action.event()))
                .toList();
    }

    private static Stream<ScenarioStep> attempts(
            List<TransitionGoal> goals, FittingRequests fitting, PlayedStep played, Order order) {
        return goals.stream()
                .flatMap(goal -> IntStream.range(0, DATA_TRIES)
                        .mapToObj(i -> fitting.data(goal, now(played, order), new Choices(i))
                                .orElse(Data.EMPTY))
                        .flatMap(data -> NamedItems.some(goal.transition(), order).stream()
                                .map(items -> goal.step()
                                        .apply(Request.of(goal.transition().event(), actor(played))
                                                .with(data)
                                                .withItems(items)
                                                .withTime(now(played, order))))));
    }

    private static boolean isAccepted(ScenarioStep attempt, Decider decider, Order order) {
        return attempt.ask(decider, order.number(), order).orElseThrow().isAccepted();
    }

    /** Whether only data decide, and not a guard that may look at them, or a limit that they may move. */
    private static boolean isPlain(Transition transition) {
        return transition.guards().isEmpty()
                && Stream.of(transition.after(), transition.notBefore(), transition.within())
                        .filter(Objects::nonNull)
                        .allMatch(limit -> limit.fields().isEmpty());
    }

    /**
     * What an engine says of an event.
     *
     * @param goals the transitions by which it could happen
     */
    private record ActionGoals(Action action, List<TransitionGoal> goals) {}
}
