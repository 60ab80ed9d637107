package dev.orderly.workflow;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The time zone in which a shop counts its days, and the days on which it works.
 *
 * @param zone the time zone
 * @param weekend the days of the week on which the shop does not work; not all seven
 * @param holidays other days on which the shop does not work
 */
public record WorkCalendar(ZoneId zone, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {

    /** UTC, free on Saturdays and Sundays. */
    public static final WorkCalendar UTC =
            new WorkCalendar(ZoneOffset.UTC, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of());

    public WorkCalendar {
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("the weekend cannot be the whole week: no business day would remain");
        }
        weekend = sorted(weekend);
        holidays = sorted(holidays);
    }

    private static <T extends Comparable<? super T>> SortedSet<T> sorted(Set<T> days) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    /** The same days in another zone. */
    public WorkCalendar withZone(ZoneId other) {
        return new WorkCalendar(other, weekend, holidays);
    }

    /** Whether the shop works on a day. */
    public boolean isBusinessDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The date that it is in the shop at a point in time. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** A span after a point in time, at the same local time of day where the span counts days. */
    Instant add(Instant start, TimeSpan span) {
        ZonedDateTime local = start.atZone(zone);
        if (span instanceof TimeSpan.Calendar calendar) {
            return local.plus(calendar.period()).plus(calendar.time()).toInstant();
        }
        if (span instanceof TimeSpan.BusinessDays business) {
            return local.with(move(local.toLocalDate(), business.days(), 1)).toInstant();
        }
        throw unread(span);
    }

    /** A span before a point in time, at the same local time of day where the span counts days. */
    Instant subtract(Instant end, TimeSpan span) {
        ZonedDateTime local = end.atZone(zone);
        if (span instanceof TimeSpan.Calendar calendar) {
            return local.minus(calendar.time()).minus(calendar.period()).toInstant();
        }
        if (span instanceof TimeSpan.BusinessDays business) {
            return local.with(move(local.toLocalDate(), business.days(), -1)).toInstant();
        }
        throw unread(span);
    }

    private static IllegalArgumentException unread(TimeSpan span) {
        return new IllegalArgumentException("the days in a field must be read before they are counted: " + span);
    }

    /**
     * The last instant of the day that lies a span after a point in time; a start after the cut-off hour counts from
     * the next day.
     */
    Instant endOfDayAfter(Instant start, TimeSpan span, @Nullable LocalTime cutOff) {
        ZonedDateTime local = start.atZone(zone);
        LocalDate day = local.toLocalDate();
        if (cutOff != null && local.toLocalTime().isAfter(cutOff)) {
            day = day.plusDays(1);
        }
        LocalDate last = dateOf(add(day.atStartOfDay(zone).toInstant(), span));
        return last.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }

    private LocalDate move(LocalDate start, int businessDays, int direction) {
        LocalDate day = start;
        int left = businessDays;
        while (left > 0) {
            day = day.plusDays(direction);
            if (isBusinessDay(day)) {
                left--;
            }
        }
        return day;
    }
}
