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
import java.util.function.UnaryOperator;
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
    public synchronized List<OutboxEntry> claim(String channel, Instant now, Duration lease, int limit) {
        List<OutboxEntry> available = heads.getOrDefault(channel, Collections.emptyNavigableSet()).stream()
                .takeWhile(head -> !head.time().isAfter(now))
                .limit(limit)
                .map(head -> head(head.number()))
                .filter(Objects::nonNull)
                .toList();
        available.forEach(entry -> queue(entry.message(), until(entry, now.plus(lease))));
        return available;
    }

    @Override
    public synchronized void sent(OutboxMessage message) {
        if (remove(message) != null) {
            writtenAt.remove(message);
        }
    }

    @Override
    public synchronized void release(OutboxMessage message, Instant at) {
        change(message, d -> until(d, at));
    }

    @Override
    public synchronized void failed(OutboxMessage message, Instant retryAt, String problem) {
        change(message, d -> new OutboxEntry(message, d.tries() + 1, retryAt, problem));
    }

    @Override
    public synchronized void deadLetter(OutboxMessage message, String problem) {
        OutboxEntry entry = remove(message);
        if (entry != null) {
            deadLetters.put(message, new OutboxEntry(message, entry.tries() + 1, null, problem));
        }
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

    private void change(OutboxMessage message, UnaryOperator<OutboxEntry> change) {
        OutboxEntry entry = remove(message);
        if (entry != null) {
            queue(message, change.apply(entry));
        }
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
