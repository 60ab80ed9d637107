package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.CUSTOMER;
import static dev.orderly.testkit.store.OrderScript.STAFF;
import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Request;
import dev.orderly.order.HistoryEntry;
import dev.orderly.store.Change;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxMessage;
import dev.orderly.store.Receipt;
import dev.orderly.testkit.internal.concurrent.ConcurrentRun;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of changes with automatic steps behind them: all of it is written or nothing is. */
public abstract class AutomaticStepsContract extends StoreFixture {

    /** What is free of charge is paid and unlocked as soon as it is placed; other orders as soon as they are paid. */
    private static final Workflow DOWNLOADS = Workflow.builder("downloads")
            .field(Field.of("free", FieldType.YES_NO))
            .status("placed", s -> {})
            .status("paid", s -> {})
            .status("ready", s -> s.done())
            .transition("place", t -> t.to("placed").takes("free"))
            .transition(
                    "settle",
                    t -> t.from("placed").to("paid").whenField("free", true).automatic())
            .transition("pay", t -> t.from("placed").to("paid").notifying("staff"))
            .transition(
                    "unlock",
                    t -> t.from("paid").to("ready").notifying("customer").automatic())
            .build();

    @BeforeEach
    void registerDownloads() {
        store.register(DOWNLOADS);
    }

    private static OrderScript download(String number) {
        return OrderScript.of(number, DOWNLOADS);
    }

    private static Request pay(String id) {
        return Request.of("pay", STAFF).withTime(hours(1)).withId(id);
    }

    private void isThere(Change change, long entries) {
        assertThat(store.find(change.after().number())).contains(change.written());
        assertThat(history(change.after().number()).entries())
                .hasSize((int) entries)
                .endsWith(change.steps().stream().map(Change::entry).toArray(HistoryEntry[]::new));
        assertThat(history(change.after().number()).verify()).isEmpty();
    }

    @Test
    void an_order_is_placed_with_them() {
        Change placed = download("A-1")
                .place(Request.of("place", CUSTOMER).with("free", true).withTime(START));

        store.append(placed);

        assertThat(placed.automatic()).hasSize(2);
        isThere(placed, 3);
        assertThat(found("A-1").status()).isEqualTo("ready");
    }

    @Test
    void a_step_is_written_with_them_its_answer_and_all_messages() {
        OrderScript script = download("A-1");
        write(script.place(START));
        Change paid = script.fire(pay("r-1"));

        store.append(paid);

        isThere(paid, 3);
        assertThat(store.answer("A-1", "r-1"))
                .hasValueSatisfying(answer -> assertThat(answer.sequence()).isEqualTo(2));
        assertThat(store.outbox().pending("A-1"))
                .extracting(OutboxEntry::message)
                .containsExactlyInAnyOrder(
                        new OutboxMessage("A-1", 2, 0, "staff", "mail"),
                        new OutboxMessage("A-1", 3, 0, "customer", "mail"));
    }

    @Test
    void after_a_conflict_nothing_of_it_is_there() {
        OrderScript script = download("A-1");
        write(script.place(START));
        OrderScript other = script.fork();
        Change paid = script.fire(pay("r-1"));
        store.append(paid);

        assertThat(wins(other.fire(pay("r-2")))).isFalse();

        isThere(paid, 3);
        assertThat(store.answer("A-1", "r-2")).isEmpty();
        assertThat(store.outbox().pending("A-1")).hasSize(2);
    }

    @Test
    void one_that_cannot_be_written_takes_the_others_with_it() {
        OrderScript script = download("A-1");
        Change placed = script.place(START);
        write(placed);
        Change paid = script.fire(pay("r-1"));
        Change late = paid.automatic().get(0);
        Change broken = new Change(
                paid.after(), paid.entry(), paid.answer(), paid.contents(), paid.messages(), List.of(late, late));

        assertThat(wins(broken)).isFalse();

        isThere(placed, 1);
        assertThat(store.answer("A-1", "r-1")).isEmpty();
        assertThat(store.outbox().pending("A-1")).isEmpty();
    }

    @Test
    void among_many_changes_each_is_written_whole_or_not_at_all() {
        List<OrderScript> scripts =
                IntStream.range(0, 4).mapToObj(i -> download("A-" + i)).toList();
        scripts.forEach(script -> write(script.place(START)));
        OrderScript overtaken = scripts.get(2).fork();
        store.append(overtaken.fire(pay("r-1")));
        List<Change> changes = scripts.stream()
                .map(script -> script.fire(Request.of("pay", STAFF).withTime(hours(2))))
                .toList();

        List<Receipt> receipts = store.appendAll(changes);

        assertThat(receipts).extracting(Receipt::isWritten).containsExactly(true, true, false, true);
        isThere(changes.get(0), 3);
        isThere(changes.get(1), 3);
        isThere(changes.get(3), 3);
        assertThat(found("A-2")).isEqualTo(overtaken.order());
    }

    @Test
    void of_all_threads_that_write_the_same_step_exactly_one_wins_with_all_of_it() {
        OrderScript script = download("A-1");
        write(script.place(START));
        List<Change> rivals = IntStream.range(0, THREADS)
                .mapToObj(i -> script.fork().fire(pay("r-" + i)))
                .toList();

        List<Boolean> won = ConcurrentRun.of(THREADS, i -> wins(rivals.get(i)));

        assertThat(won).containsOnlyOnce(true);
        isThere(rivals.get(won.indexOf(true)), 3);
    }
}
