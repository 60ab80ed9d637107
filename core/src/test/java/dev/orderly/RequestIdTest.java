package dev.orderly;

import static dev.orderly.OrdersFixture.CUSTOMER;
import static dev.orderly.OrdersFixture.accepted;
import static dev.orderly.OrdersFixture.by;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.rejected;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.CommentResult;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Recorded;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestIdTest {

    private final SettableClock clock = new SettableClock();
    private final Orders orders = Orders.builder(new InMemoryOrderStore())
            .workflow(OrdersFixture.WORKFLOW)
            .clock(clock)
            .build();

    private int entries() {
        return orders.history("A-1").orElseThrow().entries().size();
    }

    private void assertReused(Object answer) {
        int before = entries();
        assertThat(rejected(answer).code()).isEqualTo("request-id-reused");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void the_same_acceptance_is_given_again_and_nothing_happens_twice() {
        orders.place("A-1", place());

        Decision first =
                orders.fire("A-1", staff("remark").with("note", "fragile").withId("r-1"));
        Decision second =
                orders.fire("A-1", staff("remark").with("note", "fragile").withId("r-1"));

        assertThat(first.isAccepted()).isTrue();
        assertThat(second).isEqualTo(first);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void the_same_acceptance_is_given_again_although_the_order_has_moved_on() {
        orders.place("A-1", place());
        Decision first = orders.fire("A-1", staff("hold").withId("r-1"));
        orders.fire("A-1", staff("resume"));
        orders.fire("A-1", staff("send"));

        assertThat(orders.fire("A-1", staff("hold").withId("r-1"))).isEqualTo(first);
        assertThat(entries()).isEqualTo(4);
    }

    @Test
    void the_same_acceptance_is_given_again_at_a_later_time() {
        orders.place("A-1", place());
        Decision first = orders.fire("A-1", staff("send").withId("r-1"));
        clock.days(3);

        assertThat(orders.fire("A-1", staff("send").withId("r-1"))).isEqualTo(first);
    }

    @Test
    void a_refused_request_is_decided_anew() {
        orders.place("A-1", place());
        Decision first = orders.fire("A-1", staff("resume").withId("r-1"));
        orders.fire("A-1", staff("hold"));

        assertThat(rejected(first).code()).isEqualTo("not-in-status");
        assertThat(orders.fire("A-1", staff("resume").withId("r-1")).isAccepted())
                .isTrue();
        assertThat(orders.fire("A-1", staff("resume").withId("r-1")).isAccepted())
                .isTrue();
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void a_refused_request_can_be_corrected_under_its_id() {
        orders.place("A-1", place());

        assertThat(rejected(orders.fire(
                                "A-1", staff("remark").with("weight", "7").withId("r-1")))
                        .code())
                .isEqualTo("data-invalid");
        assertThat(orders.fire("A-1", staff("remark").with("note", "7 kg").withId("r-1"))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void a_placement_is_answered_once() {
        Decision first = orders.place("A-1", place().withId("r-1"));
        orders.fire("A-1", staff("send"));

        assertThat(first.isAccepted()).isTrue();
        assertThat(orders.place("A-1", place().withId("r-1"))).isEqualTo(first);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void a_placement_of_a_number_that_is_taken_is_refused_as_such_under_its_own_id() {
        orders.place("A-1", place().withId("r-1"));

        assertThat(rejected(orders.place("A-1", place().withId("r-2"))).code()).isEqualTo("already-placed");
    }

    @Test
    void a_request_about_an_order_that_is_not_there_yet_is_decided_anew() {
        Decision first = orders.fire("A-1", staff("send").withId("r-1"));
        orders.place("A-1", place());

        assertThat(rejected(first).code()).isEqualTo("unknown-order");
        assertThat(orders.fire("A-1", staff("send").withId("r-1")).isAccepted()).isTrue();
    }

    @Test
    void an_answer_is_forgotten_after_its_time_by_a_sweep() {
        orders.place("A-1", place().withId("r-1"));
        clock.days(28);
        orders.sweep();
        assertThat(orders.place("A-1", place().withId("r-1")).isAccepted()).isTrue();

        clock.days(1);
        orders.sweep();

        assertThat(rejected(orders.place("A-1", place().withId("r-1"))).code()).isEqualTo("already-placed");
    }

    @Test
    void how_long_answers_are_kept_can_be_said() {
        InMemoryOrderStore store = new InMemoryOrderStore();
        Orders brief = Orders.builder(store)
                .workflow(OrdersFixture.WORKFLOW)
                .clock(clock)
                .answerRetention(Duration.ofHours(1))
                .build();
        brief.place("A-1", place().withId("r-1"));
        clock.days(1);
        brief.sweep();

        assertThat(store.answer("A-1", "r-1")).isEmpty();
        assertThatThrownBy(() -> Orders.builder(store).answerRetention(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answerRetention must be more than 0, but is PT0S");
    }

    @Test
    void opening_a_case_is_answered_once() {
        orders.place("A-1", place());
        Decision first = orders.openCase("A-1", "claim", by("customer", "claim").withId("r-1"));

        assertThat(orders.openCase("A-1", "claim", by("customer", "claim").withId("r-1")))
                .isEqualTo(first);
        assertThat(orders.find("A-1").orElseThrow().cases()).hasSize(1);
    }

    @Test
    void an_id_counts_for_its_order_only() {
        orders.place("A-1", place().withId("r-1"));

        assertThat(orders.place("A-2", place().withId("r-1")).isAccepted()).isTrue();
    }

    @Test
    void requests_without_an_id_are_all_different() {
        orders.place("A-1", place());
        orders.fire("A-1", staff("remark"));

        assertThat(orders.fire("A-1", staff("remark")).isAccepted()).isTrue();
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void another_event_under_an_accepted_id_is_refused() {
        orders.place("A-1", place());
        orders.fire("A-1", staff("hold").withId("r-1"));

        assertReused(orders.fire("A-1", staff("resume").withId("r-1")));
    }

    @Test
    void other_data_under_the_same_id_are_refused() {
        orders.place("A-1", place());
        orders.fire("A-1", staff("remark").with("note", "fragile").withId("r-1"));

        assertReused(orders.fire("A-1", staff("remark").with("note", "heavy").withId("r-1")));
    }

    @Test
    void another_comment_under_the_same_id_is_refused() {
        orders.place("A-1", place());
        orders.fire("A-1", staff("hold").withComment("out of stock").withId("r-1"));

        assertReused(orders.fire("A-1", staff("hold").withComment("unpaid").withId("r-1")));
    }

    @Test
    void another_person_under_the_same_id_is_refused() {
        orders.place("A-1", place());
        orders.fire("A-1", staff("hold").withId("r-1"));

        assertReused(
                orders.fire("A-1", Request.of("hold", Actor.of("staff", "bert")).withId("r-1")));
    }

    @Test
    void a_placement_for_another_customer_under_the_same_id_is_refused() {
        orders.place(
                "A-1", place().withCustomer(Customer.of("anna@example.org")).withId("r-1"));

        assertReused(orders.place(
                "A-1", place().withCustomer(Customer.of("bert@example.org")).withId("r-1")));
    }

    @Test
    void a_placement_of_other_lines_under_the_same_id_is_refused() {
        Line book = Line.of("sku", "Book", 1);
        orders.place("A-1", place().withLines(book).withId("r-1"));

        assertThat(List.of(
                        Line.of("sku", "Book", 2),
                        book.withId("a"),
                        book.withPrice(Money.parse("1 EUR")),
                        book.withImageUrl("https://shop.example/1.jpg"),
                        book.withProductUrl("https://shop.example/1")))
                .allSatisfy(other -> assertReused(
                        orders.place("A-1", place().withLines(other).withId("r-1"))));
    }

    @Test
    void an_event_of_the_order_under_the_id_of_an_event_of_a_case_is_refused() {
        orders.place("A-1", place());
        orders.openCase("A-1", "claim", by("customer", "claim"));
        orders.fireCase("A-1", 1, staff("settle").withId("r-1"));

        assertReused(orders.fire("A-1", staff("settle").withId("r-1")));
    }

    @Test
    void an_event_of_the_order_under_the_id_that_opened_a_case_is_refused() {
        orders.place("A-1", place());
        orders.openCase("A-1", "claim", by("customer", "claim").withId("r-1"));

        assertReused(orders.fire("A-1", by("customer", "claim").withId("r-1")));
    }

    @Test
    void a_placement_by_another_workflow_under_the_same_id_is_refused() {
        InMemoryOrderStore store = new InMemoryOrderStore();
        Orders two = Orders.builder(store)
                .workflow(OrdersFixture.WORKFLOW)
                .workflow(OrdersFixture.WORKFLOW.extend("other-shop").build())
                .build();
        two.place("A-1", place().withId("r-1"));

        assertThat(rejected(two.place("A-1", "other-shop", place().withId("r-1")))
                        .code())
                .isEqualTo("request-id-reused");
    }

    @Test
    void a_comment_is_taken_down_once() {
        orders.place("A-1", place());
        CommentRequest comment = CommentRequest.of(CUSTOMER, "Where is it?").withId("mail-1");

        CommentResult first = orders.comment("A-1", comment);
        orders.fire("A-1", staff("send"));

        assertThat(orders.comment("A-1", comment)).isEqualTo(first);
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void a_refused_comment_is_decided_anew() {
        CommentRequest comment = CommentRequest.of(CUSTOMER, "Where is it?").withId("mail-1");
        CommentResult first = orders.comment("A-1", comment);
        orders.place("A-1", place());

        assertThat(rejected(first).code()).isEqualTo("unknown-order");
        assertThat(orders.comment("A-1", comment)).isInstanceOf(Recorded.class);
    }

    @Test
    void a_comment_with_another_text_or_for_other_eyes_under_the_same_id_is_refused() {
        orders.place("A-1", place());
        CommentRequest comment = CommentRequest.of(CUSTOMER, "Where is it?").withId("mail-1");
        orders.comment("A-1", comment);

        assertReused(orders.comment("A-1", CommentRequest.of(CUSTOMER, "Hurry!").withId("mail-1")));
        assertReused(orders.comment("A-1", comment.asInternal()));
        assertReused(orders.comment("A-1", comment.withUploads(new Upload("a.txt", "text/plain", new byte[] {1}))));
    }

    @Test
    void a_comment_under_the_id_of_an_event_is_refused() {
        orders.place("A-1", place().withId("r-1"));

        assertReused(orders.comment("A-1", CommentRequest.of(CUSTOMER, "Hello").withId("r-1")));
    }

    @Test
    void an_event_under_the_id_of_a_comment_is_refused() {
        orders.place("A-1", place());
        orders.comment("A-1", CommentRequest.of(CUSTOMER, "Hello").withId("r-1"));

        assertReused(orders.fire("A-1", staff("send").withId("r-1")));
    }

    @Test
    void threads_with_the_same_id_get_the_same_answer_and_one_transition() {
        orders.place("A-1", place());
        for (int round = 0; round < 25; round++) {
            String id = "r-" + round;

            List<Decision> answers =
                    ConcurrentRun.of(8, i -> orders.fire("A-1", staff("remark").withId(id)));

            assertThat(answers).containsOnly(answers.get(0));
            assertThat(accepted(answers.get(0)).entry().requestId()).isEqualTo(id);
            assertThat(entries()).isEqualTo(round + 2);
        }
    }

    @Test
    void threads_that_place_with_the_same_id_get_the_same_answer_and_one_order() {
        List<Decision> answers = ConcurrentRun.of(8, i -> orders.place("A-1", place().withId("r-1")));

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(accepted(answers.get(0)).order())
                .isEqualTo(orders.find("A-1").orElseThrow());
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void threads_that_send_the_same_comment_get_the_same_answer_and_one_entry() {
        orders.place("A-1", place());
        CommentRequest comment = CommentRequest.of(CUSTOMER, "Hello").withId("mail-1");

        List<CommentResult> answers = ConcurrentRun.of(8, i -> orders.comment("A-1", comment));

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(entries()).isEqualTo(2);
    }
}
