package dev.orderly.workflow;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;

/**
 * A length of time. Its written forms are ISO-8601 ({@code P14D}, {@code PT36H}, {@code P1DT12H}),
 * {@code 7 business days}, and {@code days in FIELD} or {@code business days in FIELD} where an order's own number field
 * says how many.
 */
public sealed interface TimeSpan {

    /** The longest span, in days: about a hundred years, which keeps every limit within the calendar. */
    BigDecimal MOST_DAYS = BigDecimal.valueOf(36_525);

    /**
     * Calendar days, weeks, months and years, then an exact duration.
     *
     * @param period counted in the workflow's time zone, so that a day is a day even when clocks change
     * @param time added after the period
     */
    record Calendar(Period period, Duration time) implements TimeSpan {
        public Calendar {
            if (period.isNegative() || time.isNegative()) {
                throw new IllegalArgumentException("a length of time cannot be negative");
            }
            TimeSpanSyntax.requireBounded(TimeSpanSyntax.days(period) + time.toDays());
        }

        @Override
        public String toString() {
            if (time.isZero()) {
                return period.toString();
            }
            return period.isZero() ? time.toString() : period + time.toString().substring(1);
        }
    }

    /**
     * Days on which the shop works, by the workflow's calendar.
     *
     * @param days how many
     */
    record BusinessDays(int days) implements TimeSpan {
        public BusinessDays {
            if (days < 0) {
                throw new IllegalArgumentException("a length of time cannot be negative");
            }
            TimeSpanSyntax.requireBounded(days);
        }

        @Override
        public String toString() {
            return days == 1 ? "1 business day" : days + " business days";
        }
    }

    /**
     * As many whole days as a number field of the order says; without a value there is no limit.
     *
     * @param field the field's name
     * @param business whether they are business days
     */
    record DaysIn(String field, boolean business) implements TimeSpan {
        @Override
        public String toString() {
            return (business ? "business days in " : "days in ") + field;
        }

        TimeSpan of(BigDecimal days) {
            int count = days.max(BigDecimal.ZERO).min(MOST_DAYS).intValue();
            return business ? new BusinessDays(count) : new Calendar(Period.ofDays(count), Duration.ZERO);
        }
    }

    /**
     * Reads a written form.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static TimeSpan parse(String text) {
        Matcher business = TimeSpanSyntax.BUSINESS_DAYS.matcher(text);
        if (business.matches()) {
            return new BusinessDays(Integer.parseInt(business.group(1)));
        }
        Matcher field = TimeSpanSyntax.DAYS_IN.matcher(text);
        if (field.matches()) {
            return new DaysIn(field.group(2), field.group(1) != null);
        }
        if (!TimeSpanSyntax.ISO.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no length of time: write P14D for 14 days, PT36H for"
                            + " 36 hours, \"7 business days\" or \"days in FIELD\"");
        }
        try {
            int time = text.indexOf('T');
            String days = time < 0 ? text : text.substring(0, time);
            return new Calendar(
                    days.equals("P") ? Period.ZERO : Period.parse(days),
                    time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(TimeSpanSyntax.TOO_LONG, e);
        }
    }
}
