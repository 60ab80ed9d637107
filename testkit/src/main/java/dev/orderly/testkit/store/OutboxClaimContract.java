package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.store.ConflictException;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxLease;
import dev.orderly.store.OutboxMessage;
import dev.orderly.testkit.internal.concurrent.ConcurrentRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.orderly.store.Outbox#claim}: which messages are leased, in which order, and for how long.
 */
public abstract class OutboxClaimContract extends OutboxFixture {

    @Test
    void a_step_brings_its_messages() {
        shipped("A-1");

        assertThat(outbox.pending("A-1"))
                .containsExactly(
                        new OutboxEntry(placing("A-1"), 0, START, null),
                        new OutboxEntry(shipping("A-1"), 0, START.plusSeconds(60), null),
                        new OutboxEntry(shippingToSeller("A-1"), 0, START.plusSeconds(60), null));
    }

    @Test
    void a_step_that_is_not_written_brings_none() {
        OrderScript script = OrderScript.of("A-1");
        store.append(script.place(START));
        OrderScript loser = script.fork();
        store.append(script.remark("first"));

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store.append(loser.ship(START)));

        assertThat(outbox.pending("A-1")).extracting(OutboxEntry::message).containsExactly(placing("A-1"));
    }

    @Test
    void the_messages_of_an_order_are_leased_one_at_a_time_and_in_their_order() {
        shipped("A-1");

        for (OutboxMessage message : List.of(placing("A-1"), shipping("A-1"), shippingToSeller("A-1"))) {
            assertThat(claim(message.channel(), LATER, 10)).containsExactly(message);
            assertThat(claim("mail", LATER, 10)).isEmpty();
            assertThat(claim("webhook", LATER, 10)).isEmpty();
            outbox.sent(held(message));
        }
        assertThat(outbox.pending("A-1")).isEmpty();
    }

    @Test
    void what_has_waited_longest_is_leased_first_and_no_more_than_asked_for() {
        OutboxMessage later = placed("A-1", START.plusSeconds(2));
        OutboxMessage first = placed("A-3", START);
        OutboxMessage second = placed("A-2", START.plusSeconds(1));

        assertThat(claim(LATER, 2)).containsExactly(first, second);
        assertThat(claim(LATER, 2)).containsExactly(later);
    }

    @Test
    void a_message_is_leased_for_its_channel_only() {
        shipped("A-1");

        assertThat(claim("pigeon", LATER, 10)).isEmpty();
        assertThat(claim("webhook", LATER, 10))
                .as("the order's mails come before it")
                .isEmpty();
        assertThat(claim("mail", LATER, 10)).containsExactly(placing("A-1"));
    }

    @Test
    void a_message_is_not_leased_before_its_time() {
        placed("A-1", START);

        assertThat(claim(START.minusNanos(1000), 10)).isEmpty();
        assertThat(claim(START, 10)).hasSize(1);
    }

    /** A node whose clock is fast would delay its mails by as much. A store without a clock has no other time than the step's. */
    @Test
    void a_message_of_a_step_in_the_future_is_available_once_it_is_written() {
        Instant future = Instant.now().plus(Duration.ofHours(1));
        placed("A-1", future);

        assertThat(outbox.pending("A-1").get(0).availableAt())
                .isBeforeOrEqualTo(store.now().orElse(future));
        assertThat(outbox.backlog().channels().get(0).oldest())
                .isBeforeOrEqualTo(store.now().orElse(future));
    }

    @Test
    void a_lease_is_held_until_the_message_is_settled_or_claimed_again() {
        placed("A-1", START);
        OutboxLease first = outbox.claim("mail", LATER, LEASE, 1).get(0);
        assertThat(outbox.isHeld(first)).isTrue();

        OutboxLease second = outbox.claim("mail", LATER.plus(LEASE), LEASE, 1).get(0);
        assertThat(outbox.isHeld(first)).isFalse();
        assertThat(outbox.isHeld(second)).isTrue();

        outbox.sent(second);
        assertThat(outbox.isHeld(second)).isFalse();
    }

    @Test
    void a_claim_ends_with_its_lease() {
        OutboxMessage message = placed("A-1", START);
        claim(LATER, 10);

        assertThat(claim(LATER.plus(LEASE).minusNanos(1000), 10)).isEmpty();
        assertThat(claim(LATER.plus(LEASE), 10)).containsExactly(message);
    }

    @Test
    void threads_that_claim_at_once_share_the_messages() {
        for (int i = 0; i < 100; i++) {
            placed("A-" + i, START);
        }

        List<List<OutboxMessage>> claimed = ConcurrentRun.of(THREADS, thread -> {
            List<OutboxMessage> own = new ArrayList<>();
            List<OutboxMessage> batch = claim(LATER, 7);
            while (!batch.isEmpty()) {
                own.addAll(batch);
                batch.forEach(message -> outbox.sent(held(message)));
                batch = claim(LATER, 7);
            }
            return own;
        });

        assertThat(claimed.stream().flatMap(List::stream)).hasSize(100).doesNotHaveDuplicates();
    }
}
