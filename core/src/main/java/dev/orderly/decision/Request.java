package dev.orderly.decision;

import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Name;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to make something happen to an order. Everything that is not in the definition comes in here, the time
 * included: deciding asks no clock. Immutable; each method gives a changed copy.
 */
public final class Request {

    private final String event;
    private final Actor actor;
    private final Data data;
    private final @Nullable String comment;
    private final @Nullable String id;
    private final @Nullable Instant time;
    private final Customer customer;
    private final List<Line> lines;
    private final List<LineQuantity> items;
    private final @Nullable Long expectedSequence;

    private Request(
            String event,
            Actor actor,
            Data data,
            @Nullable String comment,
            @Nullable String id,
            @Nullable Instant time,
            Customer customer,
            List<Line> lines,
            List<LineQuantity> items,
            @Nullable Long expectedSequence) {
        this.event = event;
        this.actor = actor;
        this.data = data;
        this.comment = comment;
        this.id = id;
        this.time = time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
        this.customer = customer;
        this.lines = List.copyOf(lines);
        this.items = List.copyOf(items);
        this.expectedSequence = expectedSequence;
    }

    /** A request without data. */
    public static Request of(String event, Actor actor) {
        return new Request(event, actor, Data.EMPTY, null, null, null, Customer.UNKNOWN, List.of(), List.of(), null);
    }

    /** A request without data, for an event that is a constant of the enum by which the workflow was built. */
    public static Request of(Enum<?> event, Actor actor) {
        return of(Name.of(event), actor);
    }

    /** The same for another event. */
    public Request withEvent(String other) {
        return new Request(other, actor, data, comment, id, time, customer, lines, items, expectedSequence);
    }

    /** The same with a value of one more field. */
    public Request with(String field, Object value) {
        return with(data.with(field, value));
    }

    /** The same with these values and no others. */
    public Request with(Data values) {
        return new Request(event, actor, values, comment, id, time, customer, lines, items, expectedSequence);
    }

    /** The same by another actor. */
    public Request withActor(Actor who) {
        return new Request(event, who, data, comment, id, time, customer, lines, items, expectedSequence);
    }

    /** The same with a comment. */
    public Request withComment(String text) {
        return new Request(event, actor, data, text, id, time, customer, lines, items, expectedSequence);
    }

    /** The same with an id, by which a repetition of it is recognised: see {@link #id}. */
    public Request withId(String name) {
        return new Request(event, actor, data, comment, name, time, customer, lines, items, expectedSequence);
    }

    /** The same at a certain time. */
    public Request withTime(Instant when) {
        return new Request(event, actor, data, comment, id, when, customer, lines, items, expectedSequence);
    }

    /** The same for a customer. */
    public Request withCustomer(Customer who) {
        return new Request(event, actor, data, comment, id, time, who, lines, items, expectedSequence);
    }

    /** The same for these articles. */
    public Request withLines(Line... ordered) {
        return new Request(event, actor, data, comment, id, time, customer, List.of(ordered), items, expectedSequence);
    }

    /** The same for these units and no others; without any, for all that the event can move. */
    public Request withItems(LineQuantity... some) {
        return withItems(List.of(some));
    }

    /** The same for these units and no others; without any, for all that the event can move. */
    public Request withItems(List<LineQuantity> some) {
        return new Request(event, actor, data, comment, id, time, customer, lines, some, expectedSequence);
    }

    /** The same, meant for the order as it was after an entry of its history and for no later state. */
    public Request withExpectedSequence(long sequence) {
        return new Request(event, actor, data, comment, id, time, customer, lines, items, sequence);
    }

    /**
     * The time of a request that is to be decided.
     *
     * @throws IllegalArgumentException if the request has none
     */
    public Instant at() {
        return Optional.ofNullable(time)
                .orElseThrow(() -> new IllegalArgumentException("the request \"" + event
                        + "\" has no time: set it with withTime(…), or send the request through Orders,"
                        + " which has a clock"));
    }

    /** What shall happen. */
    public String event() {
        return event;
    }

    /** Who asks. */
    public Actor actor() {
        return actor;
    }

    /** Values for fields of the order, canonical or as text. */
    public Data data() {
        return data;
    }

    /** What the actor says about it. */
    public @Nullable String comment() {
        return comment;
    }

    /**
     * The id of the request, by which a repetition of it is recognised: once it was accepted, sending it again gives the
     * same answer and nothing happens twice. A refused request is decided anew. Null for a request that is never repeated.
     */
    public @Nullable String id() {
        return id;
    }

    /** When it happens, to the microsecond, which is what databases keep; null to let {@code Orders} say. */
    public @Nullable Instant time() {
        return time;
    }

    /** Who orders; looked at only when an order is placed. */
    public Customer customer() {
        return customer;
    }

    /** What is ordered; looked at only when an order is placed. */
    public List<Line> lines() {
        return lines;
    }

    /** The units that the event shall move; empty for all that it can. */
    public List<LineQuantity> items() {
        return items;
    }

    /**
     * The sequence number of the order that the attempt is meant for, so that it is refused once the order has changed;
     * null to try whatever has happened meanwhile. Not looked at when an order is placed.
     */
    public @Nullable Long expectedSequence() {
        return expectedSequence;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Request that
                        && event.equals(that.event)
                        && actor.equals(that.actor)
                        && data.equals(that.data)
                        && Objects.equals(comment, that.comment)
                        && Objects.equals(id, that.id)
                        && Objects.equals(time, that.time)
                        && customer.equals(that.customer)
                        && lines.equals(that.lines)
                        && items.equals(that.items)
                        && Objects.equals(expectedSequence, that.expectedSequence));
    }

    @Override
    public int hashCode() {
        return Objects.hash(event, actor, data, comment, id, time, customer, lines, items, expectedSequence);
    }

    /** Nothing personal: a request must not reach a log with its customer or its data by accident. */
    @Override
    public String toString() {
        return "Request[" + event + " by " + actor.role() + (time == null ? "" : " at " + time) + "]";
    }
}
