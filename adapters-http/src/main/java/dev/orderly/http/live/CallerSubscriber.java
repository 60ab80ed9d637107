package dev.orderly.http.live;

import dev.orderly.Orders;
import dev.orderly.http.access.Caller;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Somebody who is known, and hears of the orders that exist for them. Used by one thread at a time. */
final class CallerSubscriber implements Subscriber {

    private static final int MOST_REMEMBERED = 256;

    private final Caller caller;
    private final Orders orders;
    private final Set<String> numbers;

    /** What was told lately of the watched orders, of which both this process and the look at the store tell. */
    private final Set<Told> told = new LinkedHashSet<>();

    /**
     * A caller.
     *
     * @param numbers the orders that they asked for; empty for all
     */
    CallerSubscriber(Caller caller, Orders orders, Set<String> numbers) {
        this.caller = caller;
        this.orders = orders;
        this.numbers = Set.copyOf(numbers);
    }

    @Override
    public Optional<String> eventOf(OrderChange change) {
        String number = change.order().number();
        if ((!numbers.isEmpty() && !numbers.contains(number))
                || !change.entry().isVisibleTo(caller.actor().role())
                || !caller.sees(change.order())
                || !isNew(new Told(number, change.entry().sequence()))) {
            return Optional.empty();
        }
        return Optional.of("event: change\ndata: " + ChangeJson.of(change, orders, caller) + "\n\n");
    }

    private boolean isNew(Told entry) {
        boolean isNew = told.add(entry);
        if (told.size() > MOST_REMEMBERED) {
            told.remove(told.iterator().next());
        }
        return isNew;
    }

    @Override
    public Set<String> watched() {
        return numbers;
    }

    private record Told(String number, long sequence) {}
}
