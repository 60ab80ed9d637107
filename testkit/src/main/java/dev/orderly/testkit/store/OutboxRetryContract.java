package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.orderly.store.Outbox} about messages that failed or were given back: when they are leased
 * again.
 */
public abstract class OutboxRetryContract extends OutboxFixture {

    @Test
    void a_message_that_failed_is_leased_again_at_its_time_with_what_was_wrong() {
        OutboxMessage message = placed("A-1", START);
        claim(LATER, 10);
        Instant retryAt = LATER.plusSeconds(30);

        outbox.failed(message, retryAt, "the server does not answer");

        assertThat(claim(retryAt.minusNanos(1000), 10)).isEmpty();
        assertThat(outbox.claim("mail", retryAt, LEASE, 10))
                .containsExactly(new OutboxEntry(message, 1, retryAt, "the server does not answer"));
    }

    @Test
    void a_message_that_failed_holds_back_those_behind_it_and_no_other_order() {
        shipped("A-1");
        OutboxMessage other = placed("A-2", START);

        outbox.failed(placing("A-1"), LATER.plusSeconds(30), "the server does not answer");

        assertThat(claim(LATER, 10)).containsExactly(other);
    }

    @Test
    void a_message_that_is_released_is_leased_again_and_no_try_is_counted() {
        OutboxMessage message = placed("A-1", START);
        placed("A-2", START.plusSeconds(1));
        outbox.failed(message, START, "the server does not answer");
        claim(LATER, 10);

        outbox.release(message, START);

        assertThat(outbox.claim("mail", LATER, LEASE, 10))
                .containsExactly(new OutboxEntry(message, 1, START, "the server does not answer"));
    }

    @Test
    void settling_what_is_not_there_any_more_changes_nothing() {
        OutboxMessage message = placed("A-1", START);
        outbox.sent(message);

        outbox.sent(message);
        outbox.release(message, LATER);
        outbox.failed(message, LATER, "too late");
        outbox.deadLetter(message, "too late");

        assertThat(outbox.pending("A-1")).isEmpty();
        assertThat(outbox.deadLettered(10)).isEmpty();
    }
}
