package dev.orderly;

import static dev.orderly.OrdersFixture.CUSTOMER;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.rejected;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is meant for an order as somebody saw it does not happen to one that has changed since. */
class ExpectedSequenceTest {

    private final Orders orders = Orders.inMemory(OrdersFixture.WORKFLOW);

    @Test
    void happens_to_the_order_that_was_expected() {
        orders.place("A-1", place());

        assertThat(orders.fire("A-1", staff("hold").withExpectedSequence(1)).isAccepted())
                .isTrue();
    }

    @Test
    void is_refused_after_a_step() {
        orders.place("A-1", place());
        orders.fire("A-1", staff("hold"));

        assertThat(rejected(orders.fire("A-1", staff("resume").withExpectedSequence(1)))
                        .code())
                .isEqualTo("order-changed");
        assertThat(orders.find("A-1").orElseThrow().sequence()).isEqualTo(2);
    }

    @Test
    void is_refused_after_a_comment() {
        orders.place("A-1", place());
        orders.comment("A-1", CommentRequest.of(CUSTOMER, "Is it on its way?"));

        assertThat(rejected(orders.ask("A-1", staff("hold").withExpectedSequence(1)))
                        .code())
                .isEqualTo("order-changed");
    }

    @Test
    void is_answered_again_as_it_was_the_first_time() {
        orders.place("A-1", place());
        Decision first = orders.fire("A-1", staff("hold").withId("r-1").withExpectedSequence(1));

        assertThat(orders.fire("A-1", staff("hold").withId("r-1").withExpectedSequence(1)))
                .isEqualTo(first);
    }

    @Test
    void of_many_who_saw_the_same_order_one_moves_it() throws Exception {
        orders.place("A-1", place());
        List<Callable<Decision>> crowd = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            crowd.add(() ->
                    orders.fire("A-1", staff("remark").with("note", "fragile").withExpectedSequence(1)));
        }

        ExecutorService pool = Executors.newFixedThreadPool(8);
        int accepted = 0;
        try {
            for (Future<Decision> answer : pool.invokeAll(crowd)) {
                accepted += answer.get().isAccepted() ? 1 : 0;
            }
        } finally {
            pool.shutdown();
        }

        assertThat(accepted).isEqualTo(1);
        assertThat(orders.find("A-1").orElseThrow().sequence()).isEqualTo(2);
    }
}
