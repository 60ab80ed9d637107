package dev.orderly.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps by which an order, or a case, came to its status: a linked list, latest step first, whose tail is shared
 * among the snapshots of one order. Immutable.
 */
public final class Trail {

    private final String event;
    private final String status;
    private final Instant at;
    private final @Nullable Trail earlier;

    private Trail(String event, String status, Instant at, @Nullable Trail earlier) {
        this.event = event;
        this.status = status;
        this.at = at;
        this.earlier = earlier;
    }

    /** The first step. */
    public static Trail start(String event, String status, Instant at) {
        return new Trail(event, status, at, null);
    }

    /** This trail and one more step. */
    public Trail then(String nextEvent, String nextStatus, Instant time) {
        return new Trail(nextEvent, nextStatus, time, this);
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
        for (Trail step = this; step != null; step = step.earlier) {
            if (step.event.equals(name)) {
                return step.at;
            }
        }
        return null;
    }

    /** The steps, earliest first. */
    public List<Trail> steps() {
        List<Trail> steps = new ArrayList<>();
        for (Trail step = this; step != null; step = step.earlier) {
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
        for (Trail step : steps()) {
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
        for (Trail step = this; step != null; step = step.earlier) {
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
        Trail a = this;
        Trail b = other instanceof Trail trail ? trail : null;
        while (a != null && b != null) {
            if (a == b) {
                return true;
            }
            if (!a.event.equals(b.event) || !a.status.equals(b.status) || !a.at.equals(b.at)) {
                return false;
            }
            a = a.earlier;
            b = b.earlier;
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
