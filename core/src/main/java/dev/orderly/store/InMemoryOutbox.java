package dev.orderly.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An outbox in memory: a queue for each order, and the heads of the queues by the time from which they are available.
 */
final class InMemoryOutbox implements Outbox {

    private static final Comparator<OutboxMessage> IN_ORDER = Comparator.comparing(OutboxMessage::number)
            .thenComparingLong(OutboxMessage::sequence)
            .thenComparingInt(OutboxMessage::position);
    private static final Comparator<Position> EARLIEST_FIRST =
            Comparator.comparing(Position::time).thenComparing(Position::number);

    private final Map<String, NavigableMap<OutboxMessage, OutboxEntry>> waiting = new HashMap<>();
    private final NavigableMap<OutboxMessage, OutboxEntry> deadLetters = new TreeMap<>(IN_ORDER);
    private final Map<String, NavigableSet<Position>> heads = new HashMap<>();
    private final Map<OutboxMessage, Instant> writtenAt = new HashMap<>();

    synchronized void add(List<OutboxMessage> messages, Instant at) {
        for (OutboxMessage message : messages) {
            writtenAt.put(message, at);
            queue(message, new OutboxEntry(message, 0, at, null));
        }
    }

    @Override
    public synchronized List<OutboxLease> claim(String channel, Instant now, Duration lease, int limit) {
        Instant end = now.plus(lease);
        List<OutboxEntry> available = heads.getOrDefault(channel, Collections.emptyNavigableSet()).stream()
                .takeWhile(head -> !head.time().isAfter(now))
                .limit(limit)
                .map(head -> head(head.number()))
                .filter(Objects::nonNull)
                .toList();
        available.forEach(entry -> queue(entry.message(), until(entry, end)));
        return available.stream().map(entry -> new OutboxLease(entry, end)).toList();
    }

    @Override
    public synchronized boolean sent(OutboxLease lease) {
        if (!isHeld(lease)) {
            return false;
        }
        remove(lease.message());
        writtenAt.remove(lease.message());
        return true;
    }

    @Override
    public synchronized boolean release(OutboxLease lease) {
        return change(lease, lease.entry());
    }

    @Override
    public synchronized boolean failed(OutboxLease lease, Instant retryAt, String problem) {
        return change(lease, new OutboxEntry(lease.message(), lease.entry().tries() + 1, retryAt, problem));
    }

    @Override
    public synchronized boolean deadLetter(OutboxLease lease, String problem) {
        if (!isHeld(lease)) {
            return false;
        }
        OutboxMessage message = lease.message();
        remove(message);
        deadLetters.put(message, new OutboxEntry(message, lease.entry().tries() + 1, null, problem));
        return true;
    }

    @Override
    public synchronized boolean isHeld(OutboxLease lease) {
        NavigableMap<OutboxMessage, OutboxEntry> queue =
                waiting.get(lease.message().number());
        OutboxEntry entry = queue == null ? null : queue.get(lease.message());
        return entry != null && lease.until().equals(entry.availableAt());
    }

    @Override
    public synchronized void resend(OutboxMessage message, Instant at) {
        if (deadLetters.remove(message) != null) {
            queue(message, new OutboxEntry(message, 0, at, null));
        }
    }

    @Override
    public synchronized List<OutboxEntry> pending(String number) {
        NavigableMap<OutboxMessage, OutboxEntry> all = new TreeMap<>(IN_ORDER);
        all.putAll(waiting.getOrDefault(number, new TreeMap<>(IN_ORDER)));
        deadLetters.forEach((message, entry) -> {
            if (message.number().equals(number)) {
                all.put(message, entry);
            }
        });
        return List.copyOf(all.values());
    }

    @Override
    public synchronized List<OutboxEntry> deadLettered(int limit) {
        return deadLetters.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized Backlog backlog() {
        Map<String, List<Instant>> times = new TreeMap<>();
        for (NavigableMap<OutboxMessage, OutboxEntry> queue : waiting.values()) {
            for (OutboxMessage message : queue.keySet()) {
                times.computeIfAbsent(message.channel(), c -> new ArrayList<>())
                        .add(Objects.requireNonNull(writtenAt.get(message)));
            }
        }
        List<Backlog.ChannelBacklog> lines = new ArrayList<>();
        times.forEach(
                (channel, all) -> lines.add(new Backlog.ChannelBacklog(channel, all.size(), Collections.min(all))));
        return new Backlog(lines, deadLetters.size());
    }

    private static OutboxEntry until(OutboxEntry entry, Instant time) {
        return new OutboxEntry(entry.message(), entry.tries(), time, entry.problem());
    }

    private boolean change(OutboxLease lease, OutboxEntry entry) {
        boolean isHeld = isHeld(lease);
        if (isHeld) {
            remove(lease.message());
            queue(lease.message(), entry);
        }
        return isHeld;
    }

    private @Nullable OutboxEntry head(String number) {
        NavigableMap<OutboxMessage, OutboxEntry> queue = waiting.get(number);
        return queue == null ? null : queue.firstEntry().getValue();
    }

    private void queue(OutboxMessage message, OutboxEntry entry) {
        String number = message.number();
        OutboxEntry before = head(number);
        waiting.computeIfAbsent(number, n -> new TreeMap<>(IN_ORDER)).put(message, entry);
        updateHeads(number, before);
    }

    private @Nullable OutboxEntry remove(OutboxMessage message) {
        NavigableMap<OutboxMessage, OutboxEntry> queue = waiting.get(message.number());
        OutboxEntry before = head(message.number());
        OutboxEntry removed = queue == null ? null : queue.remove(message);
        if (queue != null && queue.isEmpty()) {
            waiting.remove(message.number());
        }
        updateHeads(message.number(), before);
        return removed;
    }

    /** Updates the sorted heads of the channels after the first message of an order's queue may have changed. */
    private void updateHeads(String number, @Nullable OutboxEntry before) {
        if (before != null && before.availableAt() != null) {
            headsOf(before).remove(new Position(before.availableAt(), number));
        }
        OutboxEntry first = head(number);
        if (first != null && first.availableAt() != null) {
            headsOf(first).add(new Position(first.availableAt(), number));
        }
    }

    private NavigableSet<Position> headsOf(OutboxEntry entry) {
        return heads.computeIfAbsent(entry.message().channel(), c -> new TreeSet<>(EARLIEST_FIRST));
    }
}
