package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.CUSTOMER;
import static dev.orderly.testkit.store.OrderScript.STAFF;
import static dev.orderly.testkit.store.OrderScript.START;
import static dev.orderly.testkit.store.OrderScript.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.Attachment;
import dev.orderly.order.Customer;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.Redaction;
import dev.orderly.order.Visibility;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.DeadlineQuery;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoredOrder;
import dev.orderly.testkit.internal.concurrent.ConcurrentRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.orderly.store.OrderStore#appendAll}: each change is written whole or is a conflict of its
 * own.
 */
public abstract class BatchAppendContract extends StoreFixture {

    private final List<OrderScript> scripts =
            IntStream.range(0, 5).mapToObj(i -> OrderScript.of("A-" + i)).toList();

    @BeforeEach
    void placeThem() {
        scripts.forEach(script -> write(script.place(START)));
    }

    private List<Change> shipped() {
        return scripts.stream().map(script -> script.ship(hours(1))).toList();
    }

    private void isThere(Change change) {
        String number = change.after().number();
        assertThat(store.find(number))
                .contains(new StoredOrder(change.after(), change.entry().hash()));
        assertThat(history(number).entries()).last().isEqualTo(change.entry());
        assertThat(store.outbox().pending(number))
                .extracting(OutboxEntry::message)
                .containsAll(change.messages());
    }

    private static List<Boolean> written(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::isWritten).toList();
    }

    @Test
    void nothing_is_nothing() {
        assertThat(store.appendAll(List.of())).isEmpty();
    }

    @Test
    void each_step_is_written_whole_and_has_its_receipt_in_the_order_given() {
        List<Change> changes = shipped();

        assertThat(store.appendAll(changes))
                .containsExactlyElementsOf(
                        changes.stream().map(Receipt::written).toList());
        changes.forEach(this::isThere);
        assertThat(changes)
                .allSatisfy(change ->
                        assertThat(history(change.after().number()).verify()).isEmpty());
    }

    @Test
    void a_step_whose_order_has_moved_meanwhile_is_a_conflict_and_the_others_are_written() {
        Change first = scripts.get(2).fork().remark("faster");
        write(first);
        List<Change> changes = shipped();

        List<Receipt> receipts = store.appendAll(changes);

        assertThat(written(receipts)).containsExactly(true, true, false, true, true);
        assertThat(receipts.get(2).failure())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("A-2");
        isThere(first);
        assertThat(history("A-2").entries()).hasSize(2);
        assertThat(store.outbox().pending("A-2")).hasSize(1);
        isThere(changes.get(0));
        isThere(changes.get(4));
    }

    @Test
    void a_step_of_an_order_that_is_not_there_or_not_so_far_is_a_conflict_and_the_others_are_written() {
        OrderScript missing = OrderScript.of("A-9");
        missing.place(START);
        scripts.get(1).remark("never written");
        List<Change> changes = new ArrayList<>(shipped());
        changes.add(missing.ship(hours(1)));

        List<Receipt> receipts = store.appendAll(changes);

        assertThat(written(receipts)).containsExactly(true, false, true, true, true, false);
        assertThat(List.of(receipts.get(1), receipts.get(5)))
                .extracting(Receipt::failure)
                .hasOnlyElementsOfType(ConflictException.class);
        assertThat(store.find("A-9")).isEmpty();
        assertThat(found("A-1").sequence()).isEqualTo(1);
    }

    @Test
    void steps_of_one_order_follow_each_other() {
        OrderScript script = scripts.get(0);
        List<Change> changes = List.of(script.remark("one"), script.ship(hours(1)), script.deliver(hours(2)));

        assertThat(written(store.appendAll(changes))).containsExactly(true, true, true);
        assertThat(history("A-0").entries()).hasSize(4);
        assertThat(history("A-0").verify()).isEmpty();
    }

    @Test
    void of_two_steps_that_exclude_each_other_the_first_is_written() {
        Change late = scripts.get(0).fork().remark("late");
        List<Change> changes =
                List.of(scripts.get(0).ship(hours(1)), scripts.get(1).ship(hours(1)), late);

        assertThat(written(store.appendAll(changes))).containsExactly(true, true, false);
        isThere(changes.get(0));
    }

    @Test
    void steps_of_every_kind_can_be_among_them() {
        store.register(NEXT_VERSION);
        Attachment file = new Attachment("a.txt", "text/plain", 3, HashChain.sha256(bytes("abc")));
        Activity migration =
                Migration.builder(2, STAFF, hours(1), 1, 2, "new", "new").build();
        Order migrated = new Evolution(NEXT_VERSION).apply(scripts.get(4).order(), migration);
        HistoryEntry recorded =
                HistoryEntry.of(store.find("A-4").orElseThrow().hash(), migration, Redaction.of("salt"));
        List<Change> changes = List.of(
                OrderScript.of("A-5")
                        .place(Request.of("place", CUSTOMER)
                                .withTime(START)
                                .withId("request-1")
                                .withCustomer(Customer.of("anna@example.org"))),
                scripts.get(0)
                        .openCase(Request.of("report", CUSTOMER)
                                .with("reason", "late")
                                .withTime(hours(1))),
                scripts.get(1).note(NotificationPreference.of(2, CUSTOMER, hours(1), true)),
                scripts.get(2)
                        .note(
                                comment(2, "look", "mail-1", Visibility.EVERYONE, file),
                                Map.of(file.sha256(), bytes("abc"))),
                scripts.get(3).note(comment(2, "a \"{quoted}\" 'text', \\ and\u0000", null, Visibility.STAFF)),
                new Change(migrated, recorded, null, Map.of(), List.of()));

        assertThat(written(store.appendAll(changes))).containsOnly(true);
        changes.forEach(this::isThere);
        assertThat(store.answer("A-5", "request-1")).contains(answer("request-1", 1));
        assertThat(store.answer("A-2", "mail-1")).contains(answer("mail-1", 2));
        assertThat(store.attachment("A-2", file.sha256())).contains(bytes("abc"));
    }

    @Test
    void a_step_under_an_id_that_is_answered_already_is_a_conflict_and_the_others_are_written() {
        write(scripts.get(0)
                .fire(Request.of("remark", STAFF)
                        .with("note", "once")
                        .withId("request-1")
                        .withTime(START)));
        Change again = scripts.get(0)
                .fire(Request.of("remark", STAFF)
                        .with("note", "twice")
                        .withId("request-1")
                        .withTime(START));
        List<Change> changes =
                List.of(scripts.get(1).ship(hours(1)), again, scripts.get(2).ship(hours(1)));

        List<Receipt> receipts = store.appendAll(changes);

        assertThat(written(receipts)).containsExactly(true, false, true);
        assertThat(receipts.get(1).failure()).isInstanceOf(ConflictException.class);
        assertThat(history("A-0").entries()).hasSize(2);
    }

    @Test
    void a_claim_ends_with_the_step() {
        Instant late = START.plus(Duration.ofDays(100));
        store.claimDeadlines(DeadlineQuery.of(late, Duration.ofMinutes(1), 100));

        store.appendAll(
                scripts.stream().map(script -> script.remark("still here")).toList());

        assertThat(store.claimDeadlines(DeadlineQuery.of(late, Duration.ofMinutes(1), 100))
                        .orders())
                .hasSize(5);
    }

    @Test
    void of_all_threads_that_write_the_same_steps_exactly_one_wins_each() {
        List<List<Change>> rivals = IntStream.range(0, THREADS)
                .mapToObj(i -> {
                    List<Change> own = new ArrayList<>();
                    scripts.forEach(script -> own.add(script.fork().remark("by " + i)));
                    Collections.rotate(own, i);
                    return own;
                })
                .toList();

        List<Receipt> receipts = ConcurrentRun.of(THREADS, i -> store.appendAll(rivals.get(i))).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(receipts).allMatch(receipt -> receipt.isWritten() || receipt.failure() instanceof ConflictException);
        List<Change> winners = receipts.stream()
                .filter(Receipt::isWritten)
                .map(Receipt::change)
                .toList();
        assertThat(winners)
                .extracting(change -> change.after().number())
                .containsExactlyInAnyOrder("A-0", "A-1", "A-2", "A-3", "A-4");
        winners.forEach(this::isThere);
        scripts.forEach(
                script -> assertThat(history(script.order().number()).entries()).hasSize(2));
    }
}
