package dev.orderly.notification;

import dev.orderly.store.OutboxMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what becomes of messages, and passes it on to the listeners. Thread-safe. */
final class DispatchCounters implements DispatchListener {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final List<DispatchListener> listeners;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final AtomicLong muted = new AtomicLong();

    DispatchCounters(List<DispatchListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void sent(OutboxMessage message) {
        sent.incrementAndGet();
        tell(listener -> listener.sent(message));
    }

    @Override
    public void failed(OutboxMessage message, int tries, String problem) {
        failed.incrementAndGet();
        tell(listener -> listener.failed(message, tries, problem));
    }

    @Override
    public void deadLettered(OutboxMessage message, String problem) {
        parked.incrementAndGet();
        tell(listener -> listener.deadLettered(message, problem));
    }

    @Override
    public void muted(OutboxMessage message) {
        muted.incrementAndGet();
        tell(listener -> listener.muted(message));
    }

    DispatchReport report(Set<String> paused) {
        return new DispatchReport(sent.get(), failed.get(), parked.get(), muted.get(), paused);
    }

    private void tell(Consumer<DispatchListener> what) {
        for (DispatchListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (Exception e) { // some languages throw checked exceptions without declaring them
                LOG.error("listener {} failed; what it was told of is written", listener, e);
            }
        }
    }
}
