package dev.orderly;

import static dev.orderly.OrdersFixture.CUSTOMER;
import static dev.orderly.OrdersFixture.STAFF;
import static dev.orderly.OrdersFixture.accepted;
import static dev.orderly.OrdersFixture.by;
import static dev.orderly.OrdersFixture.place;
import static dev.orderly.OrdersFixture.rejected;
import static dev.orderly.OrdersFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Action;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderQuery;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private final SettableClock clock = new SettableClock();
    private final Orders orders = Orders.builder(new InMemoryOrderStore())
            .workflow(OrdersFixture.WORKFLOW)
            .workflow(Presets.bookstore())
            .clock(clock)
            .build();

    private Order found(String number) {
        return orders.find(number).orElseThrow();
    }

    @Test
    void a_placed_order_is_found_as_it_was_answered() {
        Accepted placed = accepted(orders.place(
                "A-1", place().withCustomer(Customer.of("anna@example.org")).withLines(Line.of("sku", "Book", 1))));

        assertThat(found("A-1")).isEqualTo(placed.order());
        assertThat(placed.order().status()).isEqualTo("new");
    }

    @Test
    void a_number_is_placed_once() {
        orders.place("A-1", place());

        assertThat(rejected(orders.place("A-1", place())).code()).isEqualTo("already-placed");
    }

    @Test
    void a_placing_event_fired_at_an_order_that_exists_is_refused_as_already_placed() {
        orders.place("A-1", place());

        assertThat(rejected(orders.fire("A-1", place())).code()).isEqualTo("already-placed");
    }

    @Test
    void an_order_follows_the_workflow_that_was_given_first() {
        orders.place("A-1", place());

        assertThat(orders.workflowOf(found("A-1"))).isEqualTo(OrdersFixture.WORKFLOW);
    }

    @Test
    void an_order_can_be_placed_by_another_workflow() {
        orders.place("A-1", "bookstore", place().with("payment", "prepaid"));

        assertThat(orders.workflowOf(found("A-1"))).isEqualTo(Presets.bookstore());
    }

    @Test
    void a_workflow_that_is_not_there_is_named_with_those_that_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.place("A-1", "bookshop", place()))
                .withMessage("there is no workflow \"bookshop\" to place an order by: give it to"
                        + " Orders.builder(…).workflow(…), which was given [bookstore, shop]");
    }

    @Test
    void an_event_that_starts_no_order_places_none() {
        assertThat(rejected(orders.place("A-1", staff("send"))).code()).isEqualTo("unknown-order");
        assertThat(orders.find("A-1")).isEmpty();
    }

    @Test
    void an_accepted_event_moves_the_order() {
        orders.place("A-1", place());

        Accepted sent = accepted(orders.fire("A-1", staff("send")));

        assertThat(found("A-1").status()).isEqualTo("sent");
        assertThat(found("A-1")).isEqualTo(sent.order());
    }

    @Test
    void an_accepted_event_is_in_the_history_as_it_was_answered() {
        Accepted placed = accepted(orders.place("A-1", place()));
        Accepted sent = accepted(orders.fire("A-1", staff("send").withComment("in one box")));

        assertThat(orders.history("A-1").orElseThrow().transitions()).containsExactly(placed.entry(), sent.entry());
    }

    @Test
    void a_refused_event_leaves_the_order_and_its_history_as_they_were() {
        Order before = accepted(orders.place("A-1", place())).order();

        assertThat(rejected(orders.fire("A-1", by("customer", "send"))).code()).isEqualTo("role-not-allowed");
        assertThat(found("A-1")).isEqualTo(before);
        assertThat(orders.history("A-1").orElseThrow().entries()).hasSize(1);
    }

    @Test
    void whatever_is_asked_of_an_order_that_is_not_there_is_refused_as_unknown() {
        assertThat(List.of(
                        orders.fire("A-1", staff("send")),
                        orders.ask("A-1", staff("send")),
                        orders.openCase("A-1", "claim", by("customer", "claim")),
                        orders.fireCase("A-1", 1, staff("settle")),
                        orders.comment("A-1", CommentRequest.of(CUSTOMER, "hello")),
                        orders.mute("A-1", CUSTOMER, true)))
                .allSatisfy(answer -> assertThat(rejected(answer).code()).isEqualTo("unknown-order"));
    }

    @Test
    void nothing_is_found_or_available_of_an_order_that_is_not_there() {
        assertThat(orders.find("A-1")).isEmpty();
        assertThat(orders.history("A-1")).isEmpty();
        assertThat(orders.available("A-1", STAFF)).isEmpty();
        assertThat(orders.availableForCase("A-1", 1, STAFF)).isEmpty();
    }

    @Test
    void asking_answers_as_firing_would_and_changes_nothing() {
        orders.place("A-1", place());

        assertThat(orders.ask("A-1", staff("send"))).isEqualTo(orders.ask("A-1", staff("send")));
        assertThat(found("A-1").status()).isEqualTo("new");
        assertThat(orders.ask("A-1", staff("send"))).isEqualTo(orders.fire("A-1", staff("send")));
    }

    @Test
    void asking_gives_the_refusal_that_firing_would() {
        orders.place("A-1", place());

        assertThat(orders.ask("A-1", staff("resume"))).isEqualTo(orders.fire("A-1", staff("resume")));
    }

    @Test
    void what_is_available_to_an_actor_is_what_firing_accepts_from_them() {
        orders.place("A-1", place());

        assertThat(orders.available("A-1", STAFF))
                .filteredOn(Action::isPossible)
                .extracting(Action::event)
                .containsExactly("remark", "hold", "send");
    }

    @Test
    void what_is_available_of_an_order_at_hand_is_what_is_available_of_its_number() {
        orders.place("A-1", place());
        orders.openCase("A-1", "claim", by("customer", "claim"));
        Order order = found("A-1");

        assertThat(orders.available(order, STAFF)).isNotEmpty().isEqualTo(orders.available("A-1", STAFF));
        assertThat(orders.availableForCase(order, 1, STAFF))
                .isNotEmpty()
                .isEqualTo(orders.availableForCase("A-1", 1, STAFF));
        assertThat(orders.availableForCase(order, 2, STAFF)).isEmpty();
    }

    @Test
    void what_is_available_follows_the_clock() {
        orders.place("A-1", place());
        List<Action> before = orders.available("A-1", Actor.system());
        clock.days(14);
        List<Action> after = orders.available("A-1", Actor.system());

        assertThat(before).noneMatch(Action::isPossible);
        assertThat(after)
                .filteredOn(Action::isPossible)
                .extracting(Action::event)
                .containsExactly("expire");
    }

    @Test
    void a_case_is_opened_and_moved_under_the_number_that_its_entry_names() {
        orders.place("A-1", place());

        TransitionEntry opened = accepted(orders.openCase("A-1", "claim", by("customer", "claim")))
                .entry();
        assertThat(opened.caseRef()).isEqualTo(new CaseRef(1, "claim"));
        orders.fireCase("A-1", 1, staff("settle"));

        assertThat(found("A-1").findCase(1).orElseThrow().status()).isEqualTo("settled");
    }

    @Test
    void what_is_available_for_a_case_is_the_cases_own() {
        orders.place("A-1", place());
        orders.openCase("A-1", "claim", by("customer", "claim"));

        assertThat(orders.availableForCase("A-1", 1, STAFF))
                .filteredOn(Action::isPossible)
                .extracting(Action::event)
                .containsExactly("settle");
        assertThat(orders.availableForCase("A-1", 2, STAFF)).isEmpty();
    }

    @Test
    void a_case_that_is_not_there_is_refused_as_unknown() {
        orders.place("A-1", place());

        assertThat(rejected(orders.fireCase("A-1", 7, staff("settle"))).code()).isEqualTo("unknown-case");
        assertThat(rejected(orders.openCase("A-1", "quarrel", by("customer", "claim")))
                        .code())
                .isEqualTo("unknown-case");
    }

    @Test
    void the_list_of_active_orders_leaves_out_those_that_are_done() {
        orders.place("A-1", place());
        orders.place("A-2", place());
        orders.fire("A-1", staff("send"));

        assertThat(orders.list(OrderQuery.active()).orders())
                .extracting(Order::number)
                .containsExactly("A-2");
    }

    @Test
    void a_status_that_is_named_twice_counts_once() {
        orders.place("A-1", place());

        assertThat(orders.list(OrderQuery.all().withStatuses("new", "new")).orders())
                .hasSize(1);
    }

    @Test
    void a_list_of_orders_in_no_status_is_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderQuery.all().withStatuses())
                .withMessage(
                        "withStatuses(…) needs at least one status; without it, orders in all statuses are listed");
    }

    @Test
    void a_page_has_from_1_to_1000_orders() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderQuery.all().withLimit(0))
                .withMessage("limit must be from 1 to 1000, but is 0");
        assertThatIllegalArgumentException().isThrownBy(() -> OrderQuery.all().withLimit(1001));
    }

    @Test
    void a_request_without_a_time_happens_now() {
        orders.place("A-1", place());
        Instant now = clock.advance(Duration.ofHours(5)).instant();

        assertThat(accepted(orders.fire("A-1", staff("send"))).entry().at()).isEqualTo(now);
    }

    @Test
    void a_request_with_a_time_happens_then() {
        orders.place("A-1", place());
        Instant then = clock.instant().plusSeconds(90);

        assertThat(accepted(orders.fire("A-1", staff("send").withTime(then)))
                        .entry()
                        .at())
                .isEqualTo(then);
    }

    @Test
    void a_request_for_a_time_before_the_last_move_is_refused_as_too_early() {
        orders.place("A-1", place());

        assertThat(rejected(orders.fire(
                                "A-1", staff("send").withTime(clock.instant().minusSeconds(1))))
                        .code())
                .isEqualTo("too-early");
    }

    @Test
    void a_clock_behind_the_last_move_does_not_refuse() {
        Instant placed = clock.instant().plusSeconds(3);
        orders.place("A-1", place().withTime(placed));

        assertThat(accepted(orders.fire("A-1", staff("send"))).entry().at()).isEqualTo(placed);
    }

    @Test
    void a_clock_behind_the_last_move_makes_nothing_unavailable() {
        orders.place("A-1", place().withTime(clock.instant().plusSeconds(3)));

        assertThat(orders.available("A-1", STAFF))
                .filteredOn(Action::isPossible)
                .isNotEmpty();
    }

    @Test
    void a_clock_behind_the_last_move_of_a_case_does_not_refuse() {
        orders.place("A-1", place());
        Instant opened = clock.instant().plusSeconds(3);
        orders.openCase("A-1", "claim", by("customer", "claim").withTime(opened));

        assertThat(accepted(orders.fireCase("A-1", 1, staff("settle"))).entry().at())
                .isEqualTo(opened);
    }

    @Test
    void what_the_status_was_at_a_time_is_asked_of_the_trail() {
        Instant placed = clock.instant();
        orders.place("A-1", place());
        clock.days(2);
        orders.fire("A-1", staff("hold"));

        assertThat(found("A-1").trail().statusAt(placed.minusNanos(1))).isEmpty();
        assertThat(found("A-1").trail().statusAt(placed)).contains("new");
        assertThat(found("A-1").trail().statusAt(clock.instant().minusNanos(1))).contains("new");
        assertThat(found("A-1").trail().statusAt(clock.instant())).contains("held");
    }

    @Test
    void how_long_an_order_was_in_each_status_is_asked_of_the_trail() {
        orders.place("A-1", place());
        clock.days(1);
        orders.fire("A-1", staff("hold"));
        clock.days(2);
        orders.fire("A-1", staff("remark"));
        clock.days(3);
        orders.fire("A-1", staff("resume"));
        clock.days(4);

        assertThat(found("A-1").trail().timeInStatus(clock.instant()))
                .containsEntry("new", Duration.ofDays(5))
                .containsEntry("held", Duration.ofDays(5))
                .hasSize(2);
    }

    @Test
    void one_call_makes_orders_in_memory() {
        Orders simple = Orders.inMemory(OrdersFixture.WORKFLOW);

        assertThat(simple.place("A-1", place()).isAccepted()).isTrue();
    }

    @Test
    void orders_without_a_workflow_are_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Orders.builder(new InMemoryOrderStore()).build())
                .withMessage("Orders needs at least one workflow: give one to workflow(…)");
    }

    @Test
    void a_guard_that_nobody_gave_is_named_before_anything_runs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Orders.inMemory(OrdersFixture.GUARDED))
                .withMessageContaining("no guard \"may-expire\" was given");
    }

    @Test
    void a_workflow_that_changed_without_a_new_version_is_refused() {
        InMemoryOrderStore store = new InMemoryOrderStore();
        Orders.builder(store).workflow(OrdersFixture.WORKFLOW).build();
        Workflow changed = OrdersFixture.WORKFLOW
                .extend("shop")
                .status("lost", s -> s.done())
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Orders.builder(store).workflow(changed).build())
                .withMessageContaining("shop version 1 is registered with another content");
    }

    @Test
    void a_number_of_attempts_below_one_is_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Orders.builder(new InMemoryOrderStore()).attempts(0))
                .withMessage("attempts must be at least 1, but is 0");
    }

    @Test
    void a_negative_size_of_attachments_is_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Orders.builder(new InMemoryOrderStore()).maxAttachmentSize(-1))
                .withMessage("maxAttachmentSize cannot be negative, but is -1");
    }
}
