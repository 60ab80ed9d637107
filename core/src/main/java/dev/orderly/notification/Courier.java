package dev.orderly.notification;

import dev.orderly.store.Delivery;
import dev.orderly.store.Message;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what is due from the outbox to one channel. Thread-safe: several threads share the work. */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final String name;
    private final Channel channel;
    private final OrderStore store;
    private final Outbox outbox;
    private final Occasions occasions;
    private final Terms terms;
    private final Pause pause = new Pause();
    private final Set<Loan> loans = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    Courier(String name, Channel channel, OrderStore store, Occasions occasions, Terms terms) {
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
            Watch watch = Watch.start(terms.clock(), store);
            Instant now = watch.now();
            int limit = pause.admit(now, terms.batch());
            if (limit == 0) {
                return;
            }
            List<Delivery> lent = outbox.claim(name, now, terms.lease(), limit);
            some = !lent.isEmpty();
            Loan loan = new Loan(lent, watch, now, terms.lease());
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

    private void send(Loan loan, DispatchListener listener) {
        boolean goesOn = !stopped;
        while (goesOn) {
            Optional<Delivery> next = loan.begin();
            if (next.isEmpty()) {
                return;
            }
            Attempt attempt = attempt(next.get().message());
            boolean isDown = weigh(attempt, loan.now());
            settle(next.get(), attempt, loan, listener);
            goesOn = !isDown && !stopped;
        }
    }

    private void giveBack(Loan loan) {
        List<Delivery> unbegun = loan.drop();
        if (!loan.isOver()) {
            unbegun.forEach(delivery -> outbox.release(delivery.message(), loan.placeOf(delivery)));
        }
    }

    private Attempt attempt(Message message) {
        Optional<Notification> notification;
        try {
            notification = occasions.of(message);
        } catch (DeliveryException e) {
            return Attempt.untold(e);
        } catch (RuntimeException e) {
            return Attempt.broken("the history of the order", e);
        }
        if (notification.isEmpty()) {
            return Attempt.MUTED;
        }
        try {
            channel.send(notification.get());
            return Attempt.SENT;
        } catch (DeliveryException e) {
            return Attempt.refused(e);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            // some languages throw checked exceptions without declaring them
            return Attempt.broken("the channel " + name, e);
        }
    }

    /** Takes in what an attempt tells about the channel; tells whether it seems to be down. */
    private boolean weigh(Attempt attempt, Instant now) {
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

    private void settle(Delivery delivery, Attempt attempt, Loan loan, DispatchListener listener) {
        Message message = delivery.message();
        if (attempt.verdict() == Attempt.Verdict.SENT) {
            outbox.sent(message);
            listener.sent(message);
        } else if (attempt.verdict() == Attempt.Verdict.MUTED) {
            outbox.sent(message);
            listener.muted(message);
        } else if (loan.isOver()) {
            LOG.warn(
                    "{} took longer than its lease, so that somebody else may be sending it: {}", named(message), name);
        } else {
            fail(delivery, attempt, loan.now(), listener);
        }
    }

    private void fail(Delivery delivery, Attempt attempt, Instant now, DispatchListener listener) {
        Message message = delivery.message();
        int tries = delivery.tries() + 1;
        boolean isGivenUp = attempt.verdict() == Attempt.Verdict.PARK || tries >= terms.maxTries();
        if (isGivenUp) {
            outbox.park(message, attempt.problem());
            LOG.warn("{} is parked after {} tries: {}", named(message), tries, attempt.problem());
            listener.parked(message, attempt.problem());
        } else {
            outbox.failed(message, now.plus(terms.backoff().after(tries)), attempt.problem());
            LOG.info("{} failed {} times: {}", named(message), tries, attempt.problem());
            listener.failed(message, tries, attempt.problem());
        }
    }

    private static String named(Message message) {
        return "message " + message.position() + " of entry " + message.sequence() + " of order " + message.number();
    }
}
