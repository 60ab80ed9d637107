package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.store.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.orderly.store.OrderStore#countByStatus}. */
public abstract class StatusCountContract extends StoreFixture {

    private static final int EACH = 100;

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
    void a_status_that_all_have_left_is_not_counted() {
        OrderScript moving = OrderScript.of("moving");
        write(moving.place(START));
        write(moving.remark("still new"));
        write(moving.ship(hours(1)));

        assertThat(store.countByStatus("contract-shop", 1)).containsExactly(Map.entry("sent", 1L));
    }

    @Test
    void a_change_that_was_refused_is_not_counted() {
        Change placing = OrderScript.of("twice").place(START);
        write(placing);

        assertThat(wins(placing)).isFalse();
        assertThat(store.countByStatus("contract-shop", 1)).containsExactly(Map.entry("new", 1L));
    }

    @Test
    void counts_are_exact_while_and_after_many_write_at_once_and_the_store_is_maintained() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> writers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = "counted-" + thread + "-";
            writers.add(pool.submit(() -> {
                for (int i = 0; i < EACH; i++) {
                    OrderScript script = OrderScript.of(prefix + i);
                    write(script.place(START));
                    if (i % 2 == 0) {
                        write(script.ship(hours(1)));
                    }
                    if (i % 10 == 0) {
                        store.maintain();
                    }
                }
            }));
        }
        long before = 0;
        while (writers.stream().anyMatch(writer -> !writer.isDone())) {
            long now = store.countByStatus("contract-shop", 1).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(now).as("orders, of which none is ever missing").isGreaterThanOrEqualTo(before);
            before = now;
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        pool.shutdown();

        Map<String, Long> exact = Map.of("new", THREADS * EACH / 2L, "sent", THREADS * EACH / 2L);
        assertThat(store.countByStatus("contract-shop", 1)).isEqualTo(exact);
        store.maintain();
        assertThat(store.countByStatus("contract-shop", 1)).isEqualTo(exact);
    }

    @Test
    void a_workflow_without_orders_counts_none() {
        assertThat(store.countByStatus("contract-shop", 1)).isEmpty();
    }
}
