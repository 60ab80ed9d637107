package dev.orderly.http.metrics;

import dev.orderly.store.Backlog;
import dev.orderly.store.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The gauges of an outbox. Reading a long backlog takes a while, so its values are shared by the gauges for ten
 * seconds.
 */
final class OutboxGauges {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Outbox outbox;
    private @Nullable Backlog known;
    private long knownSince;

    private OutboxGauges(Outbox outbox) {
        this.outbox = outbox;
    }

    static void bind(MeterRegistry registry, Outbox outbox) {
        OutboxGauges gauges = new OutboxGauges(outbox);
        Gauge.builder("orderly.outbox.waiting", () -> gauges.backlog().waiting())
                .description("Messages that are to be sent")
                .register(registry);
        Gauge.builder("orderly.outbox.dead.lettered", () -> gauges.backlog().deadLettered())
                .description("Messages that are not tried again")
                .register(registry);
        Gauge.builder("orderly.outbox.oldest", () -> age(gauges.backlog().channels()))
                .description("For how long the first of the messages that are to be sent has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    private synchronized Backlog backlog() {
        Backlog backlog = known;
        if (backlog == null || System.nanoTime() - knownSince >= FRESH_NANOS) {
            backlog = outbox.backlog();
            known = backlog;
            knownSince = System.nanoTime();
        }
        return backlog;
    }

    private static long age(List<Backlog.ChannelBacklog> channels) {
        Instant now = Instant.now();
        return channels.stream()
                .mapToLong(line -> Duration.between(line.oldest(), now).toSeconds())
                .filter(seconds -> seconds > 0)
                .max()
                .orElse(0);
    }
}
