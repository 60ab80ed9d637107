package dev.orderly;

import static dev.orderly.OrdersFixture.CUSTOMER;
import static dev.orderly.OrdersFixture.STAFF;
import static dev.orderly.OrdersFixture.WORKFLOW;
import static dev.orderly.OrdersFixture.accepted;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.rejected;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.HashChain;
import dev.orderly.order.Order;
import dev.orderly.store.Change;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.StoredOrder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that exist for a caller, and others that do not. */
class RestrictedOrdersTest {

    private final AtomicInteger finds = new AtomicInteger();
    private Runnable beforeAppend = () -> {};

    private final Orders orders = Orders.builder(new ForwardingStore() {
                @Override
                public Optional<StoredOrder> find(String number) {
                    finds.incrementAndGet();
                    return super.find(number);
                }

                @Override
                public void append(Change change) {
                    Runnable interruption = beforeAppend;
                    beforeAppend = () -> {};
                    interruption.run();
                    super.append(change);
                }
            })
            .workflow(WORKFLOW)
            .build();

    private final Orders own = orders.restrictedTo(order -> order.number().startsWith("own"));

    /** The caller is a shop that only packs what is not held. */
    private final Orders notHeld = orders.restrictedTo(order -> !order.status().equals("held"));

    @BeforeEach
    void place_an_order_of_each() {
        accepted(orders.place("own-1", place()));
        accepted(orders.place("other-1", place()));
        orders.comment(
                "other-1",
                CommentRequest.of(STAFF, "a file").withUploads(new Upload("a.txt", "text/plain", new byte[] {1})));
        finds.set(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-1", "none-1"})
    void an_order_of_another_is_an_unknown_order_to_everything_that_names_it(String number) {
        Request request = staff("hold").withId("r-1");
        List<Function<Orders, Object>> requests = List.of(
                o -> o.fire(number, request),
                o -> o.ask(number, request),
                o -> o.openCase(number, "claim", Request.of("claim", CUSTOMER)),
                o -> o.fireCase(number, 1, staff("settle")),
                o -> o.comment(number, CommentRequest.of(STAFF, "hello").withId("r-2")),
                o -> o.mute(number, CUSTOMER, true));

        for (Function<Orders, Object> each : requests) {
            assertThat(rejected(each.apply(own)).code()).isEqualTo(Reason.UNKNOWN_ORDER);
        }
        assertThat(own.find(number)).isEmpty();
        assertThat(own.history(number)).isEmpty();
        assertThat(own.available(number, STAFF)).isEmpty();
        assertThat(own.availableForCase(number, 1, STAFF)).isEmpty();
        assertThat(own.caseOptions(number, CUSTOMER)).isEmpty();
        assertThat(own.attachment(number, HashChain.sha256(new byte[] {1}))).isEmpty();
        assertThat(own.erase(number, STAFF)).isEmpty();
        assertThat(orders.find("other-1").orElseThrow().sequence()).isEqualTo(2);
    }

    @Test
    void ones_own_order_is_there_as_ever() {
        accepted(own.fire("own-1", staff("hold")));

        assertThat(own.find("own-1").orElseThrow().status()).isEqualTo("held");
        assertThat(own.history("own-1")).isPresent();
        assertThat(own.available("own-1", STAFF)).isNotEmpty();
        assertThat(own.list(OrderQuery.all()).orders())
                .extracting(Order::number)
                .containsExactly("own-1");
    }

    @Test
    void a_step_reads_the_order_once() {
        accepted(own.fire("own-1", staff("hold").withId("r-1")));

        assertThat(finds).hasValue(1);
    }

    @Test
    void an_order_that_becomes_invisible_before_the_step_is_written_is_not_moved() {
        beforeAppend = () -> accepted(orders.fire("own-1", staff("hold")));

        assertThat(rejected(notHeld.fire("own-1", staff("send"))).code()).isEqualTo(Reason.UNKNOWN_ORDER);
        assertThat(orders.find("own-1").orElseThrow().status()).isEqualTo("held");
    }

    @Test
    void a_comment_on_an_order_that_becomes_invisible_is_not_written() {
        beforeAppend = () -> accepted(orders.fire("own-1", staff("hold")));

        assertThat(rejected(notHeld.comment("own-1", CommentRequest.of(STAFF, "late")))
                        .code())
                .isEqualTo(Reason.UNKNOWN_ORDER);
        assertThat(orders.find("own-1").orElseThrow().sequence()).isEqualTo(2);
    }

    @Test
    void a_repeated_request_is_not_answered_once_the_order_is_invisible() {
        Request hold = staff("hold").withId("r-1");
        accepted(notHeld.fire("own-1", hold));

        assertThat(rejected(notHeld.fire("own-1", hold)).code()).isEqualTo(Reason.UNKNOWN_ORDER);
        assertThat(notHeld.history("own-1")).isEmpty();
        accepted(orders.fire("own-1", hold));
    }

    @Test
    void a_request_about_an_invisible_order_is_not_remembered() {
        Request hold = staff("hold").withId("r-1");
        rejected(own.fire("other-1", hold));

        accepted(orders.fire("other-1", hold));
    }

    @Test
    void a_number_of_an_invisible_order_is_not_free() {
        assertThat(rejected(own.place("other-1", place())).code()).isEqualTo(Reason.ALREADY_PLACED);
    }

    @Test
    void restrictions_add_up() {
        assertThat(own.restrictedTo(order -> order.status().equals("sent")).find("own-1"))
                .isEmpty();
    }
}
