package dev.orderly.testkit.internal.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Action;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.order.OrderView;
import dev.orderly.order.Redaction;
import dev.orderly.testkit.PlayedStep;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.ScenarioStep;
import dev.orderly.testkit.internal.scenario.FittingRequests;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What holds for every workflow, every engine and every scenario. */
public final class Laws {

    private static final String STRANGER = "stranger";

    private Laws() {}

    /** What is accepted leads where the first transition that allows it leads, and there is one. */
    public static void nothingIllegalHappens(Scenario scenario, Decider decider) {
        DefinitionOracle definition = new DefinitionOracle(scenario.workflow(), scenario.guards());
        for (PlayedStep turn : scenario.play(decider)) {
            if (turn.decision() instanceof Accepted accepted) {
                Optional<DefinitionOracle.Allowed> allowed =
                        definition.allowed(turn.before(), turn.step(), scenario.number());
                assertThat(allowed)
                        .as("a transition of the file that allows " + turn)
                        .isPresent();
                assertThat(accepted.entry().to())
                        .as("where \"" + allowed.get().transition() + "\" leads " + turn)
                        .isEqualTo(allowed.get().to());
                assertThat(accepted.entry().data())
                        .as("the data that the history keeps of " + turn)
                        .isEqualTo(allowed.get().data());
            }
        }
    }

    /** What is refused is allowed by no transition. */
    public static void nothingLegalIsRefused(Scenario scenario, Decider decider) {
        DefinitionOracle definition = new DefinitionOracle(scenario.workflow(), scenario.guards());
        for (PlayedStep turn : scenario.play(decider)) {
            if (turn.decision() instanceof Rejected) {
                assertThat(definition.allowed(turn.before(), turn.step(), scenario.number()))
                        .as("a transition of the file that allows what was refused: " + turn)
                        .isEmpty();
            }
        }
    }

    /** The accepted entries make a sound history, which makes the order. */
    public static void historyReplays(Scenario scenario, Decider decider) {
        List<HistoryEntry> entries = new ArrayList<>();
        Order order = null;
        String hash = HashChain.START;
        for (PlayedStep turn : scenario.play(decider)) {
            if (turn.decision() instanceof Accepted accepted) {
                Activity entry = accepted.entry();
                HistoryEntry recorded = HistoryEntry.after(hash, entry, Redaction.of("salt"));
                entries.add(recorded);
                hash = recorded.hash();
                order = accepted.order();
            }
        }
        if (order != null) {
            replays(new History(scenario.number(), entries), order, decider);
        }
    }

    /** What orders keep of a scenario is a sound history, which makes the order. */
    public static void keptHistoryReplays(Scenario scenario, Orders orders) {
        scenario.steps().forEach(step -> step.fire(orders, scenario.number()));
        Optional<History> history = orders.history(scenario.number());
        Optional<Order> order = orders.find(scenario.number());
        assertThat(history.isPresent()).isEqualTo(order.isPresent());
        if (history.isPresent() && order.isPresent()) {
            replays(history.get(), order.get(), scenario.decider());
        }
    }

    private static void replays(History history, Order order, Decider decider) {
        assertThat(history.verify()).as("what is wrong with the history").isEmpty();
        assertThat(history.replay((name, version) -> decider.evolution()))
                .as("the order that the history makes")
                .isEqualTo(order);
        assertThat(history.trail(order.sequence()))
                .as("the trail that the history tells")
                .isEqualTo(order.trail());
    }

    /** Each promise of the workflow holds in every status that the order gets to. */
    public static void promisesHold(Scenario scenario, Decider decider) {
        for (PlayedStep turn : scenario.play(decider)) {
            if (turn.decision() instanceof Accepted accepted) {
                assertThat(Promises.broken(scenario.workflow(), accepted.order()))
                        .as("a promise that is broken by " + turn)
                        .isEmpty();
            }
        }
    }

    /** Nobody is told that he can do, or can do, what no transition lets his role do. */
    public static void rolesAreKept(Scenario scenario, Decider decider) {
        Workflow workflow = scenario.workflow();
        List<String> roles =
                Stream.concat(workflow.roles().stream(), Stream.of(STRANGER)).toList();
        for (PlayedStep turn : scenario.play(decider)) {
            Order order = turn.before();
            for (String role : roles) {
                Decision decision = turn.step()
                        .by(Actor.of(role, "anna"))
                        .ask(decider, scenario.number(), order)
                        .orElseThrow();
                if (decision instanceof Accepted accepted) {
                    assertThat(ways(workflow, turn))
                            .as("a transition that lets role " + role + " do what it did: " + turn)
                            .anyMatch(way -> way.event().equals(accepted.entry().event()) && way.allows(role));
                }
                if (order != null) {
                    offersAreKept(workflow.transitionsFrom(order.status()), role, decider, order, turn.step());
                }
            }
        }
    }

    private static void offersAreKept(
            List<Transition> ways, String role, Decider decider, Order order, ScenarioStep step) {
        for (Action action : decider.available(order, Actor.of(role), now(order, step.request()))) {
            if (action.isPossible()) {
                assertThat(ways)
                        .as("a transition that lets role " + role + " do what it is told that it can do with " + order)
                        .anyMatch(way -> way.event().equals(action.event()) && way.allows(role));
            }
        }
    }

    private static List<Transition> ways(Workflow workflow, PlayedStep turn) {
        Order order = turn.before();
        if (order == null) {
            return starts(workflow);
        }
        if (turn.step() instanceof ScenarioStep.OpenCase open) {
            return workflow.caseType(open.type())
                    .map(type -> starts(type.workflow()))
                    .orElse(List.of());
        }
        if (turn.step() instanceof ScenarioStep.MoveCase move) {
            return order.findCase(move.caseId())
                    .flatMap(aCase -> workflow.caseType(aCase.ref().type())
                            .map(type -> type.workflow().transitionsFrom(aCase.status())))
                    .orElse(List.of());
        }
        return workflow.transitionsFrom(order.status());
    }

    private static List<Transition> starts(Workflow workflow) {
        return workflow.transitions().stream().filter(Transition::isInitial).toList();
    }

    /** From wherever an order gets to, some requests lead it to a done status. */
    public static void everyOrderCanBeDone(Scenario scenario, Decider decider, Function<Field, List<?>> values) {
        PathSearch way = new PathSearch(decider, new FittingRequests(values));
        for (PlayedStep turn : scenario.play(decider)) {
            if (turn.decision() instanceof Accepted accepted) {
                assertThat(way.isThere(accepted.order()))
                        .as("whether requests lead to a done status from "
                                + accepted.order().status() + ", after " + turn)
                        .isTrue();
            }
        }
    }

    /** A refused request leaves the order and its history as they were. */
    public static void refusalsChangeNothing(Scenario scenario, Orders orders) {
        for (ScenarioStep step : scenario.steps()) {
            Optional<Order> order = orders.find(scenario.number());
            Optional<History> history = orders.history(scenario.number());
            if (step.fire(orders, scenario.number()) instanceof Rejected) {
                assertThat(orders.find(scenario.number()))
                        .as("the order after the refusal of " + step)
                        .isEqualTo(order);
                assertThat(orders.history(scenario.number()))
                        .as("the history after the refusal of " + step)
                        .isEqualTo(history);
            }
        }
    }

    /** Every request gets an answer, and so does everyone who asks what is possible. */
    public static void everythingIsAnswered(Scenario scenario, Decider decider) {
        for (PlayedStep turn : scenario.play(decider)) {
            Order order = turn.after();
            if (order != null) {
                for (String role : scenario.workflow().roles()) {
                    assertThat(decider.available(order, Actor.of(role), order.lastMove()))
                            .isNotNull();
                    order.cases()
                            .forEach(aCase -> assertThat(
                                            decider.availableForCase(aCase, Actor.of(role), order.lastMove()))
                                    .isNotNull());
                }
            }
        }
    }

    /** The time of a request or, where nothing can happen then, of the last move of the order or the case. */
    static Instant now(OrderView order, Request request) {
        boolean possible =
                DefinitionOracle.isTime(request.at()) && !request.at().isBefore(order.lastMove());
        return possible ? request.at() : order.lastMove();
    }
}
