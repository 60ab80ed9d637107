package dev.orderly.cli.replay;

import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.order.HashChain;
import dev.orderly.order.Order;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides rows on orders that are kept. Each row's request has an id made from the row's order, event and time, so that a
 * log that is replayed a second time gets the same answers and nothing happens twice.
 */
final class StoreJudge implements Judge {

    private final Orders orders;
    private final String workflow;
    private final Set<String> starts;
    private final Map<String, Integer> copies = new HashMap<>();

    StoreJudge(Orders orders, Workflow workflow) {
        this.orders = orders;
        this.workflow = workflow.name();
        this.starts = workflow.transitions().stream()
                .filter(Transition::isInitial)
                .map(Transition::event)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Decision decide(LogRow row, @Nullable Order before) {
        String id = id(row);
        return starts.contains(row.event())
                ? orders.place(row.order(), workflow, row.request(id))
                : orders.fire(row.order(), row.request(id));
    }

    /** Of rows that are alike in all three, the second has another id than the first, or it would not be decided. */
    private String id(LogRow row) {
        String same = row.order() + "\n" + row.event() + "\n" + row.time();
        int copy = copies.merge(same, 1, Integer::sum);
        return "replay-" + HashChain.sha256((same + "\n" + copy).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void leaveGroup() {
        copies.clear();
    }
}
