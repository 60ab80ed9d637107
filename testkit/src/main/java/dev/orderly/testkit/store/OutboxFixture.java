package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.START;

import dev.orderly.store.Outbox;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxLease;
import dev.orderly.store.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;

/** The outbox of an empty store, anew for each test, and short ways to fill and to claim from it. */
abstract class OutboxFixture extends StoreFixture {

    static final Duration LEASE = Duration.ofMinutes(1);
    static final Instant LATER = START.plus(Duration.ofDays(1));

    Outbox outbox;

    @BeforeEach
    void openOutbox() {
        outbox = store.outbox();
    }

    /** Places an order, which brings a message to the customer. */
    final OutboxMessage placed(String number, Instant at) {
        store.append(OrderScript.of(number).place(at));
        return placing(number);
    }

    /** Places and ships an order, which brings three messages. */
    final void shipped(String number) {
        OrderScript script = OrderScript.of(number);
        store.append(script.place(START));
        store.append(script.ship(START.plusSeconds(60)));
    }

    static OutboxMessage placing(String number) {
        return new OutboxMessage(number, 1, 0, "customer", "mail");
    }

    static OutboxMessage shipping(String number) {
        return new OutboxMessage(number, 2, 0, "customer", "mail");
    }

    static OutboxMessage shippingToSeller(String number) {
        return new OutboxMessage(number, 2, 1, "seller", "webhook");
    }

    /** The lease by which a message can be settled now; for one that is not claimed, that of its place in the queue. */
    final OutboxLease held(OutboxMessage message) {
        OutboxEntry entry = outbox.pending(message.number()).stream()
                .filter(pending -> pending.message().equals(message))
                .findFirst()
                .orElseThrow();
        return new OutboxLease(entry, Objects.requireNonNull(entry.availableAt(), "a dead letter has no lease"));
    }

    final List<OutboxMessage> claim(Instant now, int limit) {
        return claim("mail", now, limit);
    }

    final List<OutboxMessage> claim(String channel, Instant now, int limit) {
        return outbox.claim(channel, now, LEASE, limit).stream()
                .map(OutboxLease::message)
                .toList();
    }
}
