package dev.orderly.http.live;

import dev.orderly.workflow.Workflow;
import java.util.Optional;
import java.util.Set;

/** The page of one order. It only hears that something changed, and asks for itself what. */
record PageSubscriber(String number) implements Subscriber {

    private static final String CHANGED = "event: change\ndata: {}\n\n";

    @Override
    public Optional<String> eventOf(OrderChange change) {
        return change.order().number().equals(number) && change.entry().isVisibleTo(Workflow.CUSTOMER)
                ? Optional.of(CHANGED)
                : Optional.empty();
    }

    @Override
    public Set<String> watched() {
        return Set.of(number);
    }
}
