package dev.orderly;

import static dev.orderly.OrdersFixture.STAFF;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Decision;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Comment;
import dev.orderly.order.Customer;
import dev.orderly.order.ErasureEntry;
import dev.orderly.order.Evolution;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.order.Placement;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.Change;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private final InMemoryOrderStore store = new InMemoryOrderStore();
    private final Orders orders =
            Orders.builder(store).workflow(OrdersFixture.WORKFLOW).build();

    @BeforeEach
    void anOrderThatTellsALot() {
        orders.place(
                "A-1",
                place().withId("r-1")
                        .withCustomer(Customer.of("ijon@example.com")
                                .withName("Ijon Tichy")
                                .withLanguage("pl")));
        orders.comment(
                "A-1",
                CommentRequest.of(Actor.of("customer", "ijon"), "my door code is 1234")
                        .withUploads(new Upload("door.txt", "text/plain", new byte[] {1, 2, 3})));
        orders.fire("A-1", staff("hold").withComment("Ijon is on holiday"));
    }

    private History history() {
        return orders.history("A-1").orElseThrow();
    }

    @Test
    void an_order_forgets_its_customer_and_keeps_its_course() {
        Order before = orders.find("A-1").orElseThrow();

        Order after = orders.erase("A-1", STAFF).orElseThrow();

        assertThat(after.customer()).isEqualTo(Customer.UNKNOWN.withLanguage("pl"));
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.sequence()).isEqualTo(before.sequence() + 1);
        assertThat(after.trail().stays()).isEqualTo(before.trail().stays());
        assertThat(orders.find("A-1")).contains(after);
    }

    @Test
    void no_entry_of_the_history_has_personal_data_any_more() {
        orders.erase("A-1", STAFF);

        assertThat(history().transitions())
                .hasSize(2)
                .extracting(TransitionEntry::comment)
                .containsOnlyNulls();
        assertThat(history().transitions().get(0).placement())
                .extracting(Placement::customer)
                .isEqualTo(Customer.UNKNOWN.withLanguage("pl"));
        assertThat(history().activities().get(1)).isInstanceOfSatisfying(Comment.class, comment -> {
            assertThat(comment.actor().id()).isNull();
            assertThat(comment.text()).isEmpty();
            assertThat(comment.attachments()).isEmpty();
        });
    }

    @Test
    void what_is_left_verifies_and_replays_to_the_order() {
        orders.erase("A-1", STAFF);

        assertThat(history().verify()).isEmpty();
        Decision next = orders.fire("A-1", staff("resume"));
        assertThat(next.isAccepted()).isTrue();
        assertThat(history().verify()).isEmpty();
    }

    @Test
    void the_history_says_who_erased_the_data_and_of_which_fields() {
        orders.erase("A-1", STAFF, "note", "address");

        Activity last = history().activities().get(3);
        assertThat(last).isInstanceOfSatisfying(ErasureEntry.class, erasure -> {
            assertThat(erasure.actor()).isEqualTo(STAFF);
            assertThat(erasure.fields()).containsExactly("address", "note");
        });
    }

    @Test
    void a_step_that_was_decided_before_the_erasure_does_not_bring_the_data_back() {
        AtomicBoolean erased = new AtomicBoolean();
        OrderStore slow = new ForwardingStore(store) {
            @Override
            public void append(Change change) {
                if (!erased.getAndSet(true)) {
                    orders.erase("A-1", STAFF, "note");
                }
                super.append(change);
            }
        };

        Orders.builder(slow)
                .workflow(OrdersFixture.WORKFLOW)
                .build()
                .fire("A-1", staff("resume"))
                .orThrow();

        Order order = orders.find("A-1").orElseThrow();
        assertThat(order.customer()).isEqualTo(Customer.UNKNOWN.withLanguage("pl"));
        assertThat(order).isEqualTo(history().replay((name, version) -> new Evolution(OrdersFixture.WORKFLOW)));
        assertThat(history().verify()).isEmpty();
    }

    @Test
    void listeners_are_called_with_the_entry() {
        List<Activity> seen = new ArrayList<>();
        Orders heard = Orders.builder(store)
                .workflow(OrdersFixture.WORKFLOW)
                .listener((order, entry) -> seen.add(entry))
                .build();

        heard.erase("A-1", STAFF);

        assertThat(seen).singleElement().isInstanceOf(ErasureEntry.class);
    }

    @Test
    void attachments_go() {
        String hash = HashChain.sha256(new byte[] {1, 2, 3});
        assertThat(orders.attachment("A-1", hash)).isPresent();

        orders.erase("A-1", STAFF);

        assertThat(orders.attachment("A-1", hash)).isEmpty();
    }

    @Test
    void the_order_is_not_listed_for_the_customer_any_more() {
        orders.erase("A-1", STAFF);

        assertThat(orders.list(OrderQuery.all().withCustomer("ijon@example.com"))
                        .orders())
                .isEmpty();
        assertThat(orders.list(OrderQuery.all()).orders()).hasSize(1);
    }

    @Test
    void earlier_requests_are_forgotten() {
        orders.erase("A-1", STAFF);

        assertThat(orders.place("A-1", place().withId("r-1")).isAccepted()).isFalse();
    }

    @Test
    void an_order_that_nobody_placed_cannot_be_erased() {
        assertThat(orders.erase("A-2", STAFF)).isEmpty();
    }
}
