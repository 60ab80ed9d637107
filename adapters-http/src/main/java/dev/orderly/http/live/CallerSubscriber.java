package dev.orderly.http.live;

import dev.orderly.Orders;
import dev.orderly.http.access.Caller;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.Workflow;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A caller who receives the changes of the orders that exist for them. Used by one thread at a time. */
final class CallerSubscriber implements Subscriber {

    private static final int MOST_REMEMBERED = 256;

    private final Caller caller;
    private final Orders orders;
    private final Set<String> numbers;

    /**
     * The latest entries that were sent of watched orders, since this process and the look at the store both report
     * them.
     */
    private final Set<SentEntry> sent = new LinkedHashSet<>();

    /**
     * A caller.
     *
     * @param numbers the orders that the caller asked for; empty for all
     */
    CallerSubscriber(Caller caller, Orders orders, Set<String> numbers) {
        this.caller = caller;
        this.orders = orders;
        this.numbers = Set.copyOf(numbers);
    }

    @Override
    public Optional<String> eventOf(OrderChange change) {
        Order order = change.order();
        if ((!numbers.isEmpty() && !numbers.contains(order.number()))
                || !caller.sees(order)
                || !isNew(new SentEntry(order.number(), change.entry().sequence()))) {
            return Optional.empty();
        }
        Workflow workflow = orders.workflowOf(order);
        RoleView view = RoleView.of(workflow, caller.actor().role(), Subscriber.ANY_LANGUAGE);
        return view.entry(change.entry())
                .map(entry -> "event: change\ndata: " + ChangeJson.of(view.order(order), entry) + "\n\n");
    }

    private boolean isNew(SentEntry entry) {
        boolean isNew = sent.add(entry);
        if (sent.size() > MOST_REMEMBERED) {
            sent.remove(sent.iterator().next());
        }
        return isNew;
    }

    @Override
    public Set<String> watched() {
        return numbers;
    }

    private record SentEntry(String number, long sequence) {}
}
