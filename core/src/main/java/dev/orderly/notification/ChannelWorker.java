package dev.orderly.notification;

import dev.orderly.store.OrderStore;
import dev.orderly.store.Outbox;
import dev.orderly.store.OutboxLease;
import dev.orderly.store.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims the available messages of one channel from the outbox and sends them. Thread-safe: several threads share the
 * work.
 */
final class ChannelWorker {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final String name;
    private final Channel channel;
    private final OrderStore store;
    private final Outbox outbox;
    private final NotificationResolver resolver;
    private final DispatchSettings settings;
    private final CircuitBreaker breaker = new CircuitBreaker();
    private final Set<LeasedBatch> batches = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    ChannelWorker(
            String name, Channel channel, OrderStore store, NotificationResolver resolver, DispatchSettings settings) {
        this.name = name;
        this.channel = channel;
        this.store = store;
        this.outbox = store.outbox();
        this.resolver = resolver;
        this.settings = settings;
    }

    String name() {
        return name;
    }

    boolean isPaused() {
        return breaker.isOpen();
    }

    /** Sends until no message is available, the circuit breaker opens, or {@link #stop} is called. */
    void sendAvailable(DispatchListener listener) {
        boolean some = true;
        while (some && !stopped) {
            LeaseClock clock = LeaseClock.start(settings.clock(), store);
            Instant now = clock.now();
            int limit = breaker.admit(now, settings.batch());
            if (limit == 0) {
                return;
            }
            List<OutboxLease> claimed = outbox.claim(name, now, settings.lease(), limit);
            some = !claimed.isEmpty();
            LeasedBatch batch = new LeasedBatch(claimed, clock, now, settings.lease());
            batches.add(batch);
            try {
                send(batch, listener);
                release(batch);
            } finally {
                batches.remove(batch);
            }
        }
    }

    /** Starts no further message, and releases those claimed and not started. */
    void stop() {
        stopped = true;
        batches.forEach(this::release);
    }

    private void send(LeasedBatch batch, DispatchListener listener) {
        boolean goesOn = !stopped;
        while (goesOn) {
            Optional<OutboxLease> next = batch.begin();
            if (next.isEmpty()) {
                return;
            }
            if (!outbox.isHeld(next.get())) {
                warnOfLostLease(next.get().message());
                continue;
            }
            DeliveryAttempt attempt = attempt(next.get().message());
            boolean isDown = record(attempt, batch.now());
            settle(next.get(), attempt, batch, listener);
            goesOn = !isDown && !stopped;
        }
    }

    private void release(LeasedBatch batch) {
        batch.drop().forEach(outbox::release);
    }

    private DeliveryAttempt attempt(OutboxMessage message) {
        Optional<Notification> notification;
        try {
            notification = resolver.of(message);
        } catch (DeliveryException e) {
            return DeliveryAttempt.unresolved(e);
        } catch (RuntimeException e) {
            return DeliveryAttempt.broken("the history of the order", e);
        }
        if (notification.isEmpty()) {
            return DeliveryAttempt.MUTED;
        }
        try {
            channel.send(notification.get());
            return DeliveryAttempt.SENT;
        } catch (DeliveryException e) {
            return DeliveryAttempt.refused(e);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            // some languages throw checked exceptions without declaring them
            return DeliveryAttempt.broken("the channel " + name, e);
        }
    }

    /** Reports the outcome of an attempt to the circuit breaker; returns whether the breaker is open now. */
    private boolean record(DeliveryAttempt attempt, Instant now) {
        switch (attempt.channel()) {
            case ANSWERED -> {
                if (breaker.succeeded()) {
                    LOG.info("channel {} answers again", name);
                }
            }
            case SILENT -> {
                if (breaker.failed(now)) {
                    LOG.warn("channel {} seems to be down, so its messages wait: {}", name, attempt.problem());
                }
            }
            case UNKNOWN -> {}
        }
        return breaker.isOpen();
    }

    private void settle(OutboxLease lease, DeliveryAttempt attempt, LeasedBatch batch, DispatchListener listener) {
        OutboxMessage message = lease.message();
        if (attempt.verdict() == DeliveryAttempt.Verdict.SENT) {
            warnIfLost(outbox.sent(lease), message);
            listener.sent(message);
        } else if (attempt.verdict() == DeliveryAttempt.Verdict.MUTED) {
            outbox.sent(lease);
            listener.muted(message);
        } else {
            fail(lease, attempt, batch.now(), listener);
        }
    }

    private void fail(OutboxLease lease, DeliveryAttempt attempt, Instant now, DispatchListener listener) {
        OutboxMessage message = lease.message();
        int tries = lease.entry().tries() + 1;
        boolean isDeadLetter = attempt.verdict() == DeliveryAttempt.Verdict.DEAD_LETTER || tries >= settings.maxTries();
        boolean isSettled = isDeadLetter
                ? outbox.deadLetter(lease, attempt.problem())
                : outbox.failed(lease, now.plus(settings.backoff().after(tries)), attempt.problem());
        warnIfLost(isSettled, message);
        if (!isSettled) {
            return;
        }
        if (isDeadLetter) {
            LOG.warn("{} is dead-lettered after {} tries: {}", named(message), tries, attempt.problem());
            listener.deadLettered(message, attempt.problem());
        } else {
            LOG.info("{} failed {} times: {}", named(message), tries, attempt.problem());
            listener.failed(message, tries, attempt.problem());
        }
    }

    /** After a pause that this machine's clock does not show. */
    private void warnOfLostLease(OutboxMessage message) {
        LOG.warn(
                "{} was claimed by another node before it was begun here, and is left to it: {}", named(message), name);
    }

    private void warnIfLost(boolean isSettled, OutboxMessage message) {
        if (!isSettled) {
            LOG.warn(
                    "{} took longer than its lease, so that another node may send it as well: {}",
                    named(message),
                    name);
        }
    }

    private static String named(OutboxMessage message) {
        return "message " + message.position() + " of entry " + message.sequence() + " of order " + message.number();
    }
}
