package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.orderly.store.OrderStore#countByStatus}. */
public abstract class StatusCountContract extends StoreFixture {

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
