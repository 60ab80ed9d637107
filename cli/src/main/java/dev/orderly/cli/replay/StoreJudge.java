package dev.orderly.cli.replay;

import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.order.Activity;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides rows on orders that are kept. Each row's request has an id made from the row's order, event and time, by which its
 * entry is found when a log is replayed again; a row that was refused then is decided once more on the order as it was.
 */
final class StoreJudge implements Judge {

    private static final String PREFIX = "replay-";

    private final Orders orders;
    private final Workflow workflow;
    private final Decider decider;
    private final Set<String> starts;
    private final Map<String, Integer> copies = new HashMap<>();
    private final Map<String, Optional<History>> histories = new HashMap<>();

    StoreJudge(Orders orders, Workflow workflow) {
        this.orders = orders;
        this.workflow = workflow;
        this.decider = Decider.of(workflow);
        this.starts = workflow.transitions().stream()
                .filter(Transition::isInitial)
                .map(Transition::event)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Decision decide(LogRow row, @Nullable Order before) {
        String id = id(row);
        Optional<History> history = histories.computeIfAbsent(row.order(), orders::history);
        Optional<TransitionEntry> entry = history.flatMap(known -> entry(known, id));
        if (entry.isPresent()) {
            return new Accepted(upTo(history.orElseThrow(), entry.get().sequence()), entry.get(), List.of());
        }
        Order order =
                before == null ? history.flatMap(known -> asOf(known, row)).orElse(null) : before;
        Decision foreseen = order == null
                ? decider.place(row.order(), row.request(null))
                : decider.decide(order, row.request(null));
        if (foreseen instanceof Rejected) {
            return foreseen;
        }
        return starts.contains(row.event())
                ? orders.place(row.order(), workflow.name(), row.request(id))
                : orders.fire(row.order(), row.request(id));
    }

    private static Optional<TransitionEntry> entry(History history, String id) {
        return history.transitions().stream()
                .filter(entry -> id.equals(entry.requestId()))
                .findFirst();
    }

    /**
     * The order as its entries before a row left it; empty if there were none. An entry of a replay at the very time of the
     * row is that of a later row of the log: had it been an earlier one, it would have been found by its id.
     */
    private Optional<Order> asOf(History history, LogRow row) {
        return history.activities().stream()
                .takeWhile(activity -> activity.at().isBefore(row.time())
                        || (activity.at().equals(row.time()) && !isReplayed(activity)))
                .reduce((earlier, later) -> later)
                .map(last -> upTo(history, last.sequence()));
    }

    private static boolean isReplayed(Activity activity) {
        String id = activity.requestId();
        return id != null && id.startsWith(PREFIX);
    }

    private Order upTo(History history, long sequence) {
        return new History(history.number(), history.entries().subList(0, Math.toIntExact(sequence)))
                .replay(this::evolution);
    }

    private Evolution evolution(String name, int version) {
        return name.equals(workflow.name()) && version == workflow.version()
                ? decider.evolution()
                : new Evolution(orders.workflow(name, version).orElseThrow());
    }

    /** Of rows that are alike in all three, the second has another id than the first, or it would not be decided. */
    private String id(LogRow row) {
        String same = row.order() + "\n" + row.event() + "\n" + row.time();
        int copy = copies.merge(same, 1, Integer::sum);
        return PREFIX + HashChain.sha256((same + "\n" + copy).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void leaveGroup() {
        copies.clear();
        histories.clear();
    }
}
