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
 * A point in time that an order's own past decides: a span after it entered its status, or after an event.
 *
 * @param span how long after
 * @param of the event whose last time is the start; null for the time at which the order entered its status
 * @param dateField a date or instant field that, where the order has it, says the start in place of the event's own
 *     time, such as the delivery date that a carrier reported later
 * @param cutOff the local time after which a start counts from the next day; a limit with one ends with its last day
 */
public record TimeLimit(
        TimeSpan span,
        @Nullable String of,
        @Nullable String dateField,
        @Nullable LocalTime cutOff) {

    /** A span after the order entered its status. */
    public static TimeLimit after(String span) {
        return new TimeLimit(TimeSpan.parse(span), null, null, null);
    }

    /** A span after an event last happened. */
    public static TimeLimit after(String span, String event) {
        return new TimeLimit(TimeSpan.parse(span), event, null, null);
    }

    /** This limit with its start said by a field where the order has it. */
    public TimeLimit datedBy(String field) {
        return new TimeLimit(span, of, field, cutOff);
    }

    /** This limit with a cut-off hour. */
    public TimeLimit cutOff(LocalTime time) {
        return new TimeLimit(span, of, dateField, time);
    }

    /** The fields whose values move it. */
    public List<String> fields() {
        List<String> fields = new ArrayList<>();
        if (span instanceof TimeSpan.DaysIn days) {
            fields.add(days.field());
        }
        if (dateField != null) {
            fields.add(dateField);
        }
        return fields;
    }

    /** Its words, such as {@code P14D from delivered or deliver, cut-off 20:00}. */
    public String words() {
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
        Instant start = of == null ? facts.since() : facts.timeOf(of);
        TimeSpan length = length(facts);
        if (start == null || length == null) {
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
