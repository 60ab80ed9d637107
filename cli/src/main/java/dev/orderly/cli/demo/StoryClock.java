package dev.orderly.cli.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that the story sets. */
final class StoryClock extends Clock {

    private final ZoneId zone;
    private Instant now = Instant.EPOCH;

    StoryClock(ZoneId zone) {
        this.zone = zone;
    }

    void set(Instant time) {
        now = time;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        StoryClock same = new StoryClock(other);
        same.set(now);
        return same;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
