package dev.orderly.store;

import dev.orderly.order.ChainKeys;
import dev.orderly.order.Deadline;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory, for tests and for applications that persist orders themselves. Thread-safe; nothing survives the
 * process.
 */
public final class InMemoryOrderStore implements OrderStore {

    private static final Comparator<Position> EARLIEST_FIRST =
            Comparator.comparing(Position::time).thenComparing(Position::number);
    private static final Comparator<Position> LATEST_FIRST =
            Comparator.comparing(Position::time).reversed().thenComparing(Position::number);

    private final ConcurrentMap<WorkflowVersion, Workflow> workflows = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Slot> slots = new ConcurrentHashMap<>();
    private final ConcurrentMap<RequestKey, Answer> answers = new ConcurrentHashMap<>();
    private final NavigableSet<Position> byPlacement = new ConcurrentSkipListSet<>(LATEST_FIRST);
    private final NavigableSet<Position> byDeadline = new ConcurrentSkipListSet<>(EARLIEST_FIRST);
    private final InMemoryOutbox outbox = new InMemoryOutbox();

    /** An empty store. */
    public InMemoryOrderStore() {}

    @Override
    public void register(Workflow workflow) {
        WorkflowVersion key = new WorkflowVersion(workflow.name(), workflow.version());
        Workflow known = workflows.putIfAbsent(key, workflow);
        if (known != null && !known.equals(workflow)) {
            throw new IllegalArgumentException(
                    workflow + " is registered with another content: orders rely on that one, so raise the version");
        }
    }

    @Override
    public ChainKeys chainKeys() {
        return ChainKeys.NONE;
    }

    @Override
    public Optional<Workflow> workflow(String name, int version) {
        return Optional.ofNullable(workflows.get(new WorkflowVersion(name, version)));
    }

    @Override
    public Optional<StoredOrder> find(String number) {
        return Optional.ofNullable(slots.get(number)).map(slot -> slot.stored);
    }

    /** While a step of the order is being written, its answer is there and its entry is not, so that it is waited for. */
    @Override
    public OrderLookup find(String number, String requestId) {
        List<OrderLookup> found = new ArrayList<>();
        slots.computeIfPresent(number, (n, slot) -> {
            found.add(new OrderLookup(Optional.of(slot.stored), answer(n, requestId)));
            return slot;
        });
        return found.isEmpty() ? new OrderLookup(Optional.empty(), Optional.empty()) : found.get(0);
    }

    @Override
    public Optional<History> history(String number) {
        return Optional.ofNullable(slots.get(number)).map(slot -> slot.history(number));
    }

    @Override
    public Optional<Answer> answer(String number, String requestId) {
        return Optional.ofNullable(answers.get(new RequestKey(number, requestId)));
    }

    @Override
    public void append(Change change) {
        String number = change.after().number();
        slots.compute(number, (n, slot) -> {
            long present = slot == null ? 0 : slot.stored.order().sequence();
            requireNext(n, present, change);
            claim(n, change.answer());
            for (Change step : change.steps()) {
                outbox.add(step.messages(), step.entry().activity().at());
            }
            if (slot == null) {
                byPlacement.add(new Position(change.after().placedAt(), n));
                return index(null, new Slot(change));
            }
            Order before = slot.stored.order();
            slot.add(change);
            index(before.deadline(), slot);
            return slot;
        });
    }

    private static void requireNext(String number, long present, Change change) {
        long known = present;
        for (Change step : change.steps()) {
            long next = step.entry().activity().sequence();
            if (next != known + 1) {
                throw new ConflictException(
                        "order " + number + " has " + known + " entries, so entry " + next + " was not written");
            }
            known = next;
        }
    }

    @Override
    public void erase(Erasure erasure) {
        Order after = erasure.after();
        slots.compute(after.number(), (n, slot) -> {
            if (slot == null || slot.stored.order().sequence() + 1 != after.sequence()) {
                throw new ConflictException("order " + n + " is not at entry " + (after.sequence() - 1)
                        + " any more, so nothing of it was erased");
            }
            Order before = slot.stored.order();
            slot.erase(erasure);
            answers.keySet().removeIf(key -> key.number().equals(n));
            return index(before.deadline(), slot);
        });
    }

    private void claim(String number, @Nullable Answer answer) {
        if (answer != null && answers.putIfAbsent(new RequestKey(number, answer.requestId()), answer) != null) {
            throw new ConflictException(
                    "the request " + answer.requestId() + " about order " + number + " is answered already");
        }
    }

    private Slot index(@Nullable Deadline before, Slot slot) {
        Order order = slot.stored.order();
        if (before != null) {
            byDeadline.remove(new Position(before.at(), order.number()));
        }
        Deadline deadline = order.deadline();
        if (deadline != null) {
            byDeadline.add(new Position(deadline.at(), order.number()));
        }
        return slot;
    }

    @Override
    public int forgetAnswers(Instant before, int limit) {
        List<RequestKey> oldest = answers.entrySet().stream()
                .filter(entry -> entry.getValue().at().isBefore(before))
                .sorted(Comparator.comparing(entry -> entry.getValue().at()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        oldest.forEach(answers::remove);
        return oldest.size();
    }

    @Override
    public Page list(OrderQuery query) {
        Position after = query.after();
        NavigableSet<Position> all = query.overdueAt() == null ? byPlacement : byOverdue();
        List<Order> found = new ArrayList<>();
        Optional<Position> last = Optional.empty();
        for (Position position : after == null ? all : all.tailSet(after, false)) {
            Order order = order(position);
            if (order != null && matches(order, query)) {
                if (found.size() == query.limit()) {
                    return new Page(found, last);
                }
                found.add(order);
                last = Optional.of(position);
            }
        }
        return new Page(found, Optional.empty());
    }

    private NavigableSet<Position> byOverdue() {
        NavigableSet<Position> all = new TreeSet<>(EARLIEST_FIRST);
        for (Slot slot : slots.values()) {
            Order order = slot.stored.order();
            if (order.overdueAt() != null) {
                all.add(new Position(order.overdueAt(), order.number()));
            }
        }
        return all;
    }

    private static boolean matches(Order order, OrderQuery query) {
        String email = order.customer().email();
        return (query.workflow() == null || query.workflow().equals(order.workflow()))
                && (query.version() == 0 || query.version() == order.version())
                && (query.statuses().isEmpty() || query.statuses().contains(order.status()))
                && (query.email() == null || query.email().equalsIgnoreCase(email))
                && (!query.activeOnly() || !order.done())
                && (query.overdueAt() == null || order.isOverdueAt(query.overdueAt()));
    }

    @Override
    public DeadlineClaim claimDeadlines(DeadlineQuery query) {
        List<StoredOrder> claimed = new ArrayList<>();
        for (Position position : byDeadline) {
            if (position.time().isAfter(query.now()) || claimed.size() == query.limit()) {
                break;
            }
            Slot slot = slots.get(position.number());
            if (slot != null) {
                slot.claim(position.time(), query).ifPresent(claimed::add);
            }
        }
        return new DeadlineClaim(claimed, List.of());
    }

    @Override
    public void releaseDeadlines(List<StoredOrder> claimed) {
        for (StoredOrder order : claimed) {
            Slot slot = slots.get(order.order().number());
            if (slot != null) {
                slot.release(order);
            }
        }
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    private @Nullable Order order(Position position) {
        Slot slot = slots.get(position.number());
        return slot == null ? null : slot.stored.order();
    }

    @Override
    public Map<String, Long> countByStatus(String workflow, int version) {
        Map<String, Long> counts = new TreeMap<>();
        for (Slot slot : slots.values()) {
            Order order = slot.stored.order();
            if (order.workflow().equals(workflow) && order.version() == version) {
                counts.merge(order.status(), 1L, Long::sum);
            }
        }
        return counts;
    }

    @Override
    public Optional<byte[]> attachment(String number, String sha256) {
        return Optional.ofNullable(slots.get(number)).flatMap(slot -> slot.content(sha256));
    }

    private record RequestKey(String number, String requestId) {}

    /** One order. Changed only while the map of slots holds its key; read at any time. */
    private static final class Slot {

        private final List<HistoryEntry> entries = new ArrayList<>();
        private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
        private volatile StoredOrder stored;
        private Instant claimedUntil = Instant.MIN;

        Slot(Change first) {
            stored = first.written();
            add(first);
        }

        void add(Change change) {
            synchronized (entries) {
                change.steps().forEach(step -> entries.add(step.entry()));
                claimedUntil = Instant.MIN;
                stored = change.written();
            }
            change.contents().forEach((hash, bytes) -> contents.put(hash, bytes.clone()));
        }

        void erase(Erasure erasure) {
            synchronized (entries) {
                for (HistoryEntry entry : erasure.redacted()) {
                    entries.set(Math.toIntExact(entry.activity().sequence()) - 1, entry);
                }
                entries.add(erasure.entry());
                claimedUntil = Instant.MIN;
                stored = new StoredOrder(erasure.after(), erasure.entry().hash());
            }
            contents.clear();
        }

        Optional<StoredOrder> claim(Instant expected, DeadlineQuery query) {
            synchronized (entries) {
                Deadline deadline = stored.order().deadline();
                if (deadline == null
                        || !deadline.at().equals(expected)
                        || claimedUntil.isAfter(query.now())
                        || query.excluded().contains(WorkflowVersion.of(stored.order()))) {
                    return Optional.empty();
                }
                claimedUntil = query.until();
                return Optional.of(stored);
            }
        }

        void release(StoredOrder claimed) {
            synchronized (entries) {
                if (stored.equals(claimed)) {
                    claimedUntil = Instant.MIN;
                }
            }
        }

        History history(String number) {
            synchronized (entries) {
                return new History(number, entries);
            }
        }

        Optional<byte[]> content(String sha256) {
            return Optional.ofNullable(contents.get(sha256)).map(byte[]::clone);
        }
    }
}
