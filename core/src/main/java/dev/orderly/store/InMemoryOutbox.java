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

/** The messages of the orders in memory: a queue for each order, and the heads of the queues by the time they wait for. */
final class InMemoryOutbox implements Outbox {

    private static final Comparator<Message> IN_ORDER = Comparator.comparing(Message::number)
            .thenComparingLong(Message::sequence)
            .thenComparingInt(Message::position);
    private static final Comparator<Position> EARLIEST_FIRST =
            Comparator.comparing(Position::time).thenComparing(Position::number);

    private final Map<String, NavigableMap<Message, Delivery>> waiting = new HashMap<>();
    private final NavigableMap<Message, Delivery> parked = new TreeMap<>(IN_ORDER);
    private final Map<String, NavigableSet<Position>> heads = new HashMap<>();
    private final Map<Message, Instant> cameAt = new HashMap<>();

    synchronized void add(List<Message> messages, Instant at) {
        for (Message message : messages) {
            cameAt.put(message, at);
            queue(message, new Delivery(message, 0, at, null));
        }
    }

    @Override
    public synchronized List<Delivery> claim(String channel, Instant now, Duration lease, int limit) {
        List<Delivery> due = heads.getOrDefault(channel, Collections.emptyNavigableSet()).stream()
                .takeWhile(head -> !head.time().isAfter(now))
                .limit(limit)
                .map(head -> head(head.number()))
                .filter(Objects::nonNull)
                .toList();
        due.forEach(delivery -> queue(delivery.message(), until(delivery, now.plus(lease))));
        return due;
    }

    @Override
    public synchronized void sent(Message message) {
        if (remove(message) != null) {
            cameAt.remove(message);
        }
    }

    @Override
    public synchronized void release(Message message, Instant at) {
        change(message, d -> until(d, at));
    }

    @Override
    public synchronized void failed(Message message, Instant retryAt, String problem) {
        change(message, d -> new Delivery(message, d.tries() + 1, retryAt, problem));
    }

    @Override
    public synchronized void park(Message message, String problem) {
        Delivery delivery = remove(message);
        if (delivery != null) {
            parked.put(message, new Delivery(message, delivery.tries() + 1, null, problem));
        }
    }

    @Override
    public synchronized void resend(Message message, Instant at) {
        if (parked.remove(message) != null) {
            queue(message, new Delivery(message, 0, at, null));
        }
    }

    @Override
    public synchronized List<Delivery> pending(String number) {
        NavigableMap<Message, Delivery> all = new TreeMap<>(IN_ORDER);
        all.putAll(waiting.getOrDefault(number, new TreeMap<>(IN_ORDER)));
        parked.forEach((message, delivery) -> {
            if (message.number().equals(number)) {
                all.put(message, delivery);
            }
        });
        return List.copyOf(all.values());
    }

    @Override
    public synchronized List<Delivery> parked(int limit) {
        return parked.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized Backlog backlog() {
        Map<String, List<Instant>> times = new TreeMap<>();
        for (NavigableMap<Message, Delivery> queue : waiting.values()) {
            for (Message message : queue.keySet()) {
                times.computeIfAbsent(message.channel(), c -> new ArrayList<>())
                        .add(Objects.requireNonNull(cameAt.get(message)));
            }
        }
        List<Backlog.Line> lines = new ArrayList<>();
        times.forEach((channel, all) -> lines.add(new Backlog.Line(channel, all.size(), Collections.min(all))));
        return new Backlog(lines, parked.size());
    }

    private static Delivery until(Delivery delivery, Instant time) {
        return new Delivery(delivery.message(), delivery.tries(), time, delivery.problem());
    }

    private void change(Message message, UnaryOperator<Delivery> change) {
        Delivery delivery = remove(message);
        if (delivery != null) {
            queue(message, change.apply(delivery));
        }
    }

    private @Nullable Delivery head(String number) {
        NavigableMap<Message, Delivery> queue = waiting.get(number);
        return queue == null ? null : queue.firstEntry().getValue();
    }

    private void queue(Message message, Delivery delivery) {
        String number = message.number();
        Delivery before = head(number);
        waiting.computeIfAbsent(number, n -> new TreeMap<>(IN_ORDER)).put(message, delivery);
        lead(number, before);
    }

    private @Nullable Delivery remove(Message message) {
        NavigableMap<Message, Delivery> queue = waiting.get(message.number());
        Delivery before = head(message.number());
        Delivery removed = queue == null ? null : queue.remove(message);
        if (queue != null && queue.isEmpty()) {
            waiting.remove(message.number());
        }
        lead(message.number(), before);
        return removed;
    }

    /** Keeps the order among the heads of the channel of the message that is its first now. */
    private void lead(String number, @Nullable Delivery before) {
        if (before != null && before.availableAt() != null) {
            headsOf(before).remove(new Position(before.availableAt(), number));
        }
        Delivery first = head(number);
        if (first != null && first.availableAt() != null) {
            headsOf(first).add(new Position(first.availableAt(), number));
        }
    }

    private NavigableSet<Position> headsOf(Delivery delivery) {
        return heads.computeIfAbsent(delivery.message().channel(), c -> new TreeSet<>(EARLIEST_FIRST));
    }
}
