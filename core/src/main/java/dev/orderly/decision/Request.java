package dev.orderly.decision;

import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Name;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to make something happen to an order. Everything that is not in the definition comes in here, the time
 * included: deciding asks no clock. Immutable; each method gives a changed copy.
 *
 * @param event what shall happen
 * @param actor who asks
 * @param data values for fields of the order, canonical or as text
 * @param comment what the actor says about it
 * @param id names this attempt, so that sending it again gives the same answer and nothing happens twice; null for an
 *     attempt that is never repeated
 * @param time when it happens, to the microsecond, which is what databases keep; null to let {@code Orders} say
 * @param customer who orders; looked at only when an order is placed
 * @param lines what is ordered; looked at only when an order is placed
 * @param expected the sequence number of the order that the attempt is meant for, so that it is refused once the order has
 *     changed; null to try whatever has happened meanwhile. Not looked at when an order is placed
 */
public record Request(
        String event,
        Actor actor,
        Data data,
        @Nullable String comment,
        @Nullable String id,
        @Nullable Instant time,
        Customer customer,
        List<Line> lines,
        @Nullable Long expected) {

    public Request {
        time = time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
        lines = List.copyOf(lines);
    }

    /** A request without data. */
    public static Request of(String event, Actor actor) {
        return new Request(event, actor, Data.EMPTY, null, null, null, Customer.UNKNOWN, List.of(), null);
    }

    /** A request without data, for an event that is a constant of the enum by which the workflow was built. */
    public static Request of(Enum<?> event, Actor actor) {
        return of(Name.of(event), actor);
    }

    /** The same, told a field's value. */
    public Request with(String field, Object value) {
        return with(data.with(field, value));
    }

    /** The same, told these values and no others. */
    public Request with(Data values) {
        return new Request(event, actor, values, comment, id, time, customer, lines, expected);
    }

    /** The same with a comment. */
    public Request comment(String text) {
        return new Request(event, actor, data, text, id, time, customer, lines, expected);
    }

    /** The same with an id. */
    public Request id(String name) {
        return new Request(event, actor, data, comment, name, time, customer, lines, expected);
    }

    /** The same at a certain time. */
    public Request at(Instant when) {
        return new Request(event, actor, data, comment, id, when, customer, lines, expected);
    }

    /** The same for a customer. */
    public Request customer(Customer who) {
        return new Request(event, actor, data, comment, id, time, who, lines, expected);
    }

    /** The same for these articles. */
    public Request lines(Line... ordered) {
        return new Request(event, actor, data, comment, id, time, customer, List.of(ordered), expected);
    }

    /** The same, meant for the order as it was after an entry of its history and for no later state. */
    public Request expecting(long sequence) {
        return new Request(event, actor, data, comment, id, time, customer, lines, sequence);
    }

    /**
     * The time of a request that is to be decided.
     *
     * @throws IllegalArgumentException if nobody said it
     */
    public Instant at() {
        return Optional.ofNullable(time)
                .orElseThrow(() -> new IllegalArgumentException("the request \"" + event
                        + "\" has no time: set it with at(…), or send the request through Orders, which has a clock"));
    }
}
