package dev.orderly.workflow;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A point in time that an order's own past decides: a span after it entered its status, after an event, or before a deadline.
 *
 * @param span how long after, or before
 * @param of the event whose last time is the start; null for the time at which the order entered its status
 * @param dateField a date or instant field that, where the order has it, says the start in place of the event's own
 *     time, such as the delivery date that a carrier reported later
 * @param cutOff the local time after which a start counts from the next day; a limit with one ends with its last day
 * @param before the deadline that it comes before; null for one that comes after its start
 */
public record TimeLimit(
        TimeSpan span,
        @Nullable String of,
        @Nullable String dateField,
        @Nullable LocalTime cutOff,
        @Nullable DeadlineReference before) {

    /**
     * A limit of any kind.
     *
     * @throws IllegalArgumentException if it comes before a deadline and has a start of its own as well
     */
    public TimeLimit {
        if (before != null && (of != null || dateField != null || cutOff != null)) {
            throw new IllegalArgumentException("a time before the deadline of " + before.event()
                    + " counts back from that: it cannot have an event, a date or a cut-off of its own");
        }
    }

    /** A span after the order entered its status. */
    public static TimeLimit after(String span) {
        return new TimeLimit(TimeSpan.parse(span), null, null, null, null);
    }

    /** A span after an event last happened. */
    public static TimeLimit after(String span, String event) {
        return new TimeLimit(TimeSpan.parse(span), event, null, null, null);
    }

    /**
     * A span before the deadline of an event that fires by itself in the order's status. It is known once the workflow is built.
     *
     * @throws IllegalArgumentException if the span cannot be read
     */
    public static TimeLimit before(String span, String event) {
        return new TimeLimit(TimeSpan.parse(span), null, null, null, new DeadlineReference(event, null));
    }

    /** This limit with its start said by a field where the order has it. */
    public TimeLimit datedBy(String field) {
        return new TimeLimit(span, of, field, cutOff, before);
    }

    /** This limit with a cut-off hour. */
    public TimeLimit cutOff(LocalTime time) {
        return new TimeLimit(span, of, dateField, time, before);
    }

    /** The fields whose values move it. */
    public List<String> fields() {
        List<String> fields = new ArrayList<>(countedFields());
        if (dateField != null) {
            fields.add(dateField);
        }
        deadline().map(TimeLimit::dateField).ifPresent(fields::add);
        return fields;
    }

    /** The fields that say how many days, without which there is no limit. */
    public List<String> countedFields() {
        return Stream.concat(Stream.of(span), deadline().map(TimeLimit::span).stream())
                .filter(TimeSpan.DaysIn.class::isInstance)
                .map(counted -> ((TimeSpan.DaysIn) counted).field())
                .toList();
    }

    /** The event without which there is no limit; null if it counts from the time at which the order entered its status. */
    public @Nullable String awaitedEvent() {
        return before == null ? of : deadline().map(TimeLimit::of).orElse(null);
    }

    private Optional<TimeLimit> deadline() {
        return Optional.ofNullable(before).map(DeadlineReference::limit);
    }

    /** Its words, such as {@code P14D from delivered or deliver, cut-off 20:00}, or {@code P3D before expire}. */
    public String words() {
        if (before != null) {
            return span + " before " + before.event();
        }
        String starts = Stream.of(dateField, of).filter(Objects::nonNull).collect(Collectors.joining(" or "));
        return span + (starts.isEmpty() ? "" : " from " + starts) + (cutOff == null ? "" : ", cut-off " + cutOff);
    }

    /**
     * The point in time that this limit means for an order; empty if its start has not happened or the field that says
     * how many days has no value, and if it lies beyond all time that can be expressed, so that it never comes. A start that
     * is a date without a time means the whole of the last day.
     */
    public Optional<Instant> end(OrderFacts facts, WorkCalendar calendar) {
        try {
            return endWithinTime(facts, calendar);
        } catch (DateTimeException | ArithmeticException e) {
            // A date such as +999999999-12-31 is one; counting on from it overflows, and deciding must stay total.
            return Optional.empty();
        }
    }

    private Optional<Instant> endWithinTime(OrderFacts facts, WorkCalendar calendar) {
        TimeSpan length = length(facts);
        if (length == null) {
            return Optional.empty();
        }
        if (before != null) {
            return deadline()
                    .flatMap(deadline -> deadline.endWithinTime(facts, calendar))
                    .map(end -> calendar.subtract(end, length));
        }
        Instant start = of == null ? facts.since() : facts.timeOf(of);
        if (start == null) {
            return Optional.empty();
        }
        Object said = dateField == null ? null : facts.field(dateField);
        if (said instanceof LocalDate date) {
            return Optional.of(
                    calendar.endOfDayAfter(date.atStartOfDay(calendar.zone()).toInstant(), length, null));
        }
        if (said instanceof Instant instant) {
            start = instant;
        }
        return Optional.of(
                cutOff == null ? calendar.add(start, length) : calendar.endOfDayAfter(start, length, cutOff));
    }

    private @Nullable TimeSpan length(OrderFacts facts) {
        if (span instanceof TimeSpan.DaysIn days) {
            return facts.field(days.field()) instanceof BigDecimal number ? days.of(number) : null;
        }
        return span;
    }
}
