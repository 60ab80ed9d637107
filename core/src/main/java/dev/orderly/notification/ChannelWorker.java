package dev.orderly.notification;

import dev.orderly.store.OrderStore;
import dev.orderly.store.Outbox;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what is due from the outbox to one channel. Thread-safe: several threads share the work. */
final class ChannelWorker {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final String name;
    private final Channel channel;
    private final OrderStore store;
    private final Outbox outbox;
    private final NotificationResolver occasions;
    private final DispatchSettings terms;
    private final CircuitBreaker pause = new CircuitBreaker();
    private final Set<LeasedBatch> loans = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    ChannelWorker(
            String name, Channel channel, OrderStore store, NotificationResolver occasions, DispatchSettings terms) {
        this.name = name;
        this.channel = channel;
        this.store = store;
        this.outbox = store.outbox();
        this.occasions = occasions;
        this.terms = terms;
    }

    String name() {
        return name;
    }

    boolean isPaused() {
        return pause.isOn();
    }

    /** Sends until nothing is due any more, the channel seems to be down, or it is told to stop. */
    void sendWhatIsDue(DispatchListener listener) {
        boolean some = true;
        while (some && !stopped) {
            LeaseClock watch = LeaseClock.start(terms.clock(), store);
            Instant now = watch.now();
            int limit = pause.admit(now, terms.batch());
            if (limit == 0) {
                return;
            }
            List<OutboxEntry> lent = outbox.claim(name, now, terms.lease(), limit);
            some = !lent.isEmpty();
            LeasedBatch loan = new LeasedBatch(lent, watch, now, terms.lease());
            loans.add(loan);
            try {
                send(loan, listener);
                giveBack(loan);
            } finally {
                loans.remove(loan);
            }
        }
    }

    /** Begins nothing any more, and gives back what is not begun. */
    void stop() {
        stopped = true;
        loans.forEach(this::giveBack);
    }

    private void send(LeasedBatch loan, DispatchListener listener) {
        boolean goesOn = !stopped;
        while (goesOn) {
            Optional<OutboxEntry> next = loan.begin();
            if (next.isEmpty()) {
                return;
            }
            DeliveryAttempt attempt = attempt(next.get().message());
            boolean isDown = weigh(attempt, loan.now());
            settle(next.get(), attempt, loan, listener);
            goesOn = !isDown && !stopped;
        }
    }

    private void giveBack(LeasedBatch loan) {
        List<OutboxEntry> unbegun = loan.drop();
        if (!loan.isOver()) {
            unbegun.forEach(delivery -> outbox.release(delivery.message(), loan.placeOf(delivery)));
        }
    }

    private DeliveryAttempt attempt(OutboxMessage message) {
        Optional<Notification> notification;
        try {
            notification = occasions.of(message);
        } catch (DeliveryException e) {
            return DeliveryAttempt.untold(e);
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

    /** Takes in what an attempt tells about the channel; tells whether it seems to be down. */
    private boolean weigh(DeliveryAttempt attempt, Instant now) {
        switch (attempt.channel()) {
            case ANSWERED -> {
                if (pause.succeeded()) {
                    LOG.info("channel {} answers again", name);
                }
            }
            case SILENT -> {
                if (pause.failed(now)) {
                    LOG.warn("channel {} seems to be down, so its messages wait: {}", name, attempt.problem());
                }
            }
            case UNKNOWN -> {}
        }
        return pause.isOn();
    }

    private void settle(OutboxEntry delivery, DeliveryAttempt attempt, LeasedBatch loan, DispatchListener listener) {
        OutboxMessage message = delivery.message();
        if (attempt.verdict() == DeliveryAttempt.Verdict.SENT) {
            outbox.sent(message);
            listener.sent(message);
        } else if (attempt.verdict() == DeliveryAttempt.Verdict.MUTED) {
            outbox.sent(message);
            listener.muted(message);
        } else if (loan.isOver()) {
            LOG.warn(
                    "{} took longer than its lease, so that somebody else may be sending it: {}", named(message), name);
        } else {
            fail(delivery, attempt, loan.now(), listener);
        }
    }

    private void fail(OutboxEntry delivery, DeliveryAttempt attempt, Instant now, DispatchListener listener) {
        OutboxMessage message = delivery.message();
        int tries = delivery.tries() + 1;
        boolean isGivenUp = attempt.verdict() == DeliveryAttempt.Verdict.PARK || tries >= terms.maxTries();
        if (isGivenUp) {
            outbox.deadLetter(message, attempt.problem());
            LOG.warn("{} is parked after {} tries: {}", named(message), tries, attempt.problem());
            listener.deadLettered(message, attempt.problem());
        } else {
            outbox.failed(message, now.plus(terms.backoff().after(tries)), attempt.problem());
            LOG.info("{} failed {} times: {}", named(message), tries, attempt.problem());
            listener.failed(message, tries, attempt.problem());
        }
    }

    private static String named(OutboxMessage message) {
        return "message " + message.position() + " of entry " + message.sequence() + " of order " + message.number();
    }
}
