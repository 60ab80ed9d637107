package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One order on its way, for tests that read as a story. */
final class OrderWalk {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final String NUMBER = "A-1";

    private final Decider decider;
    private final List<TransitionEntry> entries = new ArrayList<>();
    private Line[] lines = {};
    private LineQuantity[] items = {};
    private Instant now = START;
    private @Nullable Order order;

    private OrderWalk(Decider decider) {
        this.decider = decider;
    }

    static OrderWalk of(Workflow workflow) {
        return new OrderWalk(Decider.of(workflow));
    }

    static OrderWalk of(Workflow workflow, Map<String, Guard> guards) {
        return new OrderWalk(Decider.of(workflow, guards));
    }

    OrderWalk ordering(Line... what) {
        lines = what;
        return this;
    }

    /** Names units for all that is asked from now on; none for all that can move. */
    OrderWalk naming(LineQuantity... some) {
        items = some;
        return this;
    }

    OrderWalk at(String instant) {
        return at(Instant.parse(instant));
    }

    OrderWalk at(Instant instant) {
        now = instant;
        return this;
    }

    OrderWalk later(String duration) {
        return at(now.plus(Duration.parse(duration)));
    }

    /** Places the order, which must be accepted; data are names and values in turn. */
    OrderWalk place(String role, Object... data) {
        return accepted(decider.place(NUMBER, request("place", role, data)));
    }

    Rejected notPlaced(String role, Object... data) {
        return rejected(decider.place(NUMBER, request("place", role, data)));
    }

    /** Makes something happen, which must be accepted. */
    OrderWalk go(String event, String role, Object... data) {
        return accepted(decider.decide(order(), request(event, role, data)));
    }

    /** Asks for something, which must be refused. */
    Rejected no(String event, String role, Object... data) {
        return rejected(decider.decide(order(), request(event, role, data)));
    }

    OrderWalk open(String type, String role, Object... data) {
        return accepted(decider.openCase(order(), type, request("open", role, data)));
    }

    Rejected notOpened(String type, String role, Object... data) {
        return rejected(decider.openCase(order(), type, request("open", role, data)));
    }

    OrderWalk goCase(int id, String event, String role, Object... data) {
        return accepted(decider.decideCase(order(), id, request(event, role, data)));
    }

    Rejected noCase(int id, String event, String role, Object... data) {
        return rejected(decider.decideCase(order(), id, request(event, role, data)));
    }

    Action can(String event, String role) {
        return decider.available(order(), Actor.of(role), now).stream()
                .filter(action -> action.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    List<String> possible(String role) {
        return decider.available(order(), Actor.of(role), now).stream()
                .filter(Action::isPossible)
                .map(Action::event)
                .toList();
    }

    Request request(String event, String role, Object... data) {
        Data values = Data.EMPTY;
        for (int i = 0; i < data.length; i += 2) {
            values = values.with((String) data[i], data[i + 1]);
        }
        Request request =
                Request.of(event, Actor.of(role)).with(values).withItems(items).withTime(now);
        return order == null ? request.withLines(lines) : request;
    }

    Decider decider() {
        return decider;
    }

    Workflow workflow() {
        return decider.workflow();
    }

    Instant now() {
        return now;
    }

    Order order() {
        if (order == null) {
            throw new IllegalStateException("the order is not placed yet");
        }
        return order;
    }

    String status() {
        return order().status();
    }

    String caseStatus(int id) {
        return order().cases().stream()
                .filter(aCase -> aCase.ref().id() == id)
                .findFirst()
                .orElseThrow()
                .status();
    }

    /** The latest step. */
    TransitionEntry last() {
        return entries.get(entries.size() - 1);
    }

    /** The event and the status of each step so far. */
    List<String> steps() {
        return entries.stream().map(e -> e.event() + ": " + e.to()).toList();
    }

    String explain(Rejected rejected) {
        return rejected.explain(workflow(), "en");
    }

    private OrderWalk accepted(Decision decision) {
        if (decision instanceof Rejected rejected) {
            throw new AssertionError("refused: " + explain(rejected));
        }
        Accepted accepted = (Accepted) decision;
        order = accepted.order();
        entries.add(accepted.entry());
        return this;
    }

    private static Rejected rejected(Decision decision) {
        assertThat(decision).isInstanceOf(Rejected.class);
        return (Rejected) decision;
    }
}
