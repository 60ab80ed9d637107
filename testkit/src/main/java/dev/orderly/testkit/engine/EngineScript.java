package dev.orderly.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Action;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An order in a small shop on its way through the examples of {@link EngineContract}. */
final class EngineScript {

    static final String NUMBER = "C-1";
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final Actor CUSTOMER = Actor.of("customer");
    static final Actor STAFF = Actor.of("staff", "anna");

    private final Decider decider;
    private Instant now = START;
    private List<Line> lines = List.of();
    private @Nullable Order order;
    private @Nullable TransitionEntry entry;

    EngineScript(Decider decider) {
        this.decider = decider;
    }

    /** Place, ship by the rule of an example, close; with incidents. */
    static Workflow shop(Consumer<TransitionBuilder<String>> rule) {
        return plain().transition(
                        "ship", t -> rule.accept(t.from("open").to("shipped").by("staff")))
                .build();
    }

    /** The shop without a way to ship. */
    static WorkflowBuilder<String, String> plain() {
        return Workflow.builder("contract-shop")
                .field(Field.choice("payment", "prepaid", "cash"))
                .field(Field.of("tracking", FieldType.TEXT))
                .field(Field.of("weight", FieldType.NUMBER).withBounds(1, 50))
                .field(Field.of("gift", FieldType.YES_NO))
                .field(Field.of("refund", FieldType.MONEY).withMax(FieldBound.parse("50 EUR")))
                .field(Field.of("received", FieldType.DATE).withMax(FieldBound.today()))
                .status("open", s -> {})
                .status("shipped", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open").by("customer").takes("payment", "tracking", "weight", "gift"))
                .transition("close", t -> t.from("open", "shipped").to("closed").by("staff"))
                .caseType("incident", LocalText.EMPTY, incident(), List.of("open"));
    }

    private static Workflow incident() {
        return Workflow.builder("incident")
                .status("reported", s -> {})
                .status("settled", s -> s.done())
                .transition("report", t -> t.to("reported").by("customer"))
                .transition("settle", t -> t.from("reported").to("settled").by("staff"))
                .build();
    }

    /** The lines that the order is placed with. */
    EngineScript ordering(Line... ordered) {
        lines = List.of(ordered);
        return this;
    }

    /** One line that can be sent from a day on. */
    EngineScript orderingFrom(String day) {
        return ordering(Line.of("1", "Solaris", 1).withAvailableFrom(LocalDate.parse(day)));
    }

    EngineScript place(Object... data) {
        return accepted(decider.place(NUMBER, request("place", CUSTOMER, data).withLines(lines.toArray(new Line[0]))));
    }

    EngineScript go(String event, Actor actor, Object... data) {
        return accepted(decider.decide(order(), request(event, actor, data)));
    }

    EngineScript open() {
        return accepted(decider.openCase(order(), "incident", request("report", CUSTOMER)));
    }

    EngineScript settle() {
        return accepted(decider.decideCase(order(), 1, request("settle", STAFF)));
    }

    EngineScript later(String duration) {
        now = now.plus(Duration.parse(duration));
        return this;
    }

    /** The reasons against an event. */
    List<Reason> no(String event, Actor actor, Object... data) {
        return refused(decider.decide(order(), request(event, actor, data)));
    }

    /** The codes of the reasons against {@code ship} by staff. */
    List<String> objections(Object... data) {
        return no("ship", STAFF, data).stream().map(Reason::code).toList();
    }

    Action available(String event, Actor actor) {
        return decider.available(order(), actor, now).stream()
                .filter(action -> action.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    static List<Reason> refused(Decision decision) {
        assertThat(decision).isInstanceOf(Rejected.class);
        return ((Rejected) decision).reasons();
    }

    Request request(String event, Actor actor, Object... data) {
        Request request = Request.of(event, actor).withTime(now);
        for (int i = 0; i < data.length; i += 2) {
            request = request.with((String) data[i], data[i + 1]);
        }
        return request;
    }

    private EngineScript accepted(Decision decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        order = ((Accepted) decision).order();
        entry = ((Accepted) decision).entry();
        return this;
    }

    Decider decider() {
        return decider;
    }

    Instant now() {
        return now;
    }

    Order order() {
        return Objects.requireNonNull(order, "nothing was placed yet");
    }

    TransitionEntry entry() {
        return Objects.requireNonNull(entry, "nothing was placed yet");
    }
}
