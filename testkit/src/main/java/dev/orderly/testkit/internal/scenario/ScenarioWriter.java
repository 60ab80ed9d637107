package dev.orderly.testkit.internal.scenario;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.OrderView;
import dev.orderly.testkit.Scenario;
import dev.orderly.testkit.ScenarioStep;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the steps of a scenario from intents, each in the light of what came of those before it. Not thread-safe. */
public final class ScenarioWriter {

    static final String NUMBER = "A-1";
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** Longer than every deadline of the presets. */
    private static final Duration LONG = Duration.ofDays(20);

    private static final String EURO = "EUR";

    private final Decider decider;
    private final Workflow workflow;
    private final FittingRequests fitting;
    private final Line here;
    private final Line later;

    private ScenarioWriter(Decider decider, FittingRequests fitting) {
        this.decider = decider;
        this.workflow = decider.workflow();
        this.fitting = fitting;
        Currency currency = currency(workflow);
        here = Line.of("1", "Solaris", 3).withPrice(price("4", currency));
        later = Line.of("2", "Eden", 2)
                .withPrice(price("9.50", currency))
                .withAvailableFrom(LocalDate.parse("2026-03-30"));
    }

    /** The currency in which the workflow's amounts must be, if any, for no other can be added to what an order costs. */
    private static Currency currency(Workflow workflow) {
        return workflow.fields().stream()
                .flatMap(field -> Stream.of(Optional.ofNullable(field.min()), Optional.ofNullable(field.max())))
                .flatMap(bound -> bound.map(FieldBound::value).stream())
                .filter(Money.class::isInstance)
                .map(amount -> ((Money) amount).currency())
                .findFirst()
                .orElse(Currency.getInstance(EURO));
    }

    private static Money price(String amount, Currency currency) {
        int decimals = Math.min(2, currency.getDefaultFractionDigits());
        return new Money(new BigDecimal(amount).setScale(decimals, RoundingMode.DOWN), currency);
    }

    /**
     * A scenario of what some intents become.
     *
     * @param values gives the values of each field, beside those that the workflow's conditions speak of
     */
    public static Scenario scenario(
            Decider decider, Map<String, Guard> guards, Function<Field, List<?>> values, List<Intent> intents) {
        List<ScenarioStep> steps = new ScenarioWriter(decider, new FittingRequests(values)).write(intents);
        return Scenario.of(decider, guards, NUMBER, steps);
    }

    private List<ScenarioStep> write(List<Intent> intents) {
        List<ScenarioStep> steps = new ArrayList<>();
        Order order = null;
        for (Intent intent : intents) {
            ScenarioStep step = step(order, intent);
            steps.add(step);
            order = after(order, step);
        }
        return steps;
    }

    private @Nullable Order after(@Nullable Order before, ScenarioStep step) {
        try {
            Decision decision = step.ask(decider, NUMBER, before).orElse(null);
            return decision instanceof Accepted accepted ? accepted.order() : before;
        } catch (IllegalStateException e) {
            // A guard failed. The property finds that, and prints the steps that led here.
            return before;
        }
    }

    private ScenarioStep step(@Nullable Order order, Intent intent) {
        Choices choices = new Choices(intent.detail());
        List<Line> lines = order == null ? lines(choices) : List.of();
        List<TransitionGoal> goals = order == null
                ? TransitionGoal.ofStart(workflow, NUMBER, START, lines)
                : TransitionGoal.of(workflow, order);
        Duration wait = Duration.ofHours(intent.hours());
        if (intent.variation() == Intent.Variation.NONSENSE) {
            Request request = new InvalidInputs(workflow, choices).request(START.plus(wait));
            return order == null ? new ScenarioStep.Place(request) : new ScenarioStep.Move(request);
        }
        if (order != null && goals.isEmpty()) {
            return new ScenarioStep.Move(
                    anything(workflow, order, choices).withTime(order.lastMove().plus(wait)));
        }
        return varied(goal(goals, intent), intent, choices, lines);
    }

    /** A sensible request goes where the order's data can lead; any other may try what cannot be. */
    private TransitionGoal goal(List<TransitionGoal> goals, Intent intent) {
        List<TransitionGoal> open = goals.stream()
                .filter(goal -> fitting.data(goal, goal.view().lastMove(), new Choices(0))
                        .isPresent())
                .toList();
        boolean blind = open.isEmpty() || intent.variation() != Intent.Variation.SENSIBLE;
        List<TransitionGoal> from = blind ? goals : open;
        return from.get(intent.goal() % from.size());
    }

    private ScenarioStep varied(TransitionGoal goal, Intent intent, Choices choices, List<Line> lines) {
        Instant now = goal.view().lastMove();
        Data needed = fitting.data(goal, now, choices).orElse(Data.EMPTY);
        Data data = fitting.some(
                        goal.workflow(), goal.view(), now, goal.transition().writable(), 3, choices)
                .with(needed);
        Request request = Request.of(
                        goal.transition().event(), actor(goal.transition().by(), choices))
                .with(data)
                .withItems(NamedItems.sensible(goal.transition(), goal.view(), choices))
                .withLines(lines.toArray(new Line[0]));
        Duration wait = Duration.ofHours(intent.hours());
        Instant at = FittingRequests.earliest(goal, data).plus(wait);
        Request sensible = request.withTime(at);
        Request asked = switch (intent.variation()) {
            case SENSIBLE, NONSENSE -> sensible;
            case EARLY -> request.withTime(now.plus(wait));
            case LATE -> request.withTime(at.plus(LONG));
            case BACKWARDS -> request.withTime(now.minus(wait).minusSeconds(1));
            case ANY_ROLE -> sensible.withActor(actor(List.of(), choices));
            case NO_DATA -> sensible.with(Data.EMPTY).withItems();
            case EXTRA_DATA ->
                sensible.with(any(goal.workflow(), goal.view(), choices).with(needed));
            case ANY_EVENT ->
                anything(goal.workflow(), goal.view(), choices)
                        .withLines(lines.toArray(new Line[0]))
                        .withTime(at);
            case INVALID_VALUE ->
                workflow.items() != null && choices.oneIn(2)
                        ? sensible.withItems(NamedItems.nonsense(goal.view(), choices))
                        : new InvalidInputs(goal.workflow(), choices).garble(sensible);
        };
        return goal.step().apply(asked);
    }

    private List<Line> lines(Choices choices) {
        return choices.pick(List.of(List.of(here), List.of(here, later), List.of(later)));
    }

    private Actor actor(List<String> named, Choices choices) {
        String role = choices.pick(named.isEmpty() ? workflow.roles() : named);
        return choices.oneIn(2) ? Actor.of(role, "anna") : Actor.of(role);
    }

    private Request anything(Workflow part, OrderView view, Choices choices) {
        String event = choices.pick(List.copyOf(part.eventNames()));
        return Request.of(event, actor(List.of(), choices)).with(any(part, view, choices));
    }

    private Data any(Workflow part, OrderView view, Choices choices) {
        List<String> all = part.fields().stream().map(Field::name).toList();
        return fitting.some(part, view, view.lastMove(), all, 2, choices);
    }
}
