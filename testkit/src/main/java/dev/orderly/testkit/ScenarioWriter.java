package dev.orderly.testkit;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the steps of a scenario from intents, each in the light of what came of those before it. Not thread-safe. */
final class ScenarioWriter {

    static final String NUMBER = "A-1";
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** Longer than every deadline of the presets. */
    private static final Duration LONG = Duration.ofDays(20);

    private static final Line HERE = Line.of("1", "Solaris", 1);
    private static final Line LATER = Line.of("2", "Eden", 1).availableFrom(LocalDate.parse("2026-03-30"));

    private final Decider decider;
    private final Workflow workflow;
    private final Fitting fitting;

    ScenarioWriter(Decider decider, Fitting fitting) {
        this.decider = decider;
        this.workflow = decider.workflow();
        this.fitting = fitting;
    }

    List<Step> write(List<Intent> intents) {
        List<Step> steps = new ArrayList<>();
        Order order = null;
        for (Intent intent : intents) {
            Step step = step(order, intent);
            steps.add(step);
            Optional<Decision> decision = step.ask(decider, NUMBER, order);
            if (decision.isPresent() && decision.get() instanceof Accepted accepted) {
                order = accepted.order();
            }
        }
        return steps;
    }

    private Step step(@Nullable Order order, Intent intent) {
        Choices choices = new Choices(intent.detail());
        List<Line> lines = order == null ? lines(choices) : List.of();
        List<Aim> aims = order == null ? Aim.ofStart(workflow, NUMBER, START, lines) : Aim.of(workflow, order);
        if (aims.isEmpty() || intent.twist() == Intent.Twist.NONSENSE) {
            Request request = new Nonsense(workflow, choices).request(START.plus(Duration.ofHours(intent.hours())));
            return order == null ? new Step.Place(request.lines(lines.toArray(new Line[0]))) : new Step.Move(request);
        }
        return twisted(aim(aims, intent), intent, choices, lines);
    }

    /** A sensible request goes where the order's data can lead; any other may try what cannot be. */
    private Aim aim(List<Aim> aims, Intent intent) {
        List<Aim> open = aims.stream()
                .filter(aim -> fitting.data(aim, new Choices(0)).isPresent())
                .toList();
        boolean blind = open.isEmpty() || intent.twist() != Intent.Twist.SENSIBLE;
        List<Aim> from = blind ? aims : open;
        return from.get(intent.aim() % from.size());
    }

    private Step twisted(Aim aim, Intent intent, Choices choices, List<Line> lines) {
        Data needed = fitting.data(aim, choices).orElse(Data.EMPTY);
        Data data = some(aim, aim.transition().writable(), 3, choices).with(needed);
        Request request = Request.of(
                        aim.transition().event(), actor(aim.transition().by(), choices))
                .with(data)
                .lines(lines.toArray(new Line[0]));
        Duration wait = Duration.ofHours(intent.hours());
        Instant now = aim.view().lastMove();
        Instant at = Fitting.earliest(aim, data).plus(wait);
        Step sensible = aim.step().apply(request.at(at));
        return switch (intent.twist()) {
            case SENSIBLE, NONSENSE -> sensible;
            case EARLY -> sensible.with(request.at(now.plus(wait)));
            case LATE -> sensible.with(request.at(at.plus(LONG)));
            case BACKWARDS -> sensible.with(request.at(now.minus(wait).minusSeconds(1)));
            case ANY_ROLE -> sensible.by(actor(List.of(), choices));
            case SILENT -> sensible.with(request.with(Data.EMPTY).at(at));
            case TALKATIVE ->
                sensible.with(request.with(any(aim, choices).with(needed)).at(at));
            case ANY_EVENT ->
                sensible.with(
                        anything(aim, choices).lines(lines.toArray(new Line[0])).at(at));
            case GARBLED ->
                sensible.with(
                        new Nonsense(aim.workflow(), choices).garble(request).at(at));
        };
    }

    private static List<Line> lines(Choices choices) {
        return choices.pick(List.of(List.of(HERE), List.of(HERE, LATER), List.of(LATER)));
    }

    private Actor actor(List<String> named, Choices choices) {
        String role = choices.pick(named.isEmpty() ? workflow.roles() : named);
        return choices.oneIn(2) ? Actor.of(role, "anna") : Actor.of(role);
    }

    private Request anything(Aim aim, Choices choices) {
        String event = choices.pick(List.copyOf(aim.workflow().eventNames()));
        return Request.of(event, actor(List.of(), choices)).with(any(aim, choices));
    }

    private Data any(Aim aim, Choices choices) {
        return some(aim, aim.workflow().fields().stream().map(Field::name).toList(), 2, choices);
    }

    /** Values for some of the fields: for each, in one of so many cases. */
    private Data some(Aim aim, Collection<String> fields, int cases, Choices choices) {
        Data data = Data.EMPTY;
        for (Field field : aim.workflow().fields()) {
            List<Object> values = fitting.values(aim.workflow(), field, NUMBER);
            if (fields.contains(field.name()) && !values.isEmpty() && choices.oneIn(cases)) {
                data = data.with(field.name(), choices.pick(values));
            }
        }
        return data;
    }
}
