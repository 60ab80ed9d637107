package dev.orderly.testkit.store;

import dev.orderly.store.OrderQuery;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A store with three orders: one open, one sent, one done. */
abstract class ListFixture extends StoreFixture {

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

    final List<String> listed(OrderQuery query) {
        return numbers(store.list(query).orders());
    }
}
