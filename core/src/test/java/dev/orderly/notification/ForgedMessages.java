package dev.orderly.notification;

import dev.orderly.ForwardingStore;
import dev.orderly.store.Change;
import dev.orderly.store.OutboxMessage;
import java.util.ArrayList;
import java.util.List;

/** A store that adds messages to the next step, as only a mistake in a program could. */
final class ForgedMessages extends ForwardingStore {

    private List<OutboxMessage> forged = List.of();

    void withNextStep(OutboxMessage... messages) {
        forged = List.of(messages);
    }

    @Override
    public void append(Change change) {
        List<OutboxMessage> messages = new ArrayList<>(change.messages());
        messages.addAll(forged);
        forged = List.of();
        super.append(new Change(change.after(), change.entry(), change.answer(), change.contents(), messages));
    }
}
