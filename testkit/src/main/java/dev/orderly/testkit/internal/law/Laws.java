package dev.orderly.testkit.internal.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.AcceptedStep;
import dev.orderly.decision.Action;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderView;
import dev.orderly.order.Redaction;
import dev.orderly.order.TransitionEntry;
import dev.orderly.testkit.PlayedStep;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.ScenarioStep;
import dev.orderly.testkit.internal.scenario.AmountOracle;
import dev.orderly.testkit.internal.scenario.FittingRequests;
import dev.orderly.testkit.internal.scenario.TransitionGoal;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The laws that hold for every workflow, every engine and every scenario. */
public final class Laws {

    private static final String STRANGER = "stranger";

    private Laws() {}

    /** What is accepted leads where the first transition that allows it leads, and there is one. */
    public static void nothingIllegalHappens(Scenario scenario, Decider decider) {
        DefinitionOracle definition = new DefinitionOracle(scenario.workflow(), scenario.guards());
        for (PlayedStep played : scenario.play(decider)) {
            if (played.decision() instanceof Accepted accepted) {
                Optional<DefinitionOracle.Allowed> allowed =
                        definition.allowed(played.before(), played.step(), scenario.number());
                assertThat(allowed)
                        .as("a transition of the file that allows " + played)
                        .isPresent();
                assertThat(accepted.entry().to())
                        .as("where \"" + allowed.get().transition() + "\" leads " + played)
                        .isEqualTo(allowed.get().to());
                assertThat(accepted.entry().data())
                        .as("the data that the history keeps of " + played)
                        .isEqualTo(allowed.get().data());
                if (played.step() instanceof ScenarioStep.Move) {
                    assertThat(UnitOracle.counted(accepted.steps().get(0).order()))
                            .as("where the units are after " + played)
                            .isEqualTo(allowed.get().units());
                }
            }
        }
    }

    /** The units of each line, over all item statuses, are always as many as were ordered. */
    public static void unitsAreKept(Scenario scenario, Orders orders) {
        if (scenario.workflow().items() == null) {
            return;
        }
        for (ScenarioStep step : scenario.steps()) {
            step.fire(orders, scenario.number());
            orders.find(scenario.number()).ifPresent(order -> {
                Map<String, Integer> ordered = new TreeMap<>();
                order.lines().forEach(line -> ordered.put(line.id(), line.quantity()));
                Map<String, Integer> there = new TreeMap<>();
                UnitOracle.counted(order)
                        .forEach((line, units) -> there.put(
                                line,
                                units.values().stream().mapToInt(count -> count).sum()));
                assertThat(there).as("units of each line after " + step).isEqualTo(ordered);
            });
        }
    }

    /** Behind what is accepted, each automatic step is taken that the file then wants, and nothing else. */
    public static void automaticStepsFollow(Scenario scenario, Decider decider) {
        DefinitionOracle definition = new DefinitionOracle(scenario.workflow(), scenario.guards());
        for (PlayedStep played : scenario.play(decider)) {
            if (played.decision() instanceof Accepted accepted) {
                Instant at = accepted.entry().at();
                for (int i = 0; i < accepted.steps().size(); i++) {
                    Order order = accepted.steps().get(i).order();
                    boolean isLast = i + 1 == accepted.steps().size();
                    assertThat(definition.automatic(order, at).map(Laws::inWords))
                            .as("what follows by itself, in status " + order.status() + " after " + played)
                            .isEqualTo(
                                    isLast
                                            ? Optional.empty()
                                            : Optional.of(
                                                    inWords(accepted.steps().get(i + 1))));
                }
            }
        }
    }

    private static String inWords(DefinitionOracle.Automatic step) {
        String event = step.allowed().transition().event();
        return inWords(step.about(), event, step.allowed().to(), step.allowed().units());
    }

    private static String inWords(AcceptedStep step) {
        TransitionEntry entry = step.entry();
        CaseRef about = entry.caseRef();
        boolean hasUnits = about == null || step.order().flow(about.type()).isPresent();
        return inWords(about, entry.event(), entry.to(), hasUnits ? UnitOracle.counted(step.order()) : Map.of());
    }

    private static String inWords(
            @Nullable CaseRef about, String event, String to, Map<String, Map<String, Integer>> units) {
        return (about == null ? "" : about + ": ") + event + " → " + to + " " + units;
    }

    /** What orders keep of an accepted request is all of its steps. */
    public static void stepsAreKeptTogether(Scenario scenario, Orders orders) {
        for (ScenarioStep step : scenario.steps()) {
            if (step.fire(orders, scenario.number()) instanceof Accepted accepted) {
                assertThat(orders.find(scenario.number()))
                        .as("the order after " + step)
                        .contains(accepted.order());
                assertThat(orders.history(scenario.number())
                                .map(History::transitions)
                                .orElse(List.of()))
                        .as("the history after " + step)
                        .endsWith(accepted.steps().stream()
                                .map(AcceptedStep::entry)
                                .toArray(TransitionEntry[]::new));
            }
        }
    }

    /** No field's value is ever over or under another field or total that bounds it. */
    public static void boundsAreKept(Scenario scenario, Orders orders) {
        for (ScenarioStep step : scenario.steps()) {
            step.fire(orders, scenario.number());
            orders.find(scenario.number()).ifPresent(order -> {
                assertThat(AmountOracle.overrun(scenario.workflow(), order, order.total()))
                        .as("bounds that do not hold after " + step)
                        .isEmpty();
                for (OrderCase aCase : order.cases()) {
                    scenario.workflow()
                            .caseType(aCase.ref().type())
                            .ifPresent(type -> assertThat(AmountOracle.overrun(type.workflow(), aCase, null))
                                    .as("bounds of a case that do not hold after " + step)
                                    .isEmpty());
                }
            });
        }
    }

    /** What is refused is allowed by no transition. */
    public static void nothingLegalIsRefused(Scenario scenario, Decider decider) {
        DefinitionOracle definition = new DefinitionOracle(scenario.workflow(), scenario.guards());
        for (PlayedStep played : scenario.play(decider)) {
            if (played.decision() instanceof Rejected) {
                assertThat(definition.allowed(played.before(), played.step(), scenario.number()))
                        .as("a transition of the file that allows what was refused: " + played)
                        .isEmpty();
            }
        }
    }

    /** The accepted entries make a sound history, which makes the order. */
    public static void historyReplays(Scenario scenario, Decider decider) {
        List<HistoryEntry> entries = new ArrayList<>();
        Order order = null;
        String hash = HashChain.START;
        for (PlayedStep played : scenario.play(decider)) {
            if (played.decision() instanceof Accepted accepted) {
                for (AcceptedStep step : accepted.steps()) {
                    HistoryEntry recorded = HistoryEntry.of(hash, step.entry(), Redaction.of("salt"));
                    entries.add(recorded);
                    hash = recorded.hash();
                }
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
                .as("the trail that the history gives")
                .isEqualTo(order.trail());
    }

    /** Each never rule of the workflow holds in every status that the order reaches. */
    public static void neverRulesHold(Scenario scenario, Decider decider) {
        for (PlayedStep played : scenario.play(decider)) {
            if (played.decision() instanceof Accepted accepted) {
                for (AcceptedStep step : accepted.steps()) {
                    assertThat(NeverRuleCheck.broken(scenario.workflow(), step.order()))
                            .as("a never rule that is broken by " + played)
                            .isEmpty();
                }
            }
        }
    }

    /** No role can do, or has offered as possible, what no transition lets it do. */
    public static void rolesAreKept(Scenario scenario, Decider decider) {
        Workflow workflow = scenario.workflow();
        List<String> roles =
                Stream.concat(workflow.roles().stream(), Stream.of(STRANGER)).toList();
        for (PlayedStep played : scenario.play(decider)) {
            Order order = played.before();
            for (String role : roles) {
                Decision decision = played.step()
                        .withActor(Actor.of(role, "anna"))
                        .ask(decider, scenario.number(), order)
                        .orElseThrow();
                if (decision.isAccepted()) {
                    assertThat(ways(workflow, played))
                            .as("a transition that lets role " + role + " do what it did: " + played)
                            .anyMatch(way ->
                                    way.event().equals(played.step().request().event()) && way.allows(role));
                }
                if (order != null) {
                    List<Transition> offered = TransitionGoal.ofEvents(workflow, order).stream()
                            .map(TransitionGoal::transition)
                            .toList();
                    actionsAreKept(offered, role, decider, order, played.step());
                }
            }
        }
    }

    private static void actionsAreKept(
            List<Transition> ways, String role, Decider decider, Order order, ScenarioStep step) {
        for (Action action : decider.available(order, Actor.of(role), now(order, step.request()))) {
            if (action.isPossible()) {
                assertThat(ways)
                        .as("a transition that lets role " + role + " do what is offered to it as possible for "
                                + order)
                        .anyMatch(way -> way.event().equals(action.event()) && way.allows(role));
            }
        }
    }

    private static List<Transition> ways(Workflow workflow, PlayedStep played) {
        Order order = played.before();
        if (order == null) {
            return starts(workflow);
        }
        if (played.step() instanceof ScenarioStep.OpenCase open) {
            return workflow.caseType(open.type())
                    .map(type -> starts(type.workflow()))
                    .orElse(List.of());
        }
        if (played.step() instanceof ScenarioStep.MoveCase move) {
            return order.findCase(move.caseId())
                    .flatMap(aCase -> workflow.caseType(aCase.ref().type())
                            .map(type -> type.workflow().transitionsFrom(aCase.status())))
                    .orElse(List.of());
        }
        return TransitionGoal.ofEvents(workflow, order).stream()
                .map(TransitionGoal::transition)
                .toList();
    }

    private static List<Transition> starts(Workflow workflow) {
        return workflow.transitions().stream().filter(Transition::isInitial).toList();
    }

    /** From every status that an order reaches, some requests lead it to a done status. */
    public static void everyOrderCanBeDone(Scenario scenario, Decider decider, Function<Field, List<?>> values) {
        PathSearch way = new PathSearch(decider, new FittingRequests(values));
        for (PlayedStep played : scenario.play(decider)) {
            if (played.decision() instanceof Accepted accepted) {
                assertThat(way.isThere(accepted.order()))
                        .as("whether requests lead to a done status from "
                                + accepted.order().status() + ", after " + played)
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

    /** Every request gets an answer, and so does every question of what is possible. */
    public static void everythingIsAnswered(Scenario scenario, Decider decider) {
        for (PlayedStep played : scenario.play(decider)) {
            Order order = played.after();
            if (order != null) {
                for (String role : scenario.workflow().roles()) {
                    assertThat(decider.available(order, Actor.of(role), order.lastMove()))
                            .isNotNull();
                    order.cases()
                            .forEach(aCase -> assertThat(
                                            decider.availableForCase(order, aCase, Actor.of(role), order.lastMove()))
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
