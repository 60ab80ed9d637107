package dev.orderly.decision;

import static dev.orderly.decision.MarketplaceStall.placed;
import static dev.orderly.decision.MarketplaceStall.shipping;
import static dev.orderly.decision.MarketplaceStall.withIncidents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.check.InvalidWorkflowException;
import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderState;
import dev.orderly.order.Placement;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeciderTest {

    private static final Workflow BROKEN = MarketplaceStall.stall()
            .transition("ship", t -> t.from("opne").to("shipped"))
            .build();

    @Test
    void a_workflow_with_errors_decides_nothing() {
        assertThatThrownBy(() -> Decider.of(BROKEN))
                .isInstanceOf(InvalidWorkflowException.class)
                .hasMessageContaining("opne");
    }

    @Test
    void another_engine_is_not_asked_for_a_workflow_with_errors() {
        assertThatThrownBy(() -> Decider.using(BROKEN, w -> {
                    throw new AssertionError("asked for an engine");
                }))
                .isInstanceOf(InvalidWorkflowException.class);
    }

    @Test
    void placing_writes_the_first_entry() {
        Decider decider = Decider.of(MarketplaceStall.plain().build());
        Line line = Line.of("1", "Solaris", 2);
        Customer customer = Customer.of("ijon@example.com").withLanguage("pl");
        Request request = Request.of("place", Actor.of("customer", "ijon"))
                .with("weight", "5")
                .withComment("by the door")
                .withId("r-1")
                .withTime(OrderWalk.START)
                .withCustomer(customer)
                .withLines(line);

        Accepted accepted = (Accepted) decider.place("A-1", request);

        assertThat(accepted.entry())
                .isEqualTo(TransitionEntry.builder(1, Actor.of("customer", "ijon"), OrderWalk.START, "place", "open")
                        .data(Data.of("weight", new BigDecimal("5")))
                        .comment("by the door")
                        .requestId("r-1")
                        .placement(Placement.of("A-1", "stall", 1)
                                .withCustomer(customer)
                                .withLines(List.of(line)))
                        .build());
    }

    @Test
    void a_later_entry_follows_the_one_before_it() {
        OrderWalk walk = placed(t -> {}).later("PT1H");

        TransitionEntry entry = ((Accepted) walk.decider().decide(walk.order(), walk.request("ship", "staff"))).entry();

        assertThat(entry)
                .isEqualTo(TransitionEntry.builder(2, Actor.of("staff"), walk.now(), "ship", "shipped")
                        .from("open")
                        .build());
    }

    @Test
    void an_order_cannot_begin_in_the_middle() {
        Decider decider = Decider.of(shipping(t -> t.by("staff")).build());

        Decision decision =
                decider.place("A-1", Request.of("ship", Actor.of("staff")).withTime(OrderWalk.START));

        assertThat(((Rejected) decision).code()).isEqualTo(Reason.UNKNOWN_ORDER);
    }

    @Test
    void an_order_that_exists_is_not_placed_again() {
        assertThat(placed(t -> {}).no("place", "customer").code()).isEqualTo(Reason.ALREADY_PLACED);
    }

    @Test
    void a_start_has_conditions_like_every_transition() {
        OrderWalk walk = OrderWalk.of(MarketplaceStall.plain().build());

        assertThat(walk.notPlaced("carrier").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
    }

    @Test
    void a_start_that_needs_available_lines_looks_at_those_that_are_ordered() {
        OrderWalk walk = OrderWalk.of(MarketplaceStall.plain()
                        .removeTransitions(t -> t.event().equals("place"))
                        .transition("place", t -> t.to("open").by("customer").linesAvailable())
                        .build())
                .ordering(Line.of("1", "Solaris", 1).withAvailableFrom(LocalDate.parse("2026-03-03")));

        assertThat(walk.notPlaced("customer").code()).isEqualTo(Reason.LINE_NOT_AVAILABLE);
        assertThat(walk.at("2026-03-03T00:00:00Z").place("customer").status()).isEqualTo("open");
    }

    @Test
    void a_request_without_a_time_is_a_mistake_that_says_what_to_do() {
        OrderWalk walk = placed(t -> {});

        assertThatThrownBy(() -> walk.decider().decide(walk.order(), Request.of("ship", Actor.of("staff"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the request \"ship\" has no time: set it with withTime(…), or send the request through Orders,"
                                + " which has a clock");
    }

    @Test
    void a_shops_own_order_is_judged_without_a_history() {
        Decider decider = Decider.of(
                shipping(t -> t.by("staff").whenField("payment", "prepaid")).build());
        OrderState own = OrderState.of("7", "open", OrderWalk.START).with("payment", "prepaid");

        Verdict verdict =
                decider.judge(own, Request.of("ship", Actor.of("staff")).withTime(OrderWalk.START));

        assertThat(((Allowed) verdict).to()).isEqualTo("shipped");
    }

    @Test
    void an_order_in_a_status_that_the_workflow_does_not_have_can_do_nothing() {
        Decider decider = Decider.of(shipping(t -> t.by("staff")).build());
        OrderState lost = OrderState.of("7", "in the cellar", OrderWalk.START);

        Verdict verdict =
                decider.judge(lost, Request.of("ship", Actor.of("staff")).withTime(OrderWalk.START));

        assertThat(((Rejected) verdict).reasons().get(0).params()).containsEntry("possible", List.of());
    }

    @Test
    void a_data_move_keeps_the_status_and_since_when_it_is_held() {
        OrderWalk walk = OrderWalk.of(MarketplaceStall.plain()
                        .transition("note", t -> t.from("open").by("staff").needs("reason"))
                        .build())
                .place("customer")
                .later("PT1H")
                .go("note", "staff", "reason", "asked");

        assertThat(walk.status()).isEqualTo("open");
        assertThat(walk.order().since()).isEqualTo(OrderWalk.START);
        assertThat(walk.order().sequence()).isEqualTo(2);
    }

    @Test
    void a_case_is_opened_with_the_next_number() {
        OrderWalk walk = OrderWalk.of(withIncidents(MarketplaceStall.plain()).build())
                .place("customer")
                .open("incident", "customer", "what", "late")
                .open("incident", "customer", "what", "broken");

        assertThat(walk.order().cases())
                .extracting(OrderCase::ref)
                .containsExactly(new CaseRef(1, "incident"), new CaseRef(2, "incident"));
    }

    @Test
    void a_case_follows_its_own_workflow() {
        OrderWalk walk = OrderWalk.of(withIncidents(MarketplaceStall.plain()).build())
                .place("customer")
                .open("incident", "customer", "what", "late");

        assertThat(walk.noCase(1, "solve", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.goCase(1, "solve", "staff").order().hasOpenCase()).isFalse();
    }

    @Test
    void a_kind_of_case_that_is_unknown_is_not_opened() {
        assertThat(refusedCase("quarrel", "open", OrderWalk.START).code()).isEqualTo(Reason.UNKNOWN_CASE);
    }

    @Test
    void a_case_is_opened_by_its_own_start_only() {
        assertThat(refusedCase("incident", "solve", OrderWalk.START).code()).isEqualTo(Reason.UNKNOWN_EVENT);
    }

    @Test
    void a_case_is_not_opened_in_a_status_that_has_none() {
        OrderWalk walk = OrderWalk.of(withIncidents(MarketplaceStall.plain()).build())
                .place("customer")
                .go("close", "staff");

        Decision decision = walk.decider().openCase(walk.order(), "incident", walk.request("open", "customer"));

        assertThat(((Rejected) decision).code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void a_case_is_not_opened_before_what_has_happened() {
        Rejected rejected = refusedCase("incident", "open", OrderWalk.START.minusSeconds(1));

        assertThat(rejected.reasons().get(0).params()).containsEntry("kind", "out-of-order");
    }

    @Test
    void a_case_without_what_it_needs_is_not_opened() {
        OrderWalk walk =
                OrderWalk.of(withIncidents(MarketplaceStall.plain()).build()).place("customer");

        Decision decision = walk.decider().openCase(walk.order(), "incident", walk.request("open", "customer"));

        assertThat(((Rejected) decision).reasons().get(0).params()).isEqualTo(Map.of("fields", List.of("what")));
    }

    private static Rejected refusedCase(String type, String event, Instant at) {
        OrderWalk walk =
                OrderWalk.of(withIncidents(MarketplaceStall.plain()).build()).place("customer");
        Request request =
                Request.of(event, Actor.of("customer")).with("what", "late").withTime(at);
        return (Rejected) walk.decider().openCase(walk.order(), type, request);
    }

    @Test
    void an_order_of_another_version_is_not_decided_by_mistake() {
        Decider first = Decider.of(MarketplaceStall.plain().build());
        Decider second = Decider.of(MarketplaceStall.plain().version(2).build());
        Request place = Request.of("place", Actor.of("customer")).withTime(OrderWalk.START);
        Accepted placed = (Accepted) first.place("A-1", place);

        assertThatThrownBy(() -> second.decide(placed.order(), place))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order A-1 follows stall version 1, which stall version 2 cannot decide");
    }

    @Test
    void a_comment_that_is_too_long_is_refused() {
        Decider decider = Decider.of(MarketplaceStall.plain().build());
        Request request = Request.of("place", Actor.of("customer"))
                .withTime(OrderWalk.START)
                .withComment("x".repeat(10_001));

        Rejected rejected = (Rejected) decider.place("A-1", request);

        assertThat(rejected.explain(decider.workflow(), "en"))
                .isEqualTo("comment: a text of 10001 characters is too long: the limit is 10000.");
    }
}
