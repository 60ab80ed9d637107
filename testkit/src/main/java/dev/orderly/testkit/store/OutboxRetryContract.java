package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxLease;
import dev.orderly.store.OutboxMessage;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.orderly.store.Outbox} about messages that failed or were given back: when they are leased
 * again.
 */
public abstract class OutboxRetryContract extends OutboxFixture {

    private static final int PUT_OFF = 150;

    @Test
    void a_message_that_failed_is_leased_again_at_its_time_with_what_was_wrong() {
        OutboxMessage message = placed("A-1", START);
        claim(LATER, 10);
        Instant retryAt = LATER.plusSeconds(30);

        outbox.failed(held(message), retryAt, "the server does not answer");

        assertThat(claim(retryAt.minusNanos(1000), 10)).isEmpty();
        assertThat(outbox.claim("mail", retryAt, LEASE, 10))
                .extracting(OutboxLease::entry)
                .containsExactly(new OutboxEntry(message, 1, retryAt, "the server does not answer"));
    }

    @Test
    void a_message_that_failed_holds_back_those_behind_it_and_no_other_order() {
        shipped("A-1");
        OutboxMessage other = placed("A-2", START);

        outbox.failed(held(placing("A-1")), LATER.plusSeconds(30), "the server does not answer");

        assertThat(claim(LATER, 10)).containsExactly(other);
    }

    @Test
    void a_message_that_is_released_is_leased_again_in_its_place_and_no_try_is_counted() {
        OutboxMessage message = placed("A-1", START);
        placed("A-2", START.plusSeconds(1));
        outbox.failed(held(message), START, "the server does not answer");
        OutboxLease lease = outbox.claim("mail", LATER, LEASE, 1).get(0);

        assertThat(outbox.release(lease)).isTrue();

        assertThat(outbox.claim("mail", LATER, LEASE, 1))
                .extracting(OutboxLease::entry)
                .containsExactly(new OutboxEntry(message, 1, START, "the server does not answer"));
    }

    @Test
    void a_lost_lease_settles_nothing() {
        OutboxMessage message = placed("A-1", START);
        OutboxLease lost = outbox.claim("mail", LATER, LEASE, 10).get(0);
        OutboxLease held = outbox.claim("mail", lost.until(), LEASE, 10).get(0);

        assertThat(outbox.sent(lost)).isFalse();
        assertThat(outbox.release(lost)).isFalse();
        assertThat(outbox.failed(lost, LATER, "too late")).isFalse();
        assertThat(outbox.deadLetter(lost, "too late")).isFalse();

        assertThat(outbox.pending("A-1")).containsExactly(new OutboxEntry(message, 0, held.until(), null));
        assertThat(outbox.sent(held)).isTrue();
        assertThat(outbox.pending("A-1")).isEmpty();
    }

    @Test
    void a_lease_that_is_over_still_settles_what_has_not_been_claimed_since() {
        placed("A-1", START);
        OutboxLease lease = outbox.claim("mail", LATER, LEASE, 10).get(0);

        assertThat(outbox.failed(lease, lease.until().plusSeconds(60), "slow")).isTrue();

        assertThat(claim(lease.until().plusSeconds(59), 10)).isEmpty();
        assertThat(claim(lease.until().plusSeconds(60), 10)).hasSize(1);
    }

    @Test
    void settling_what_is_not_there_any_more_changes_nothing() {
        placed("A-1", START);
        OutboxLease lease = outbox.claim("mail", LATER, LEASE, 10).get(0);
        outbox.sent(lease);

        assertThat(outbox.sent(lease)).isFalse();
        assertThat(outbox.release(lease)).isFalse();
        assertThat(outbox.failed(lease, LATER, "too late")).isFalse();
        assertThat(outbox.deadLetter(lease, "too late")).isFalse();

        assertThat(outbox.pending("A-1")).isEmpty();
        assertThat(outbox.deadLettered(10)).isEmpty();
    }

    @Test
    void however_many_messages_wait_behind_those_that_were_put_off_the_others_are_claimed_and_none_is_forgotten() {
        for (int i = 0; i < PUT_OFF; i++) {
            shipped("A-" + i);
            outbox.failed(held(placing("A-" + i)), LATER, "the server does not answer");
        }
        placed("B-1", START.plusSeconds(100));

        for (int i = 0; i < 3; i++) {
            assertThat(claim(START.plusSeconds(200L + i), 10)).hasSize(i == 0 ? 1 : 0);
        }
        for (int i = 0; i < PUT_OFF; i += 2) {
            outbox.deadLetter(held(placing("A-" + i)), "no such mailbox");
        }
        assertThat(claim(START.plusSeconds(210), PUT_OFF))
                .as("what waited behind a dead letter")
                .hasSize(PUT_OFF / 2)
                .allMatch(message -> message.sequence() == 2);

        Set<OutboxMessage> claimed = new HashSet<>();
        for (int round = 1; round <= 20; round++) {
            for (String channel : List.of("mail", "webhook")) {
                for (OutboxLease lease : outbox.claim(channel, LATER.plusSeconds(round * 100L), LEASE, 50)) {
                    assertThat(claimed.add(lease.message())).isTrue();
                    assertThat(outbox.sent(lease)).isTrue();
                }
            }
        }
        assertThat(outbox.backlog().waiting()).isZero();
    }
}
