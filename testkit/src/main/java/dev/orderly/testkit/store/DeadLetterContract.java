package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxLease;
import dev.orderly.store.OutboxMessage;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.orderly.store.Outbox} about dead letters: they are listed, hold nothing back, and can be
 * sent again.
 */
public abstract class DeadLetterContract extends OutboxFixture {

    @Test
    void a_dead_letter_is_listed_and_lets_those_behind_it_go() {
        shipped("A-1");

        outbox.deadLetter(held(placing("A-1")), "no such mailbox");

        assertThat(outbox.deadLettered(10))
                .containsExactly(new OutboxEntry(placing("A-1"), 1, null, "no such mailbox"));
        assertThat(claim(LATER, 10)).containsExactly(shipping("A-1"));
        assertThat(outbox.pending("A-1"))
                .extracting(OutboxEntry::isDeadLettered)
                .as("the dead letter keeps its place")
                .containsExactly(true, false, false);
    }

    @Test
    void a_dead_letter_can_be_sent_again() {
        OutboxMessage message = placed("A-1", START);
        outbox.deadLetter(held(message), "no such mailbox");

        outbox.resend(message, LATER);

        assertThat(outbox.deadLettered(10)).isEmpty();
        assertThat(outbox.claim("mail", LATER, LEASE, 10))
                .extracting(OutboxLease::entry)
                .containsExactly(new OutboxEntry(message, 0, LATER, null));
    }

    @Test
    void sending_again_what_is_no_dead_letter_changes_nothing() {
        OutboxMessage message = placed("A-1", START);

        outbox.resend(message, LATER);

        assertThat(outbox.pending("A-1")).containsExactly(new OutboxEntry(message, 0, START, null));
    }

    @Test
    void releasing_a_dead_letter_changes_nothing() {
        OutboxMessage message = placed("A-1", START);
        OutboxLease lease = held(message);
        outbox.deadLetter(lease, "no such mailbox");

        assertThat(outbox.release(lease)).isFalse();

        assertThat(outbox.deadLettered(10)).containsExactly(new OutboxEntry(message, 1, null, "no such mailbox"));
        assertThat(claim(LATER, 10)).isEmpty();
    }

    @Test
    void dead_letters_are_listed_by_order_and_place_and_no_more_than_asked_for() {
        shipped("A-2");
        shipped("A-1");
        outbox.deadLetter(held(shipping("A-2")), "no");
        outbox.deadLetter(held(placing("A-2")), "no");
        outbox.deadLetter(held(placing("A-1")), "no");

        assertThat(outbox.deadLettered(2))
                .extracting(OutboxEntry::message)
                .containsExactly(placing("A-1"), placing("A-2"));
    }
}
