package dev.orderly.examples.bookshop;

import dev.orderly.decision.OrderListener;
import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Records each change once it is committed. */
@Component
public class CommittedChanges implements OrderListener {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void changed(Order order, Activity entry) {
        lines.add(order.number() + ": " + order.status());
    }

    /** The changes so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
