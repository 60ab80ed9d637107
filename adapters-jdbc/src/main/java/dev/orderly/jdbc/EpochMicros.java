package dev.orderly.jdbc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Points in time as microseconds since 1970-01-01T00:00Z, which every database holds and compares alike. */
final class EpochMicros {

    private static final long PER_SECOND = 1_000_000;

    private EpochMicros() {}

    /** A time that must be kept exactly: what is finer would come back as another time, and break the hash chain. */
    static long exactly(Instant time, String what) {
        if (!isExact(time)) {
            throw new IllegalArgumentException(
                    what + " is at " + time + ", but times are kept to the microsecond: truncate it");
        }
        return floor(time);
    }

    static boolean isExact(Instant time) {
        return time.equals(time.truncatedTo(ChronoUnit.MICROS));
    }

    /** The last microsecond that is not after a time. */
    static long floor(Instant time) {
        try {
            return Math.addExact(
                    Math.multiplyExact(time.getLong(ChronoField.INSTANT_SECONDS), PER_SECOND),
                    time.getLong(ChronoField.MICRO_OF_SECOND));
        } catch (ArithmeticException e) {
            throw new DateTimeException(time + " is too far away to be counted in microseconds", e);
        }
    }

    /** The first microsecond that is not before a time. */
    static long ceil(Instant time) {
        return isExact(time) ? floor(time) : floor(time) + 1;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
