package dev.orderly.testkit.internal.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Action;
import dev.orderly.decision.CaseOption;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.order.OrderView;
import dev.orderly.testkit.PlayedStep;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.ScenarioStep;
import dev.orderly.testkit.internal.scenario.Choices;
import dev.orderly.testkit.internal.scenario.FittingRequests;
import dev.orderly.testkit.internal.scenario.TransitionGoal;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TimeSpan;
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
    public static void areKept(Scenario scenario, Decider decider) {
        FittingRequests fitting = new FittingRequests(FittingRequests::usual);
        for (PlayedStep turn : scenario.play(decider)) {
            Order order = turn.before();
            if (order != null) {
                for (Offer offer : on(order, turn, scenario, decider)) {
                    if (offer.action().isPossible()
                            && offer.aims().stream().allMatch(aim -> isPlain(aim.transition()))) {
                        assertThat(attempts(offer.aims(), fitting, turn, order))
                                .as(offer.action().event() + " is called possible in status " + order.status() + ": "
                                        + offer.action())
                                .anyMatch(attempt -> isAccepted(attempt, decider, order));
                    }
                }
            }
        }
    }

    /** What is called impossible is refused, whatever the data. */
    public static void areComplete(Scenario scenario, Decider decider) {
        FittingRequests fitting = new FittingRequests(FittingRequests::usual);
        for (PlayedStep turn : scenario.play(decider)) {
            Order order = turn.before();
            if (order != null) {
                for (Offer offer : on(order, turn, scenario, decider)) {
                    if (!offer.action().isPossible()) {
                        assertThat(attempts(offer.aims(), fitting, turn, order))
                                .as(offer.action().event() + " is called impossible in status " + order.status())
                                .noneMatch(attempt -> isAccepted(attempt, decider, order));
                    }
                }
            }
        }
    }

    /** What is said of the order's own events and of cases that can be opened, each with the ways to try it. */
    private static List<Offer> on(Order order, PlayedStep turn, Scenario scenario, Decider decider) {
        List<Offer> offers = new ArrayList<>();
        for (Action action : decider.available(order, actor(turn), now(turn, order))) {
            offers.add(new Offer(action, aims(scenario, order, action)));
        }
        for (CaseOption opening : decider.caseOptions(order, actor(turn), now(turn, order))) {
            List<TransitionGoal> aims = TransitionGoal.openings(opening.type(), order).stream()
                    .filter(aim ->
                            aim.transition().event().equals(opening.action().event()))
                    .toList();
            offers.add(new Offer(opening.action(), aims));
        }
        return offers;
    }

    /** What happened was called possible just before. */
    public static void areTimely(Scenario scenario, Decider decider) {
        for (PlayedStep turn : scenario.play(decider)) {
            Order order = turn.before();
            String event = turn.step().request().event();
            if (order != null && turn.decision().isAccepted()) {
                assertThat(offers(turn, order, decider))
                        .as("what was called possible before " + turn)
                        .filteredOn(Action::isPossible)
                        .extracting(Action::event)
                        .contains(event);
            }
        }
    }

    private static List<Action> offers(PlayedStep turn, Order order, Decider decider) {
        if (turn.step() instanceof ScenarioStep.MoveCase move) {
            return order.findCase(move.caseId())
                    .map(aCase -> decider.availableForCase(aCase, actor(turn), now(turn, aCase)))
                    .orElse(List.of());
        }
        if (turn.step() instanceof ScenarioStep.OpenCase open) {
            return decider.caseOptions(order, actor(turn), now(turn, order)).stream()
                    .filter(opening -> opening.type().name().equals(open.type()))
                    .map(CaseOption::action)
                    .toList();
        }
        return decider.available(order, actor(turn), now(turn, order));
    }

    private static Actor actor(PlayedStep turn) {
        return turn.step().request().actor();
    }

    private static Instant now(PlayedStep turn, OrderView order) {
        return Laws.now(order, turn.step().request());
    }

    /** The order's own ways on by the event of an action. */
    private static List<TransitionGoal> aims(Scenario scenario, Order order, Action action) {
        return TransitionGoal.moves(scenario.workflow(), order, ScenarioStep.Move::new).stream()
                .filter(aim -> aim.transition().event().equals(action.event()))
                .toList();
    }

    private static Stream<ScenarioStep> attempts(
            List<TransitionGoal> aims, FittingRequests fitting, PlayedStep turn, Order order) {
        return aims.stream()
                .flatMap(aim -> IntStream.range(0, DATA_TRIES)
                        .mapToObj(i -> fitting.data(aim, new Choices(i)).orElse(Data.EMPTY))
                        .map(data -> aim.step()
                                .apply(Request.of(aim.transition().event(), actor(turn))
                                        .with(data)
                                        .at(now(turn, order)))));
    }

    private static boolean isAccepted(ScenarioStep attempt, Decider decider, Order order) {
        return attempt.ask(decider, order.number(), order).orElseThrow().isAccepted();
    }

    /** Tells whether only data decide, and not a guard that may look at them, or a limit that they may move. */
    private static boolean isPlain(Transition transition) {
        return transition.guards().isEmpty()
                && Stream.of(transition.after(), transition.notBefore(), transition.within())
                        .filter(Objects::nonNull)
                        .noneMatch(AvailabilityCheck::isMovable);
    }

    private static boolean isMovable(TimeLimit limit) {
        return limit.dateField() != null || limit.span() instanceof TimeSpan.DaysIn;
    }

    /**
     * What an engine says of an event.
     *
     * @param aims the transitions by which it could happen
     */
    private record Offer(Action action, List<TransitionGoal> aims) {}
}
