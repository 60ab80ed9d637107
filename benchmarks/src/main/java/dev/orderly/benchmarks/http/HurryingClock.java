package dev.orderly.benchmarks.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which a second passes at each look, so that no client exceeds the rate limit of a quarter of an hour. */
final class HurryingClock extends Clock {

    private final Instant start = Instant.now();
    private final AtomicLong looks = new AtomicLong();

    @Override
    public Instant instant() {
        return start.plusSeconds(looks.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock is for one shop only");
    }
}
