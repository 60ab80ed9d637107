package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.STAFF;
import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.decision.Request;
import dev.orderly.order.Attachment;
import dev.orderly.order.HashChain;
import dev.orderly.order.Order;
import dev.orderly.order.Visibility;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.testkit.internal.concurrent.ConcurrentRun;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.orderly.store.OrderStore#append}: an entry is written after its predecessor, once, by one
 * of all writers.
 */
public abstract class AppendContract extends StoreFixture {

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
                                    .withId("request-" + current + "/" + i)
                                    .withTime(START)))
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
                    .withId("request-" + round + "/" + won.indexOf(true))
                    .withTime(START));
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
