package dev.orderly.http.live;

import dev.orderly.Orders;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.Workflow;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page of one order. It receives that something changed, and asks for the new page itself. */
final class PageSubscriber implements Subscriber {

    private static final String CHANGED = "event: change\ndata: {}\n\n";

    private final String number;
    private final Orders orders;

    PageSubscriber(String number, Orders orders) {
        this.number = number;
        this.orders = orders;
    }

    @Override
    public Optional<String> eventOf(OrderChange change) {
        if (!change.order().number().equals(number)) {
            return Optional.empty();
        }
        Workflow workflow = orders.workflowOf(change.order());
        return RoleView.of(workflow, Workflow.CUSTOMER, ANY_LANGUAGE)
                .entry(change.entry())
                .map(entry -> CHANGED);
    }

    @Override
    public Set<String> watched() {
        return Set.of(number);
    }

    /** Two pages of one order are the same reader, so that the streams of an order can be counted. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageSubscriber page && page.number.equals(number);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number);
    }
}
