package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.CUSTOMER;
import static dev.orderly.testkit.store.OrderScript.SHOP;
import static dev.orderly.testkit.store.OrderScript.STAFF;
import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.decision.RequestLimits;
import dev.orderly.order.Activity;
import dev.orderly.order.Attachment;
import dev.orderly.order.ChainKey;
import dev.orderly.order.ChainKeys;
import dev.orderly.order.Comment;
import dev.orderly.order.Customer;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Line;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.Redaction;
import dev.orderly.order.Visibility;
import dev.orderly.store.Change;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of a store about content: what was written is read back equal, and the history replays to the snapshot.
 */
public abstract class RoundTripContract extends StoreFixture {

    private final OrderScript script = OrderScript.of("A-1");

    private Change placeWithEverything() {
        return script.place(Request.of("place", CUSTOMER)
                .withTime(Instant.parse("2026-03-01T10:00:00.123456Z"))
                .withCustomer(
                        Customer.of("żółw@example.pl").withName("Żaneta Żółw").withLanguage("pl"))
                .withLines(
                        Line.of("sku-1", "Książka „Ślad”", 2)
                                .withId("żółw-1")
                                .withPrice(Money.parse("39.90 PLN"))
                                .withImageUrl("https://shop.example/1.jpg?size=big%27")
                                .withProductUrl("https://shop.example/sku-1"),
                        Line.of("sku-2", "日本語", 1)
                                .withPrice(Money.parse("0 PLN"))
                                .withAvailableFrom(LocalDate.of(2026, 6, 1)))
                .with("note", "a \"quoted\" 'note'; --\n\ttwo lines 🐢")
                .with("wrapping", "box")
                .with("weight", "12.50")
                .with("gift", true)
                .with("wanted-on", LocalDate.of(2026, 3, 8))
                .with("paid-at", Instant.parse("2026-02-28T23:59:59.999999999Z"))
                .with("total", "99.90 PLN")
                .withComment("please ring twice")
                .withId("request-1"));
    }

    @Test
    void an_order_is_found_as_it_was_written() {
        Order written = write(placeWithEverything());

        assertThat(found("A-1")).isEqualTo(written);
    }

    @Test
    void an_order_of_the_most_and_longest_lines_is_found_as_it_was_written() {
        Line longest =
                Line.of("1", "日".repeat(185), RequestLimits.MAX_QUANTITY).withPrice(Money.parse("999999999999.99 PLN"));
        Line[] lines = IntStream.range(0, RequestLimits.MAX_LINES)
                .mapToObj(i -> longest.withId("line " + (10_000 + i)))
                .toArray(Line[]::new);
        Order written =
                write(script.place(Request.of("place", CUSTOMER).withTime(START).withLines(lines)));

        assertThat(found("A-1")).isEqualTo(written);
        assertThat(written.total()).isEqualTo(Money.parse("9999999999999900000000 PLN"));
    }

    @Test
    void an_entry_is_found_as_it_was_written() {
        Change change = placeWithEverything();
        write(change);

        assertThat(history("A-1").entries()).containsExactly(change.entry());
    }

    @Test
    void the_hash_of_the_latest_entry_comes_with_the_order() {
        write(script.place(START));
        Change shipped = script.ship(hours(1));
        write(shipped);

        assertThat(store.find("A-1").orElseThrow().hash())
                .isEqualTo(shipped.entry().hash());
    }

    @Test
    void a_parcel_is_found_as_it_was_written() {
        write(script.place(START));
        Order written = write(script.ship(hours(1)));

        assertThat(found("A-1").parcels()).hasSize(1).isEqualTo(written.parcels());
    }

    /** Lines are not in the order of their ids, and item statuses are not in that of their names. */
    @Test
    void units_of_lines_are_found_as_they_were_written() {
        Workflow parts = Workflow.builder("parts")
                .field(Field.of("tracking-number", FieldType.TEXT))
                .parcels(new ParcelFields("tracking-number", null, null))
                .items(
                        Status.builder("ordered").build(),
                        Status.builder("in transit").build(),
                        Status.builder("back").done(true).build())
                .status("new", s -> {})
                .status("done", s -> s.done())
                .transition("place", t -> t.to("new"))
                .transition(
                        "ship",
                        t -> t.from("new")
                                .needs("tracking-number")
                                .items("ordered", "in transit")
                                .parcel())
                .transition("take-back", t -> t.from("new").items("in transit", "back"))
                .transition("close", t -> t.from("new").to("done").whenItems(ItemCondition.all("back")))
                .build();
        store.register(parts);
        OrderScript sent = OrderScript.of("P-1", parts);
        write(sent.place(Request.of("place", CUSTOMER)
                .withTime(START)
                .withLines(
                        Line.of("sku-2", "Two", 5).withId("żółw-2"),
                        Line.of("sku-1", "One", 1_000).withId("1"))));
        write(sent.fire(Request.of("ship", STAFF)
                .with("tracking-number", "T-1")
                .withItems(LineQuantity.of("1", 999), LineQuantity.of("żółw-2", 2))
                .withTime(hours(1))));
        Change last = sent.fire(Request.of("take-back", STAFF)
                .withItems(LineQuantity.of("1", 9))
                .withTime(hours(2)));
        Order written = write(last);

        assertThat(found("P-1")).isEqualTo(written);
        assertThat(found("P-1").items().lines()).containsExactly("żółw-2", "1");
        assertThat(found("P-1").items().of("1")).isEqualTo(Map.of("ordered", 1, "in transit", 990, "back", 9));
        assertThat(found("P-1").parcels().get(0).contents()).isEqualTo(Map.of("1", 999, "żółw-2", 2));
        assertThat(history("P-1").entries()).last().isEqualTo(last.entry());
        assertThat(history("P-1").replay((name, version) -> new Evolution(parts)))
                .isEqualTo(written);
    }

    @Test
    void a_case_is_found_as_it_was_written() {
        write(script.place(START));
        write(script.openCase(
                Request.of("report", CUSTOMER).with("reason", "late").withTime(hours(1))));
        Order written = write(script.fireCase(1, Request.of("close", STAFF).withTime(hours(2))));

        assertThat(found("A-1").cases()).hasSize(1).isEqualTo(written.cases());
    }

    @Test
    void a_comment_is_found_as_it_was_written() {
        write(script.place(START));
        Attachment file = new Attachment("zdjęcie.jpg", "image/jpeg", 3, HashChain.sha256(bytes("abc")));
        Comment comment = comment(2, "Gdzie jest paczka?\n🐢", "mail-1", Visibility.STAFF, file);
        write(script.note(comment, Map.of(file.sha256(), bytes("abc"))));

        assertThat(history("A-1").activities()).last().isEqualTo(comment);
    }

    @Test
    void a_change_of_notifications_is_found_as_it_was_written() {
        write(script.place(START));
        Activity muted = NotificationPreference.of(2, STAFF, hours(1), true).withRequestId("request-7");
        write(script.note(muted));

        assertThat(history("A-1").activities()).last().isEqualTo(muted);
        assertThat(found("A-1").muted()).isTrue();
    }

    @Test
    void a_migration_is_found_as_it_was_written() {
        store.register(NEXT_VERSION);
        write(script.place(START));
        Activity migration =
                Migration.builder(2, STAFF, hours(1), 1, 2, "new", "new").build();
        Order after = new Evolution(NEXT_VERSION).apply(script.order(), migration);
        HistoryEntry recorded =
                HistoryEntry.of(store.find("A-1").orElseThrow().hash(), migration, Redaction.of("salt"));
        store.append(new Change(after, recorded, null, Map.of(), List.of()));

        assertThat(history("A-1").activities()).last().isEqualTo(migration);
        assertThat(found("A-1").version()).isEqualTo(2);
    }

    @Test
    void every_snapshot_equals_the_history_replayed() {
        List<Change> life = new ArrayList<>();
        life.add(placeWithEverything());
        life.add(script.remark("checked"));
        life.add(script.openCase(
                Request.of("report", CUSTOMER).with("reason", "late").withTime(hours(1))));
        life.add(script.note(comment(4, "hello", null, Visibility.EVERYONE)));
        life.add(script.ship(hours(5)));
        life.add(script.note(NotificationPreference.of(6, CUSTOMER, hours(6), true)));
        life.add(script.deliver(hours(7)));

        for (Change change : life) {
            write(change);
            Order replayed = history("A-1").replay((name, version) -> new Evolution(SHOP));
            assertThat(found("A-1")).isEqualTo(replayed);
        }
    }

    @Test
    void a_history_is_in_sequence_and_verifies() {
        write(script.place(START));
        for (int i = 0; i < 12; i++) {
            write(script.remark("remark " + i));
        }

        assertThat(history("A-1").activities())
                .extracting(Activity::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 13).boxed().toList());
        assertThat(history("A-1").verify()).isEmpty();
    }

    /** A hash with a key has letters of both cases, and 64 characters if the key's id is as long as it can be. */
    @Test
    void the_hash_of_an_entry_with_a_key_is_found_as_it_was_written() {
        ChainKeys keys = ChainKeys.of(ChainKey.of("key-of-15-chars", new byte[ChainKey.MIN_BYTES]));
        write(script.place(START));
        Activity muted = NotificationPreference.of(2, STAFF, hours(1), true);
        HistoryEntry keyed =
                HistoryEntry.of(store.find("A-1").orElseThrow().hash(), muted, Redaction.of("salt"), keys, hours(1));
        assertThat(keyed.hash()).hasSize(64);
        Order after = new Evolution(SHOP).apply(script.order(), muted);
        store.append(new Change(after, keyed, null, Map.of(), List.of()));

        assertThat(store.find("A-1").orElseThrow().hash()).isEqualTo(keyed.hash());
        assertThat(history("A-1").entries()).last().isEqualTo(keyed);
    }

    @Test
    void an_order_that_was_never_placed_is_not_there() {
        assertThat(store.find("A-1")).isEmpty();
        assertThat(store.history("A-1")).isEmpty();
    }
}
