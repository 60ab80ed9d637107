package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.SHOP;
import static dev.orderly.testkit.store.OrderScript.STAFF;
import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Request;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.store.Change;
import dev.orderly.store.DeadlineQuery;
import dev.orderly.store.StoredOrder;
import dev.orderly.store.WorkflowVersion;
import dev.orderly.testkit.internal.concurrent.ConcurrentRun;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.orderly.store.OrderStore#claimDeadlines}: which orders are due, and for how long a claim
 * holds.
 */
public abstract class DeadlineContract extends StoreFixture {

    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final int WRITTEN_ORDERS = 40;
    private static final int WRITES = 30;
    private static final int ATTEMPTS = 20;

    private List<String> due(Instant now) {
        return numbers(claim(now, Duration.ZERO, 100));
    }

    private static Instant days(long days) {
        return START.plus(Duration.ofDays(days));
    }

    private List<Order> claim(Instant now, Duration lease, int limit) {
        return store.claimDeadlines(DeadlineQuery.of(now, lease, limit)).orders().stream()
                .map(StoredOrder::order)
                .toList();
    }

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
        write(script.fire(Request.of("remark", STAFF).with("note", "one").withTime(days(1))));
        write(script.fire(Request.of("remark", STAFF).with("note", "two").withTime(days(3))));

        assertThat(due(days(15))).isEmpty();
        assertThat(due(days(17))).containsExactly("A-1");
    }

    @Test
    void claims_together_hold_every_due_order_once() {
        for (int i = 0; i < 20; i++) {
            write(OrderScript.of("A-" + i).place(hours(i / 4)));
        }
        List<String> whole = IntStream.range(0, 20)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> i / 4).thenComparing(i -> "A-" + i))
                .map(i -> "A-" + i)
                .toList();

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

        assertThat(store.claimDeadlines(DeadlineQuery.of(days(100), LEASE, 1)).orders())
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
    void a_claim_ends_when_it_is_released() {
        write(OrderScript.of("A-1").place(START));
        DeadlineQuery query = DeadlineQuery.of(days(100), LEASE, 1);
        List<StoredOrder> claimed = store.claimDeadlines(query).orders();

        store.releaseDeadlines(claimed);

        assertThat(store.claimDeadlines(query).orders()).isEqualTo(claimed).hasSize(1);
    }

    @Test
    void a_claim_that_ended_with_a_change_of_the_order_cannot_be_released() {
        OrderScript script = OrderScript.of("A-1");
        write(script.place(START));
        DeadlineQuery query = DeadlineQuery.of(days(100), LEASE, 1);
        List<StoredOrder> outdated = store.claimDeadlines(query).orders();
        write(script.remark("still here"));
        store.claimDeadlines(query);

        store.releaseDeadlines(outdated);

        assertThat(store.claimDeadlines(query).isEmpty()).isTrue();
    }

    @Test
    void orders_of_an_excluded_version_are_left_to_others() {
        Workflow second = SHOP.nextVersion().build();
        store.register(second);
        write(OrderScript.of("first").place(START));
        write(OrderScript.of("second", second).place(START));
        DeadlineQuery query = DeadlineQuery.of(days(100), LEASE, 10);

        assertThat(store.claimDeadlines(query.withExcluded(Set.of(new WorkflowVersion(SHOP.name(), SHOP.version()))))
                        .orders())
                .extracting(stored -> stored.order().number())
                .containsExactly("second");
        assertThat(store.claimDeadlines(query).orders())
                .extracting(stored -> stored.order().number())
                .containsExactly("first");
    }

    @Test
    void a_claimed_order_can_still_be_changed() {
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

    /** With any other hash, the next step would break the history's chain. */
    @Test
    void what_is_claimed_or_found_has_the_hash_of_its_latest_entry_while_others_write() {
        List<OrderScript> scripts = IntStream.range(0, WRITTEN_ORDERS)
                .mapToObj(i -> OrderScript.of("A-" + i))
                .toList();
        scripts.forEach(script -> write(script.place(START)));

        List<List<StoredOrder>> read = ConcurrentRun.of(THREADS, thread -> {
            List<StoredOrder> own = new ArrayList<>();
            for (int round = 0; round < WRITES; round++) {
                if (thread % 2 == 0) {
                    own.addAll(store.claimDeadlines(DeadlineQuery.of(days(100), Duration.ZERO, WRITTEN_ORDERS))
                            .orders());
                    own.add(store.find("A-" + round).orElseThrow());
                    own.add(store.find("A-" + round, "nothing").order().orElseThrow());
                } else {
                    for (int i = thread / 2; i < scripts.size(); i += THREADS / 2) {
                        persist(scripts.get(i).remark("round " + round));
                    }
                }
            }
            return own;
        });

        List<StoredOrder> all = read.stream().flatMap(List::stream).toList();
        assertThat(all).isNotEmpty();
        assertThat(all.stream().filter(stored -> !isChained(stored))).isEmpty();
    }

    private boolean isChained(StoredOrder stored) {
        Order order = stored.order();
        HistoryEntry latest = history(order.number()).entries().get(Math.toIntExact(order.sequence()) - 1);
        return latest.hash().equals(stored.hash());
    }

    /** A database can take a claim and a step that meet for a deadlock, and end the step. */
    private void persist(Change change) {
        boolean written = false;
        for (int attempt = 0; !written && attempt < ATTEMPTS; attempt++) {
            written = wins(change);
        }
        assertThat(written).as("a step among claims").isTrue();
    }
}
