package dev.orderly.testkit;

import static dev.orderly.testkit.OrderScript.CUSTOMER;
import static dev.orderly.testkit.OrderScript.SHOP;
import static dev.orderly.testkit.OrderScript.STAFF;
import static dev.orderly.testkit.OrderScript.START;
import static dev.orderly.testkit.OrderScript.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.Customer;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Line;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.Redaction;
import dev.orderly.order.Visibility;
import dev.orderly.store.Answer;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.Erasure;
import dev.orderly.store.OrderLookup;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.Page;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The law of {@link OrderStore}. The test of a store extends this class and says how to make an empty one. */
public abstract class OrderStoreContract {

    private static final int THREADS = 8;
    private static final Workflow NEXT_VERSION = SHOP.nextVersion().build();

    private OrderStore store;

    /** An empty store. */
    protected abstract OrderStore newStore();

    @BeforeEach
    void openStore() {
        store = newStore();
        store.register(SHOP);
    }

    private Order write(Change change) {
        store.append(change);
        return change.after();
    }

    private Order found(String number) {
        return store.find(number).orElseThrow().order();
    }

    private History history(String number) {
        return store.history(number).orElseThrow();
    }

    private static List<String> numbers(List<Order> orders) {
        return orders.stream().map(Order::number).toList();
    }

    /** Tells whether a change was written; a conflict is the only failure that there may be. */
    private boolean wins(Change change) {
        try {
            store.append(change);
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    private static Instant hours(long hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Comment comment(
            long sequence, String text, @Nullable String id, Visibility visibility, Attachment... files) {
        return new Comment(sequence, CUSTOMER, hours(sequence), text, visibility, List.of(files), id);
    }

    @Nested
    class Workflows {

        @Test
        void a_registered_workflow_is_found_as_it_was() {
            assertThat(store.workflow("contract-shop", 1)).contains(SHOP);
        }

        @Test
        void a_version_that_nobody_registered_is_not_found() {
            assertThat(store.workflow("contract-shop", 2)).isEmpty();
            assertThat(store.workflow("another", 1)).isEmpty();
        }

        @Test
        void registering_the_same_content_again_is_harmless() {
            assertThatNoException()
                    .isThrownBy(
                            () -> store.register(SHOP.extend("contract-shop").build()));
        }

        @Test
        void versions_stand_beside_each_other() {
            store.register(NEXT_VERSION);

            assertThat(store.workflow("contract-shop", 1)).contains(SHOP);
            assertThat(store.workflow("contract-shop", 2)).contains(NEXT_VERSION);
        }

        @Test
        void a_version_that_is_known_with_another_content_is_refused_and_stays_as_it_was() {
            Workflow changed =
                    SHOP.extend("contract-shop").status("lost", s -> s.done()).build();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.register(changed))
                    .withMessageContaining("contract-shop version 1")
                    .withMessageContaining("raise the version");
            assertThat(store.workflow("contract-shop", 1)).contains(SHOP);
        }
    }

    @Nested
    class RoundTrip {

        private final OrderScript script = OrderScript.of("A-1");

        private Change placeWithEverything() {
            return script.place(Request.of("place", CUSTOMER)
                    .at(Instant.parse("2026-03-01T10:00:00.123456Z"))
                    .customer(new Customer("żółw@example.pl", "Żaneta Żółw", "pl"))
                    .lines(
                            Line.of("sku-1", "Książka „Ślad”", 2),
                            Line.of("sku-2", "日本語", 1).availableFrom(LocalDate.of(2026, 6, 1)))
                    .with("note", "a \"quoted\" 'note'; --\n\ttwo lines 🐢")
                    .with("wrapping", "box")
                    .with("weight", "12.50")
                    .with("gift", true)
                    .with("wanted-on", LocalDate.of(2026, 3, 8))
                    .with("paid-at", Instant.parse("2026-02-28T23:59:59.999999999Z"))
                    .with("total", "99.90 PLN")
                    .comment("please ring twice")
                    .id("request-1"));
        }

        @Test
        void an_order_is_found_as_it_was_written() {
            Order written = write(placeWithEverything());

            assertThat(found("A-1")).isEqualTo(written);
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

        @Test
        void a_case_is_found_as_it_was_written() {
            write(script.place(START));
            write(script.openCase(
                    Request.of("report", CUSTOMER).with("reason", "late").at(hours(1))));
            Order written = write(script.fireCase(1, Request.of("close", STAFF).at(hours(2))));

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
            Activity muted = new NotificationPreference(2, STAFF, hours(1), true, "request-7");
            write(script.note(muted));

            assertThat(history("A-1").activities()).last().isEqualTo(muted);
            assertThat(found("A-1").muted()).isTrue();
        }

        @Test
        void a_migration_is_found_as_it_was_written() {
            store.register(NEXT_VERSION);
            write(script.place(START));
            Activity migration = new Migration(2, STAFF, hours(1), 1, 2, "new", "new", null);
            Order after = new Evolution(NEXT_VERSION).apply(script.order(), migration);
            HistoryEntry recorded =
                    HistoryEntry.after(store.find("A-1").orElseThrow().hash(), migration, Redaction.of("salt"));
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
                    Request.of("report", CUSTOMER).with("reason", "late").at(hours(1))));
            life.add(script.note(comment(4, "hello", null, Visibility.EVERYONE)));
            life.add(script.ship(hours(5)));
            life.add(script.note(new NotificationPreference(6, CUSTOMER, hours(6), true, null)));
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
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 13).boxed().toList());
            assertThat(history("A-1").verify()).isEmpty();
        }

        @Test
        void an_order_that_was_never_placed_is_not_there() {
            assertThat(store.find("A-1")).isEmpty();
            assertThat(store.history("A-1")).isEmpty();
        }
    }

    @Nested
    class CompareAndSet {

        private final OrderScript script = OrderScript.of("A-1");

        @Test
        void an_order_is_placed_once() {
            write(script.place(START));

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> store.append(OrderScript.of("A-1").place(hours(1))))
                    .withMessageContaining("A-1");
        }

        @Test
        void a_sequence_number_is_taken_once() {
            write(script.place(START));
            OrderScript other = script.fork();
            write(script.ship(hours(1)));

            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store.append(other.remark("too late")));
        }

        @Test
        void a_step_whose_predecessor_is_missing_is_a_conflict() {
            write(script.place(START));
            script.remark("never written");
            Change ahead = script.remark("ahead");

            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store.append(ahead));
        }

        @Test
        void a_step_of_an_order_that_is_not_there_is_a_conflict() {
            script.place(START);
            Change orphan = script.remark("orphan");

            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store.append(orphan));
            assertThat(store.find("A-1")).isEmpty();
        }

        @Test
        void a_conflict_leaves_everything_as_it_was() {
            write(script.place(START));
            OrderScript other = script.fork();
            Order standing = write(script.ship(hours(1)));
            Attachment file = new Attachment("a.txt", "text/plain", 3, HashChain.sha256(bytes("abc")));
            Change late = other.note(
                    comment(2, "late", "request-9", Visibility.EVERYONE, file), Map.of(file.sha256(), bytes("abc")));

            assertThat(wins(late)).isFalse();
            assertThat(found("A-1")).isEqualTo(standing);
            assertThat(history("A-1").entries()).hasSize(2);
            assertThat(store.answer("A-1", "request-9")).isEmpty();
            assertThat(store.attachment("A-1", file.sha256())).isEmpty();
        }

        @Test
        void of_all_threads_that_write_the_same_step_exactly_one_wins() {
            write(script.place(START));
            for (int round = 0; round < 20; round++) {
                OrderScript base = script.fork();
                int current = round;
                List<Change> rivals = IntStream.range(0, THREADS)
                        .mapToObj(i -> base.fork()
                                .fire(Request.of("remark", STAFF)
                                        .with("note", current + "/" + i)
                                        .id("request-" + current + "/" + i)
                                        .at(START)))
                        .toList();

                List<Boolean> won = ConcurrentRun.of(THREADS, i -> wins(rivals.get(i)));

                assertThat(won).containsOnlyOnce(true);
                Change winner = rivals.get(won.indexOf(true));
                assertThat(found("A-1")).isEqualTo(winner.after());
                assertThat(history("A-1").entries()).hasSize(round + 2).last().isEqualTo(winner.entry());
                for (int i = 0; i < THREADS; i++) {
                    assertThat(store.answer("A-1", "request-" + round + "/" + i).isPresent())
                            .isEqualTo(won.get(i));
                }
                script.fire(Request.of("remark", STAFF)
                        .with("note", round + "/" + won.indexOf(true))
                        .id("request-" + round + "/" + won.indexOf(true))
                        .at(START));
            }
        }

        @Test
        void of_all_threads_that_place_the_same_order_exactly_one_wins() {
            List<Boolean> won = ConcurrentRun.of(
                    THREADS, i -> wins(OrderScript.of("A-1").place(START, "customer" + i + "@example.org")));

            assertThat(won).containsOnlyOnce(true);
            assertThat(found("A-1").customer().email()).isEqualTo("customer" + won.indexOf(true) + "@example.org");
            assertThat(history("A-1").entries()).hasSize(1);
        }

        @Test
        void threads_that_write_about_different_orders_are_not_in_each_others_way() {
            List<Boolean> won = ConcurrentRun.of(THREADS, i -> {
                OrderScript own = OrderScript.of("A-" + i);
                return wins(own.place(START)) && wins(own.ship(hours(1))) && wins(own.deliver(hours(2)));
            });

            assertThat(won).doesNotContain(false);
            assertThat(store.countByStatus("contract-shop", 1)).containsExactly(Map.entry("delivered", (long) THREADS));
        }
    }

    @Nested
    class ManyAtATime {

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
                    .allSatisfy(change -> assertThat(
                                    history(change.after().number()).verify())
                            .isEmpty());
        }

        @Test
        void a_step_whose_order_somebody_else_has_moved_is_a_conflict_and_the_others_are_written() {
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
            Activity migration = new Migration(2, STAFF, hours(1), 1, 2, "new", "new", null);
            Order migrated = new Evolution(NEXT_VERSION).apply(scripts.get(4).order(), migration);
            HistoryEntry recorded =
                    HistoryEntry.after(store.find("A-4").orElseThrow().hash(), migration, Redaction.of("salt"));
            List<Change> changes = List.of(
                    OrderScript.of("A-5")
                            .place(Request.of("place", CUSTOMER)
                                    .at(START)
                                    .id("request-1")
                                    .customer(Customer.of("anna@example.org"))),
                    scripts.get(0)
                            .openCase(Request.of("report", CUSTOMER)
                                    .with("reason", "late")
                                    .at(hours(1))),
                    scripts.get(1).note(new NotificationPreference(2, CUSTOMER, hours(1), true, null)),
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
                            .id("request-1")
                            .at(START)));
            Change again = scripts.get(0)
                    .fire(Request.of("remark", STAFF)
                            .with("note", "twice")
                            .id("request-1")
                            .at(START));
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
            store.claimDeadlines(late, Duration.ofMinutes(1), 100);

            store.appendAll(
                    scripts.stream().map(script -> script.remark("still here")).toList());

            assertThat(store.claimDeadlines(late, Duration.ofMinutes(1), 100)).hasSize(5);
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

            assertThat(receipts)
                    .allMatch(receipt -> receipt.isWritten() || receipt.failure() instanceof ConflictException);
            List<Change> winners = receipts.stream()
                    .filter(Receipt::isWritten)
                    .map(Receipt::change)
                    .toList();
            assertThat(winners)
                    .extracting(change -> change.after().number())
                    .containsExactlyInAnyOrder("A-0", "A-1", "A-2", "A-3", "A-4");
            winners.forEach(this::isThere);
            scripts.forEach(script ->
                    assertThat(history(script.order().number()).entries()).hasSize(2));
        }
    }

    @Nested
    class Answers {

        private final OrderScript script = OrderScript.of("A-1");

        private Answer refusal(String id) {
            Reason reason = Reason.of("credit-limit", "pl", "Limit {limit} jest przekroczony.")
                    .and("en", "The limit of {limit} is exceeded.")
                    .with("limit", "100 PLN")
                    .with("fields", List.of("a", "b"));
            return new Answer(id, "fingerprint of " + id, 0, List.of(reason));
        }

        @Test
        void a_request_that_nobody_answered_has_no_answer() {
            assertThat(store.answer("A-1", "request-1")).isEmpty();
        }

        @Test
        void the_answer_of_a_step_is_found_as_it_was_written() {
            write(script.place(Request.of("place", CUSTOMER).at(START).id("request-1")));

            assertThat(store.answer("A-1", "request-1")).contains(answer("request-1", 1));
        }

        @Test
        void a_refusal_is_found_as_it_was_remembered() {
            store.remember("A-1", refusal("request-1"));

            assertThat(store.answer("A-1", "request-1")).contains(refusal("request-1"));
        }

        @Test
        void an_order_and_an_answer_are_found_together_or_each_without_the_other() {
            Order placed =
                    write(script.place(Request.of("place", CUSTOMER).at(START).id("request-1")));
            store.remember("A-2", refusal("request-1"));

            assertThat(store.find("A-1", "request-1"))
                    .isEqualTo(new OrderLookup(store.find("A-1"), Optional.of(answer("request-1", 1))));
            assertThat(store.find("A-1", "request-1").order().orElseThrow().order())
                    .isEqualTo(placed);
            assertThat(store.find("A-1", "request-2")).isEqualTo(new OrderLookup(store.find("A-1"), Optional.empty()));
            assertThat(store.find("A-2", "request-1"))
                    .isEqualTo(new OrderLookup(Optional.empty(), Optional.of(refusal("request-1"))));
            assertThat(store.find("A-2", "request-2")).isEqualTo(new OrderLookup(Optional.empty(), Optional.empty()));
        }

        @Test
        void an_order_and_an_answer_are_found_by_the_whole_of_their_names() {
            write(script.place(Request.of("place", CUSTOMER).at(START).id("request-1")));

            for (String other : List.of("a-1", "A-1 ", " A-1", "A-", "%", "")) {
                assertThat(store.find(other, "request-1"))
                        .isEqualTo(new OrderLookup(Optional.empty(), Optional.empty()));
            }
            for (String other : List.of("REQUEST-1", "request-1 ", " request-1", "request-", "%", "")) {
                assertThat(store.find("A-1", other).answer()).isEmpty();
            }
        }

        @Test
        void an_order_that_is_found_with_an_answer_has_the_entry_that_the_answer_names() {
            write(script.place(START));
            int steps = 50;
            List<Change> changes = IntStream.range(0, steps)
                    .mapToObj(i -> script.fire(Request.of("remark", STAFF)
                            .with("note", "note " + i)
                            .id("request-" + i)
                            .at(START)))
                    .toList();

            List<Boolean> sound = ConcurrentRun.of(2, thread -> {
                if (thread == 0) {
                    changes.forEach(store::append);
                    return true;
                }
                for (int i = 0; i < steps; i++) {
                    OrderLookup lookup = store.find("A-1", "request-" + i);
                    while (lookup.answer().isEmpty()) {
                        lookup = store.find("A-1", "request-" + i);
                    }
                    if (lookup.order().orElseThrow().order().sequence()
                            < lookup.answer().orElseThrow().sequence()) {
                        return false;
                    }
                }
                return true;
            });

            assertThat(sound).containsOnly(true);
        }

        @Test
        void a_refusal_about_an_order_that_is_not_there_does_not_make_it_be_there() {
            store.remember("A-1", refusal("request-1"));

            assertThat(store.find("A-1")).isEmpty();
            assertThat(store.list(OrderQuery.all()).orders()).isEmpty();
        }

        @Test
        void the_first_refusal_stands() {
            Answer other =
                    new Answer("request-1", "another", 0, refusal("request-1").reasons());

            assertThat(store.remember("A-1", refusal("request-1"))).isEqualTo(refusal("request-1"));
            assertThat(store.remember("A-1", other)).isEqualTo(refusal("request-1"));
            assertThat(store.answer("A-1", "request-1")).contains(refusal("request-1"));
        }

        @Test
        void a_step_that_is_written_stands_against_a_refusal() {
            write(script.place(Request.of("place", CUSTOMER).at(START).id("request-1")));

            assertThat(store.remember("A-1", refusal("request-1"))).isEqualTo(answer("request-1", 1));
        }

        @Test
        void a_step_under_the_id_of_an_earlier_step_is_a_conflict_and_is_not_written() {
            Order placed =
                    write(script.place(Request.of("place", CUSTOMER).at(START).id("request-1")));
            Change again = script.fire(Request.of("remark", STAFF)
                    .with("note", "again")
                    .id("request-1")
                    .at(hours(1)));

            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store.append(again));
            assertThat(found("A-1")).isEqualTo(placed);
            assertThat(history("A-1").entries()).hasSize(1);
        }

        @Test
        void a_step_under_the_id_of_a_refusal_is_a_conflict_and_is_not_written() {
            store.remember("A-1", refusal("request-1"));
            Change place = script.place(Request.of("place", CUSTOMER).at(START).id("request-1"));

            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> store.append(place));
            assertThat(store.find("A-1")).isEmpty();
        }

        @Test
        void the_same_id_about_another_order_is_another_request() {
            store.remember("A-2", refusal("request-1"));
            write(script.place(Request.of("place", CUSTOMER).at(START).id("request-1")));

            assertThat(store.answer("A-1", "request-1")).contains(answer("request-1", 1));
            assertThat(store.answer("A-2", "request-1")).contains(refusal("request-1"));
        }

        @Test
        void of_a_step_and_refusals_under_one_id_at_the_same_time_one_stands_for_all() {
            write(script.place(START));
            for (int round = 0; round < 20; round++) {
                String id = "request-" + round;
                OrderScript attempt = script.fork();
                Change step = attempt.fire(
                        Request.of("remark", STAFF).with("note", id).id(id).at(START));

                List<Optional<Answer>> stood = ConcurrentRun.of(THREADS, i -> {
                    if (i == 0) {
                        return wins(step) ? Optional.ofNullable(step.answer()) : Optional.empty();
                    }
                    return Optional.of(store.remember("A-1", refusal(id)));
                });

                Answer standing = store.answer("A-1", id).orElseThrow();
                assertThat(stood.subList(1, THREADS)).containsOnly(Optional.of(standing));
                boolean written = found("A-1").sequence() == step.after().sequence();
                assertThat(stood.get(0).isPresent()).isEqualTo(written);
                assertThat(standing.sequence() > 0).isEqualTo(written);
                if (written) {
                    script.fire(
                            Request.of("remark", STAFF).with("note", id).id(id).at(START));
                }
            }
        }
    }

    @Nested
    class Lists {

        @BeforeEach
        void threeOrders() {
            store.register(NEXT_VERSION);
            OrderScript open = OrderScript.of("open");
            write(open.place(hours(1), "anna@example.org"));
            OrderScript sent = OrderScript.of("sent");
            write(sent.place(hours(2), "bert@example.org"));
            write(sent.ship(hours(3)));
            OrderScript done = OrderScript.of("done");
            write(done.place(hours(3), "Anna@Example.org"));
            write(done.ship(hours(4)));
            write(done.deliver(hours(5)));
        }

        private List<String> listed(OrderQuery query) {
            return numbers(store.list(query).orders());
        }

        @Test
        void active_orders_are_those_in_no_done_status() {
            assertThat(listed(OrderQuery.active())).containsExactly("sent", "open");
        }

        @Test
        void all_orders_are_listed_latest_placed_first() {
            assertThat(listed(OrderQuery.all())).containsExactly("done", "sent", "open");
        }

        @Test
        void orders_placed_at_the_same_time_are_listed_by_number() {
            for (String number : List.of("same-2", "same-3", "same-1")) {
                write(OrderScript.of(number).place(hours(9)));
            }

            assertThat(listed(OrderQuery.all().limit(3))).containsExactly("same-1", "same-2", "same-3");
        }

        @Test
        void a_listed_order_is_the_one_that_is_found() {
            assertThat(store.list(OrderQuery.all()).orders()).contains(found("open"), found("sent"), found("done"));
        }

        @Test
        void orders_are_listed_by_status_be_it_a_done_one_or_not() {
            assertThat(listed(OrderQuery.active().in("sent", "delivered"))).containsExactly("done", "sent");
        }

        @Test
        void no_order_is_listed_for_a_status_that_none_is_in() {
            assertThat(listed(OrderQuery.all().in("expired"))).isEmpty();
        }

        @Test
        void orders_are_listed_by_workflow() {
            Workflow other = SHOP.extend("other-shop").build();
            store.register(other);
            write(OrderScript.of("elsewhere", other).place(hours(1)));

            assertThat(listed(OrderQuery.all().ofWorkflow("other-shop"))).containsExactly("elsewhere");
            assertThat(listed(OrderQuery.all().ofWorkflow("contract-shop"))).containsExactly("done", "sent", "open");
        }

        @Test
        void orders_are_listed_by_version() {
            write(OrderScript.of("newer", NEXT_VERSION).place(hours(1)));

            assertThat(listed(OrderQuery.all().ofVersion("contract-shop", 2))).containsExactly("newer");
            assertThat(listed(OrderQuery.all().ofVersion("contract-shop", 1))).containsExactly("done", "sent", "open");
        }

        @Test
        void orders_are_listed_by_customer_letter_case_aside() {
            assertThat(listed(OrderQuery.all().ofCustomer("anna@example.ORG"))).containsExactly("done", "open");
        }

        @Test
        void an_order_without_an_e_mail_is_nobodys() {
            write(OrderScript.of("anonymous").place(hours(1)));

            assertThat(listed(OrderQuery.all().ofCustomer(""))).isEmpty();
        }

        @Test
        void orders_are_overdue_after_their_due_time_and_not_at_it() {
            assertThat(listed(OrderQuery.active().overdueAt(hours(25)))).isEmpty();
            assertThat(listed(OrderQuery.active().overdueAt(hours(25).plusMillis(1))))
                    .containsExactly("open");
        }

        @Test
        void filters_hold_together() {
            OrderQuery query = OrderQuery.active().ofVersion("contract-shop", 1).ofCustomer("anna@example.org");

            assertThat(listed(query)).containsExactly("open");
            assertThat(listed(query.in("sent"))).isEmpty();
        }

        @Test
        void the_last_page_has_no_next_even_if_it_is_full() {
            assertThat(store.list(OrderQuery.all().limit(3)).next()).isEmpty();
            assertThat(store.list(OrderQuery.all().limit(2)).next()).isPresent();
        }

        @Test
        void pages_together_hold_every_order_once() {
            for (int i = 0; i < 20; i++) {
                write(OrderScript.of("more-" + i).place(hours(10 + i / 4)));
            }
            List<String> whole = listed(OrderQuery.all());

            for (int size : List.of(1, 2, 3, 7, 23, 24)) {
                assertThat(pages(OrderQuery.all().limit(size), () -> {})).isEqualTo(whole);
            }
            assertThat(whole).hasSize(23).doesNotHaveDuplicates();
        }

        @Test
        void paging_skips_what_a_filter_leaves_out() {
            assertThat(pages(OrderQuery.active().limit(1), () -> {})).containsExactly("sent", "open");
        }

        @Test
        void orders_placed_while_somebody_pages_make_no_order_appear_twice_or_go_missing() {
            for (int i = 0; i < 10; i++) {
                write(OrderScript.of("more-" + i).place(hours(10)));
            }
            List<String> before = listed(OrderQuery.all());
            AtomicInteger placed = new AtomicInteger();

            List<String> paged = pages(
                    OrderQuery.all().limit(2),
                    () -> write(
                            OrderScript.of("while-" + placed.incrementAndGet()).place(hours(20))));

            assertThat(paged).doesNotHaveDuplicates().containsAll(before);
        }

        @Test
        void orders_that_move_while_somebody_pages_do_not_disturb_the_others() {
            OrderScript moving = OrderScript.of("moving");
            write(moving.place(hours(10)));
            List<String> before = listed(OrderQuery.all());

            List<String> paged = pages(OrderQuery.all().limit(1), () -> write(moving.remark("again")));

            assertThat(paged).isEqualTo(before);
        }

        private List<String> pages(OrderQuery query, Runnable between) {
            List<String> all = new ArrayList<>();
            Page page = store.list(query);
            all.addAll(numbers(page.orders()));
            while (page.next().isPresent()) {
                assertThat(all).as("pages that never end").hasSizeLessThan(1000);
                between.run();
                page = store.list(query.after(page.next().get()));
                all.addAll(numbers(page.orders()));
            }
            return all;
        }
    }

    @Nested
    class Deadlines {

        private List<String> due(Instant now) {
            return numbers(claim(now, Duration.ZERO, 100));
        }

        private static Instant days(long days) {
            return START.plus(Duration.ofDays(days));
        }

        private List<Order> claim(Instant now, Duration lease, int limit) {
            return store.claimDeadlines(now, lease, limit).stream()
                    .map(StoredOrder::order)
                    .toList();
        }

        private static final Duration FORTNIGHT = Duration.ofDays(14);
        private static final Duration LEASE = Duration.ofMinutes(1);

        @Test
        void an_order_is_due_from_its_deadline_on() {
            write(OrderScript.of("A-1").place(START));

            assertThat(due(START.plus(FORTNIGHT).minusNanos(1))).isEmpty();
            assertThat(due(START.plus(FORTNIGHT))).containsExactly("A-1");
        }

        @Test
        void the_earliest_deadline_comes_first_and_those_of_the_same_time_by_number() {
            write(OrderScript.of("later").place(hours(2)));
            write(OrderScript.of("same-2").place(hours(1)));
            write(OrderScript.of("same-1").place(hours(1)));
            write(OrderScript.of("first").place(START));

            assertThat(due(days(100))).containsExactly("first", "same-1", "same-2", "later");
        }

        @Test
        void an_order_that_left_the_status_of_its_deadline_is_not_due() {
            OrderScript script = OrderScript.of("A-1");
            write(script.place(START));
            write(script.ship(hours(1)));

            assertThat(due(days(100))).isEmpty();
        }

        @Test
        void a_step_that_keeps_the_status_keeps_the_deadline() {
            OrderScript script = OrderScript.of("A-1");
            write(script.place(START));
            write(script.remark("still here"));

            assertThat(due(START.plus(FORTNIGHT))).containsExactly("A-1");
        }

        @Test
        void a_deadline_that_moves_is_due_at_its_new_time_only() {
            Workflow renewable = SHOP.extend("renewable")
                    .removeTransitions(t -> t.event().equals("expire"))
                    .transition("expire", t -> t.from("new").to("expired").after(TimeLimit.after("P14D", "remark")))
                    .build();
            store.register(renewable);
            OrderScript script = OrderScript.of("A-1", renewable);
            write(script.place(START));
            write(script.fire(Request.of("remark", STAFF).with("note", "one").at(days(1))));
            write(script.fire(Request.of("remark", STAFF).with("note", "two").at(days(3))));

            assertThat(due(days(15))).isEmpty();
            assertThat(due(days(17))).containsExactly("A-1");
        }

        @Test
        void claims_together_hold_every_due_order_once() {
            for (int i = 0; i < 20; i++) {
                write(OrderScript.of("A-" + i).place(hours(i / 4)));
            }
            List<String> whole = due(days(100));

            List<String> claimed = new ArrayList<>();
            List<Order> batch = claim(days(100), LEASE, 3);
            while (!batch.isEmpty()) {
                assertThat(batch).hasSizeLessThanOrEqualTo(3);
                claimed.addAll(numbers(batch));
                assertThat(claimed).as("claims that never end").hasSizeLessThan(1000);
                batch = claim(days(100), LEASE, 3);
            }

            assertThat(claimed).isEqualTo(whole).hasSize(20).doesNotHaveDuplicates();
        }

        @Test
        void a_claimed_order_is_the_one_that_is_found() {
            write(OrderScript.of("A-1").place(START));

            assertThat(store.claimDeadlines(days(100), LEASE, 1))
                    .containsExactly(store.find("A-1").orElseThrow());
        }

        @Test
        void a_claim_ends_with_its_lease() {
            write(OrderScript.of("A-1").place(START));
            claim(days(100), LEASE, 1);

            assertThat(claim(days(100).plus(LEASE).minusNanos(1000), LEASE, 1)).isEmpty();
            assertThat(claim(days(100).plus(LEASE), LEASE, 1)).hasSize(1);
        }

        @Test
        void a_claim_ends_when_the_order_changes() {
            OrderScript script = OrderScript.of("A-1");
            write(script.place(START));
            claim(days(100), LEASE, 1);

            write(script.remark("still here"));

            assertThat(claim(days(100), LEASE, 1)).hasSize(1);
        }

        @Test
        void a_claim_keeps_nobody_from_changing_the_order() {
            OrderScript script = OrderScript.of("A-1");
            write(script.place(START));
            claim(days(100), LEASE, 1);

            write(script.ship(hours(1)));

            assertThat(found("A-1").status()).isEqualTo("sent");
        }

        @Test
        void threads_that_claim_at_once_share_the_orders() {
            IntStream.range(0, 100).forEach(i -> write(OrderScript.of("A-" + i).place(START)));

            List<List<String>> claimed = ConcurrentRun.of(THREADS, thread -> {
                List<String> own = new ArrayList<>();
                List<Order> batch = claim(days(100), LEASE, 7);
                while (!batch.isEmpty()) {
                    own.addAll(numbers(batch));
                    batch = claim(days(100), LEASE, 7);
                }
                return own;
            });

            assertThat(claimed.stream().flatMap(List::stream)).hasSize(100).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Erasing {

        private final byte[] photo = bytes("a photo");
        private final String photoHash = HashChain.sha256(photo);
        private final OrderScript script = OrderScript.of("A-1");

        @BeforeEach
        void writeAnOrderThatTellsALot() {
            write(script.place(Request.of("place", CUSTOMER)
                    .at(START)
                    .id("r-1")
                    .customer(new Customer("ijon@example.com", "Ijon Tichy", "pl"))
                    .with("note", "the key is under the mat")));
            write(script.note(
                    comment(
                            2,
                            "call me",
                            "r-2",
                            Visibility.EVERYONE,
                            new Attachment("me.jpg", "image/jpeg", photo.length, photoHash)),
                    Map.of(photoHash, photo)));
            write(script.ship(hours(3)));
        }

        private Erasure erasure() {
            List<HistoryEntry> left = history("A-1").entries().stream()
                    .map(entry -> entry.withoutPersonalData(Set.of("note")))
                    .toList();
            Order after = new History("A-1", left).replay((name, version) -> new Evolution(SHOP));
            return new Erasure(
                    after,
                    left.stream()
                            .filter(entry -> !history("A-1").entries().contains(entry))
                            .toList());
        }

        @Test
        void what_is_left_is_found_and_verifies() {
            Erasure erasure = erasure();

            store.erase(erasure);

            assertThat(found("A-1")).isEqualTo(erasure.after());
            assertThat(history("A-1").entries()).containsAll(erasure.entries()).hasSize(3);
            assertThat(history("A-1").verify()).isEmpty();
            assertThat(history("A-1").toString()).doesNotContain("Ijon", "mat", "call me", "me.jpg");
        }

        @Test
        void the_order_goes_on_from_where_it_was() {
            store.erase(erasure());

            write(script.deliver(hours(4)));

            assertThat(found("A-1").status()).isEqualTo("delivered");
            assertThat(history("A-1").verify()).isEmpty();
        }

        @Test
        void attachments_and_answers_are_gone() {
            store.erase(erasure());

            assertThat(store.attachment("A-1", photoHash)).isEmpty();
            assertThat(store.answer("A-1", "r-1")).isEmpty();
            assertThat(store.answer("A-1", "r-2")).isEmpty();
        }

        @Test
        void the_order_is_not_listed_for_its_customer_any_more() {
            store.erase(erasure());

            assertThat(store.list(OrderQuery.all().ofCustomer("ijon@example.com"))
                            .orders())
                    .isEmpty();
        }

        @Test
        void other_orders_keep_what_they_tell() {
            write(OrderScript.of("A-2").place(START, "ijon@example.com"));

            store.erase(erasure());

            assertThat(found("A-2").customer()).isEqualTo(Customer.of("ijon@example.com"));
        }

        @Test
        void an_order_that_has_moved_on_is_left_as_it_is() {
            Erasure late = erasure();
            write(script.deliver(hours(4)));
            Order before = found("A-1");
            History whole = history("A-1");

            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> store.erase(late))
                    .withMessageContaining("A-1");

            assertThat(found("A-1")).isEqualTo(before);
            assertThat(history("A-1")).isEqualTo(whole);
            assertThat(store.attachment("A-1", photoHash)).isPresent();
        }
    }

    @Nested
    class Counts {

        @Test
        void orders_are_counted_by_the_status_that_they_are_in() {
            for (int i = 0; i < 3; i++) {
                write(OrderScript.of("new-" + i).place(START));
            }
            OrderScript sent = OrderScript.of("sent");
            write(sent.place(START));
            write(sent.ship(hours(1)));

            assertThat(store.countByStatus("contract-shop", 1))
                    .containsExactlyInAnyOrderEntriesOf(Map.of("new", 3L, "sent", 1L));
        }

        @Test
        void each_version_is_counted_for_itself() {
            store.register(NEXT_VERSION);
            write(OrderScript.of("old").place(START));
            write(OrderScript.of("newer-1", NEXT_VERSION).place(START));
            write(OrderScript.of("newer-2", NEXT_VERSION).place(START));

            assertThat(store.countByStatus("contract-shop", 1)).containsExactly(Map.entry("new", 1L));
            assertThat(store.countByStatus("contract-shop", 2)).containsExactly(Map.entry("new", 2L));
        }

        @Test
        void a_workflow_without_orders_counts_none() {
            assertThat(store.countByStatus("contract-shop", 1)).isEmpty();
        }
    }

    @Nested
    class Attachments {

        private final byte[] content = bytes("%PDF-1.7 \u0000\u00ff");
        private final String hash = HashChain.sha256(content);

        @BeforeEach
        void commentWithFile() {
            OrderScript script = OrderScript.of("A-1");
            write(script.place(START));
            Attachment file = new Attachment("label.pdf", "application/pdf", content.length, hash);
            write(script.note(comment(2, "", null, Visibility.EVERYONE, file), Map.of(hash, content)));
        }

        private byte[] stored() {
            return store.attachment("A-1", hash).orElseThrow();
        }

        @Test
        void the_bytes_are_found_by_their_hash() {
            assertThat(stored()).isEqualTo(content);
        }

        @Test
        void the_bytes_of_one_order_are_not_found_for_another() {
            write(OrderScript.of("A-2").place(START));

            assertThat(store.attachment("A-2", hash)).isEmpty();
            assertThat(store.attachment("A-3", hash)).isEmpty();
        }

        @Test
        void bytes_that_were_never_attached_are_not_found() {
            assertThat(store.attachment("A-1", HashChain.sha256(bytes("other"))))
                    .isEmpty();
        }

        @Test
        void who_gave_the_bytes_cannot_change_them_afterwards() {
            byte[] before = content.clone();
            content[0] = 'X';

            assertThat(stored()).isEqualTo(before);
        }

        @Test
        void who_got_the_bytes_cannot_change_them_for_others() {
            stored()[0] = 'X';

            assertThat(stored()).isEqualTo(content);
        }
    }
}
