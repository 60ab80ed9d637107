package dev.orderly;

import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.rejected;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders through another view of their store. */
class JoinedOrdersTest {

    private static final class Joined extends ForwardingStore {

        private int attempts;
        private boolean inTransaction = true;

        @Override
        public boolean isJoined() {
            return inTransaction;
        }

        @Override
        public void append(Change change) {
            attempts++;
            if (change.after().number().equals("unlucky")) {
                throw new ConflictException("somebody else was faster");
            }
            super.append(change);
        }
    }

    private final List<String> heard = new ArrayList<>();
    private final Joined view = new Joined();
    private final Orders orders = Orders.builder(new ForwardingStore())
            .workflow(OrdersFixture.WORKFLOW)
            .listener((order, entry) -> heard.add(entry.getClass().getSimpleName() + " of " + order.number()))
            .build();

    @Test
    void what_is_done_through_a_view_is_done_there() {
        orders.withStore(view).place("A-1", place());

        assertThat(view.find("A-1")).isPresent();
        assertThat(orders.find("A-1")).isEmpty();
        assertThat(heard).containsExactly("TransitionEntry of A-1");
    }

    @Test
    void a_conflict_in_a_transaction_of_somebody_else_is_not_tried_again() {
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> orders.withStore(view).place("unlucky", place()));

        assertThat(view.attempts).isEqualTo(1);
    }

    @Test
    void a_store_that_joins_now_and_then_is_asked_each_time() {
        Orders sometimesJoined = orders.withStore(view);
        view.inTransaction = false;

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> sometimesJoined.place("unlucky", place()));
        assertThat(view.attempts).isEqualTo(10);

        view.inTransaction = true;
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> sometimesJoined.place("unlucky", place()));
        assertThat(view.attempts).isEqualTo(11);
    }

    @Test
    void a_number_that_no_store_can_keep_is_refused_before_the_store_is_asked() {
        assertThat(rejected(orders.fire("x".repeat(101), staff("hold").withId("r-1")))
                        .code())
                .isEqualTo("data-invalid");
        assertThat(rejected(orders.fire("A-1", staff("hold").withId("x".repeat(201))))
                        .code())
                .isEqualTo("data-invalid");
    }
}
