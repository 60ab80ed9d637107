package dev.orderly.testkit;

import static dev.orderly.testkit.OrderScript.SHOP;
import static dev.orderly.testkit.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.store.Backlog;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Outbox;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The law of {@link Outbox}. The test of a store extends this class and says how to make an empty one. */
public abstract class OutboxContract {

    private static final int THREADS = 8;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Instant LATER = START.plus(Duration.ofDays(1));

    private OrderStore store;
    private Outbox outbox;

    /** An empty store. */
    protected abstract OrderStore newStore();

    @BeforeEach
    void openStore() {
        store = newStore();
        store.register(SHOP);
        outbox = store.outbox();
    }

    /** An order whose first step tells the customer. */
    private OutboxMessage placed(String number, Instant at) {
        store.append(OrderScript.of(number).place(at));
        return placing(number);
    }

    /** An order with three messages that wait. */
    private void shipped(String number) {
        OrderScript script = OrderScript.of(number);
        store.append(script.place(START));
        store.append(script.ship(START.plusSeconds(60)));
    }

    private static OutboxMessage placing(String number) {
        return new OutboxMessage(number, 1, 0, "customer", "mail");
    }

    private static OutboxMessage shipping(String number) {
        return new OutboxMessage(number, 2, 0, "customer", "mail");
    }

    private static OutboxMessage shippingToSeller(String number) {
        return new OutboxMessage(number, 2, 1, "seller", "webhook");
    }

    private List<OutboxMessage> claim(Instant now, int limit) {
        return claim("mail", now, limit);
    }

    private List<OutboxMessage> claim(String channel, Instant now, int limit) {
        return outbox.claim(channel, now, LEASE, limit).stream()
                .map(OutboxEntry::message)
                .toList();
    }

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
    void the_messages_of_an_order_are_lent_one_at_a_time_and_in_their_order() {
        shipped("A-1");

        for (OutboxMessage message : List.of(placing("A-1"), shipping("A-1"), shippingToSeller("A-1"))) {
            assertThat(claim(message.channel(), LATER, 10)).containsExactly(message);
            assertThat(claim("mail", LATER, 10)).isEmpty();
            assertThat(claim("webhook", LATER, 10)).isEmpty();
            outbox.sent(message);
        }
        assertThat(outbox.pending("A-1")).isEmpty();
    }

    @Test
    void what_has_waited_longest_is_lent_first_and_no_more_than_asked_for() {
        OutboxMessage later = placed("A-1", START.plusSeconds(2));
        OutboxMessage first = placed("A-3", START);
        OutboxMessage second = placed("A-2", START.plusSeconds(1));

        assertThat(claim(LATER, 2)).containsExactly(first, second);
        assertThat(claim(LATER, 2)).containsExactly(later);
    }

    @Test
    void a_message_is_lent_for_its_channel_only() {
        shipped("A-1");

        assertThat(claim("pigeon", LATER, 10)).isEmpty();
        assertThat(claim("webhook", LATER, 10))
                .as("the order's mails come before it")
                .isEmpty();
        assertThat(claim("mail", LATER, 10)).containsExactly(placing("A-1"));
    }

    @Test
    void a_message_that_is_given_back_is_lent_again_and_no_try_is_counted() {
        OutboxMessage message = placed("A-1", START);
        placed("A-2", START.plusSeconds(1));
        outbox.failed(message, START, "the server does not answer");
        claim(LATER, 10);

        outbox.release(message, START);

        assertThat(outbox.claim("mail", LATER, LEASE, 10))
                .containsExactly(new OutboxEntry(message, 1, START, "the server does not answer"));
    }

    @Test
    void giving_back_what_is_parked_changes_nothing() {
        OutboxMessage message = placed("A-1", START);
        outbox.deadLetter(message, "no such mailbox");

        outbox.release(message, START);

        assertThat(outbox.deadLettered(10)).containsExactly(new OutboxEntry(message, 1, null, "no such mailbox"));
        assertThat(claim(LATER, 10)).isEmpty();
    }

    @Test
    void the_backlog_tells_how_many_wait_since_when_and_how_many_are_parked() {
        shipped("A-1");
        shipped("A-2");
        placed("A-3", START.plusSeconds(5));
        outbox.deadLetter(placing("A-1"), "no such mailbox");
        outbox.failed(placing("A-2"), LATER, "the server does not answer");

        assertThat(outbox.backlog())
                .isEqualTo(new Backlog(
                        List.of(
                                new Backlog.ChannelBacklog("mail", 4, START),
                                new Backlog.ChannelBacklog("webhook", 2, START.plusSeconds(60))),
                        1));
        assertThat(outbox.backlog().waiting()).isEqualTo(6);
    }

    @Test
    void the_backlog_of_an_empty_outbox_is_empty() {
        assertThat(outbox.backlog()).isEqualTo(new Backlog(List.of(), 0));
    }

    @Test
    void a_message_is_not_lent_before_its_time() {
        placed("A-1", START);

        assertThat(claim(START.minusNanos(1000), 10)).isEmpty();
        assertThat(claim(START, 10)).hasSize(1);
    }

    @Test
    void a_claim_ends_with_its_lease() {
        OutboxMessage message = placed("A-1", START);
        claim(LATER, 10);

        assertThat(claim(LATER.plus(LEASE).minusNanos(1000), 10)).isEmpty();
        assertThat(claim(LATER.plus(LEASE), 10)).containsExactly(message);
    }

    @Test
    void a_message_that_failed_is_lent_again_at_its_time_with_what_was_wrong() {
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
    void a_parked_message_is_shown_and_lets_those_behind_it_go() {
        shipped("A-1");

        outbox.deadLetter(placing("A-1"), "no such mailbox");

        assertThat(outbox.deadLettered(10))
                .containsExactly(new OutboxEntry(placing("A-1"), 1, null, "no such mailbox"));
        assertThat(claim(LATER, 10)).containsExactly(shipping("A-1"));
        assertThat(outbox.pending("A-1"))
                .extracting(OutboxEntry::isDeadLettered)
                .as("the parked one keeps its place")
                .containsExactly(true, false, false);
    }

    @Test
    void a_parked_message_can_be_sent_again() {
        OutboxMessage message = placed("A-1", START);
        outbox.deadLetter(message, "no such mailbox");

        outbox.resend(message, LATER);

        assertThat(outbox.deadLettered(10)).isEmpty();
        assertThat(outbox.claim("mail", LATER, LEASE, 10)).containsExactly(new OutboxEntry(message, 0, LATER, null));
    }

    @Test
    void sending_again_what_is_not_parked_changes_nothing() {
        OutboxMessage message = placed("A-1", START);

        outbox.resend(message, LATER);

        assertThat(outbox.pending("A-1")).containsExactly(new OutboxEntry(message, 0, START, null));
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

    @Test
    void parked_messages_are_listed_by_order_and_place_and_no_more_than_asked_for() {
        shipped("A-2");
        shipped("A-1");
        outbox.deadLetter(shipping("A-2"), "no");
        outbox.deadLetter(placing("A-2"), "no");
        outbox.deadLetter(placing("A-1"), "no");

        assertThat(outbox.deadLettered(2))
                .extracting(OutboxEntry::message)
                .containsExactly(placing("A-1"), placing("A-2"));
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
                batch.forEach(outbox::sent);
                batch = claim(LATER, 7);
            }
            return own;
        });

        assertThat(claimed.stream().flatMap(List::stream)).hasSize(100).doesNotHaveDuplicates();
    }
}
