package dev.orderly.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps by which an order, or a case, came to its status: a linked list, latest step first, whose tail is shared
 * among the snapshots of one order. A store may give it with the latest step only and fetch the others when they are asked
 * for, so that deciding costs the same however long the history is. Immutable.
 */
public final class StatusTrail {

    private final String event;
    private final String status;
    private final Instant at;
    private final @Nullable StatusTrail earlier;
    private final @Nullable Remainder remainder;

    private StatusTrail(
            String event, String status, Instant at, @Nullable StatusTrail earlier, @Nullable Remainder remainder) {
        this.event = event;
        this.status = status;
        this.at = at;
        this.earlier = earlier;
        this.remainder = remainder;
    }

    /** The first step. */
    public static StatusTrail start(String event, String status, Instant at) {
        return new StatusTrail(event, status, at, null, null);
    }

    /**
     * A trail of which only this is at hand; the steps before the latest are fetched when they are asked for.
     *
     * @param lastTimes when each event last happened, the latest step's included
     * @param whole fetches the same trail with all of its steps; what it throws reaches the caller
     */
    public static StatusTrail resumed(
            String event, String status, Instant at, Map<String, Instant> lastTimes, Supplier<StatusTrail> whole) {
        return new StatusTrail(event, status, at, null, new Remainder(Map.copyOf(lastTimes), whole));
    }

    /** This trail and one more step. */
    public StatusTrail then(String nextEvent, String nextStatus, Instant time) {
        return new StatusTrail(nextEvent, nextStatus, time, this, null);
    }

    /** One more step after a trail; the first where there is none. */
    static StatusTrail after(@Nullable StatusTrail trail, String event, String status, Instant at) {
        return trail == null ? start(event, status, at) : trail.then(event, status, at);
    }

    /** The event of the latest step. */
    public String event() {
        return event;
    }

    /** The status after the latest step. */
    public String status() {
        return status;
    }

    /** The time of the latest step. */
    public Instant at() {
        return at;
    }

    /** When an event last happened, or null if it never did. */
    public @Nullable Instant timeOf(String name) {
        for (StatusTrail step = this; step != null; step = step.earlier) {
            if (step.event.equals(name)) {
                return step.at;
            }
            if (step.remainder != null) {
                return step.remainder.lastTimes.get(name);
            }
        }
        return null;
    }

    /** When each event last happened. */
    public Map<String, Instant> lastTimes() {
        Map<String, Instant> times = new HashMap<>();
        for (StatusTrail step = this; step != null; step = step.earlier) {
            times.putIfAbsent(step.event, step.at);
            if (step.remainder != null) {
                step.remainder.lastTimes.forEach(times::putIfAbsent);
            }
        }
        return times;
    }

    /** The steps, earliest first. */
    public List<StatusTrail> steps() {
        List<StatusTrail> steps = new ArrayList<>();
        for (StatusTrail step = this; step != null; step = step.before()) {
            steps.add(step);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** The stays in one status after another, earliest first; data moves, which keep the status, do not end a stay. */
    public List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        String current = null;
        Instant entered = Instant.MIN;
        for (StatusTrail step : steps()) {
            if (!step.status.equals(current)) {
                if (current != null) {
                    stays.add(new Stay(current, entered, step.at));
                }
                current = step.status;
                entered = step.at;
            }
        }
        stays.add(new Stay(status, entered, null));
        return stays;
    }

    /** The status at a point in time; empty before the first step. */
    public Optional<String> statusAt(Instant time) {
        for (StatusTrail step = this; step != null; step = step.before()) {
            if (!step.at.isAfter(time)) {
                return Optional.of(step.status);
            }
        }
        return Optional.empty();
    }

    /** How long each status has been held until now, in the order in which they were first reached. */
    public Map<String, Duration> timeInStatus(Instant now) {
        Map<String, Duration> times = new LinkedHashMap<>();
        for (Stay stay : stays()) {
            Instant end = stay.left() == null ? now : stay.left();
            times.merge(stay.status(), Duration.between(stay.entered(), end), Duration::plus);
        }
        return times;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        StatusTrail a = this;
        StatusTrail b = other instanceof StatusTrail trail ? trail : null;
        while (a != null && b != null) {
            if (a == b) {
                return true;
            }
            if (!a.event.equals(b.event) || !a.status.equals(b.status) || !a.at.equals(b.at)) {
                return false;
            }
            a = a.before();
            b = b.before();
        }
        return a == b;
    }

    @Override
    public int hashCode() {
        return Objects.hash(event, status, at);
    }

    @Override
    public String toString() {
        return String.join(
                " → ", steps().stream().map(s -> s.event + ": " + s.status).toList());
    }

    private @Nullable StatusTrail before() {
        return remainder == null ? earlier : remainder.whole().before();
    }

    /** What a store has not fetched yet. */
    private static final class Remainder {

        private final Map<String, Instant> lastTimes;
        private final Supplier<StatusTrail> source;
        private volatile @Nullable StatusTrail fetched;

        Remainder(Map<String, Instant> lastTimes, Supplier<StatusTrail> source) {
            this.lastTimes = lastTimes;
            this.source = source;
        }

        StatusTrail whole() {
            StatusTrail trail = fetched;
            if (trail == null) {
                trail = source.get();
                fetched = trail;
            }
            return trail;
        }
    }

    /**
     * A stay in one status.
     *
     * @param status the status
     * @param entered when it was reached
     * @param left when it was left; null for the present one
     */
    public record Stay(
            String status, Instant entered, @Nullable Instant left) {}
}
