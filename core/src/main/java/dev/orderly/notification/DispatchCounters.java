package dev.orderly.notification;

import dev.orderly.store.OutboxMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the outcomes of messages, and notifies the listeners of each. Thread-safe. */
final class DispatchCounters implements DispatchListener {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final List<DispatchListener> listeners;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong deadLettered = new AtomicLong();
    private final AtomicLong muted = new AtomicLong();

    DispatchCounters(List<DispatchListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void sent(OutboxMessage message) {
        sent.incrementAndGet();
        notifyListeners(listener -> listener.sent(message));
    }

    @Override
    public void failed(OutboxMessage message, int tries, String problem) {
        failed.incrementAndGet();
        notifyListeners(listener -> listener.failed(message, tries, problem));
    }

    @Override
    public void deadLettered(OutboxMessage message, String problem) {
        deadLettered.incrementAndGet();
        notifyListeners(listener -> listener.deadLettered(message, problem));
    }

    @Override
    public void muted(OutboxMessage message) {
        muted.incrementAndGet();
        notifyListeners(listener -> listener.muted(message));
    }

    DispatchReport report(Set<String> paused) {
        return new DispatchReport(sent.get(), failed.get(), deadLettered.get(), muted.get(), paused);
    }

    private void notifyListeners(Consumer<DispatchListener> what) {
        for (DispatchListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (Exception e) { // some languages throw checked exceptions without declaring them
                LOG.error("listener {} failed; the outbox has recorded what it was called with", listener, e);
            }
        }
    }
}
