package dev.orderly;

import static dev.orderly.OrdersFixture.CUSTOMER;
import static dev.orderly.OrdersFixture.STAFF;
import static dev.orderly.OrdersFixture.by;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.OrderListener;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.Comment;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoredOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderListenerTest {

    private final SettableClock clock = new SettableClock();
    private final OrderStore store = new InMemoryOrderStore();
    private final List<Activity> heard = new ArrayList<>();

    private Orders ordersWith(OrderListener... listeners) {
        OrdersBuilder builder = Orders.builder(store)
                .workflow(OrdersFixture.WORKFLOW)
                .workflow(OrdersFixture.WORKFLOW.nextVersion().build())
                .clock(clock);
        for (OrderListener listener : listeners) {
            builder.listener(listener);
        }
        return builder.build();
    }

    private void hear(Order order, Activity entry) {
        heard.add(entry);
    }

    private static void fail(Order order, Activity entry) {
        throw new IllegalStateException("the mail server is on fire");
    }

    @Test
    void a_listener_hears_what_happened_with_the_order_as_it_is_afterwards() {
        List<Order> told = new ArrayList<>();
        Orders orders = ordersWith((order, entry) -> told.add(order), this::hear);

        Order placed = OrdersFixture.accepted(orders.place("A-1", place())).order();
        Order sent = OrdersFixture.accepted(orders.fire("A-1", staff("send"))).order();

        assertThat(told).containsExactly(placed, sent);
        assertThat(heard).extracting(Activity::sequence).containsExactly(1L, 2L);
    }

    @Test
    void the_change_is_written_when_a_listener_hears_of_it() {
        List<Optional<Order>> stored = new ArrayList<>();
        Orders orders = ordersWith(
                (order, entry) -> stored.add(store.find(order.number()).map(StoredOrder::order)));

        Order placed = OrdersFixture.accepted(orders.place("A-1", place())).order();

        assertThat(stored).containsExactly(Optional.of(placed));
    }

    @Test
    void listeners_hear_in_the_order_in_which_they_were_given() {
        List<String> order = new ArrayList<>();
        Orders orders = ordersWith((o, e) -> order.add("first"), (o, e) -> order.add("second"));

        orders.place("A-1", place());

        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void listeners_hear_of_everything_that_is_written() {
        Orders orders = ordersWith(this::hear);
        orders.place("A-1", "shop", place());
        orders.comment("A-1", CommentRequest.of(CUSTOMER, "hello"));
        orders.mute("A-1", CUSTOMER, true);
        orders.openCase("A-1", "claim", by("customer", "claim"));
        clock.days(2);
        orders.sweep();

        assertThat(heard)
                .<Class<?>>extracting(Activity::getClass)
                .containsExactly(
                        TransitionEntry.class,
                        Comment.class,
                        NotificationPreference.class,
                        TransitionEntry.class,
                        TransitionEntry.class);
    }

    @Test
    void listeners_hear_of_a_migration() {
        Orders old = Orders.builder(store)
                .workflow(OrdersFixture.WORKFLOW)
                .clock(clock)
                .build();
        old.place("A-1", place());

        ordersWith(this::hear).migration("shop", 1, 2).run(STAFF);

        assertThat(heard).hasOnlyElementsOfType(Migration.class).hasSize(1);
    }

    @Test
    void nobody_hears_of_what_was_not_written() {
        Orders orders = ordersWith(this::hear);
        orders.place("A-1", place().withId("r-1"));
        heard.clear();

        orders.place("A-1", place().withId("r-1"));
        orders.fire("A-1", staff("resume"));
        orders.ask("A-1", staff("send"));
        orders.mute("A-1", CUSTOMER, false);

        assertThat(heard).isEmpty();
    }

    @Test
    void a_listener_is_called_with_each_refusal() {
        List<String> refusals = new ArrayList<>();
        Orders orders = ordersWith(new RefusalListener((order, refusal) ->
                refusals.add((order == null ? "no order" : order.status()) + ": " + refusal.code())));
        orders.place("A-1", place());

        orders.fire("A-1", staff("resume").withId("r-1"));
        orders.fire("A-1", staff("resume").withId("r-1"));
        orders.place("A-1", place());
        orders.fire("A-2", staff("send"));
        orders.fire("A-1", staff("send"));

        assertThat(refusals)
                .containsExactly(
                        "new: not-in-status", "new: not-in-status", "new: already-placed", "no order: unknown-order");
    }

    @Test
    void a_listener_that_throws_at_a_refusal_does_not_change_it() {
        Orders orders = ordersWith(new RefusalListener((order, refusal) -> {
            throw new IllegalStateException("the counter is full");
        }));

        try (CapturedLog log = new CapturedLog()) {
            assertThat(OrdersFixture.rejected(orders.fire("A-2", staff("send"))).code())
                    .isEqualTo("unknown-order");
            assertThat(log.text())
                    .contains("failed on the refusal unknown-order")
                    .contains("the counter is full");
        }
    }

    private record RefusalListener(BiConsumer<@Nullable Order, Rejected> ear) implements OrderListener {

        @Override
        public void changed(Order order, Activity entry) {}

        @Override
        public void refused(@Nullable Order order, Request request, Rejected refusal) {
            ear.accept(order, refusal);
        }
    }

    @Test
    void a_listener_that_throws_does_not_keep_the_others_from_hearing() {
        Orders orders = ordersWith(OrderListenerTest::fail, this::hear);

        try (CapturedLog log = new CapturedLog()) {
            orders.place("A-1", place());
            assertThat(log.text()).isNotEmpty();
        }
        assertThat(heard).hasSize(1);
    }

    @Test
    void a_listener_that_throws_does_not_undo_the_change() {
        Orders orders = ordersWith(OrderListenerTest::fail);

        try (CapturedLog log = new CapturedLog()) {
            assertThat(orders.place("A-1", place()).isAccepted()).isTrue();
            assertThat(log.text()).isNotEmpty();
        }
        assertThat(orders.find("A-1")).isPresent();
    }

    @Test
    void what_a_listener_throws_is_logged_with_the_order_and_its_entry() {
        Orders orders = ordersWith(OrderListenerTest::fail);

        try (CapturedLog log = new CapturedLog()) {
            orders.place("A-1", place());
            assertThat(log.text())
                    .contains("ERROR dev.orderly.Orders")
                    .contains("failed on entry 1 of order A-1; the change itself is written")
                    .contains("the mail server is on fire");
        }
    }

    @Test
    void a_checked_exception_that_nobody_declared_is_logged_as_well() {
        Orders orders =
                ordersWith((order, entry) -> OrderListenerTest.<RuntimeException>sneak(new Exception("no disk")));

        try (CapturedLog log = new CapturedLog()) {
            assertThat(orders.place("A-1", place()).isAccepted()).isTrue();
            assertThat(log.text()).contains("no disk");
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception e) throws E {
        throw (E) e;
    }

    @Test
    void a_listener_can_make_something_else_happen_to_the_order() {
        List<Orders> later = new ArrayList<>();
        Orders orders = ordersWith((order, entry) -> {
            if (order.status().equals("new")) {
                later.get(0).fire(order.number(), staff("hold"));
            }
        });
        later.add(orders);

        orders.place("A-1", place());

        assertThat(orders.find("A-1").orElseThrow().status()).isEqualTo("held");
    }
}
