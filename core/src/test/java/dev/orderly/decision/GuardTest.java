package dev.orderly.decision;

import static dev.orderly.decision.MarketplaceStall.shipping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.workflow.Workflow;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Conditions in code. */
class GuardTest {

    private static final Workflow GUARDED =
            shipping(t -> t.by("staff").takes("weight").guard("credit-limit")).build();

    @Test
    void a_guard_without_an_objection_lets_it_happen() {
        assertThat(walk((order, request) -> Optional.empty())
                        .go("ship", "staff")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void a_guards_objection_is_the_reason_with_its_own_code_and_words() {
        OrderWalk walk = walk((order, request) -> Optional.of(Reason.of("over-limit", "en", "{open} is over the limit.")
                .withSentence("pl", "{open} przekracza limit.")
                .with("open", 120)));

        Rejected rejected = walk.no("ship", "staff");

        assertThat(rejected.code()).isEqualTo("over-limit");
        assertThat(rejected.reasons().get(0).params()).isEqualTo(Map.of("open", 120));
        assertThat(rejected.explain(GUARDED, "en")).isEqualTo("120 is over the limit.");
        assertThat(rejected.explain(GUARDED, "pl")).isEqualTo("120 przekracza limit.");
    }

    @Test
    void a_guard_sees_the_order_as_it_is_and_the_request() {
        OrderWalk walk = walk((order, request) -> Optional.of(Reason.of(
                "seen",
                "en",
                order.number() + " " + order.status() + " " + order.field("weight") + " "
                        + request.data().get("weight"))));

        assertThat(walk.explain(walk.no("ship", "staff", "weight", "7"))).isEqualTo("A-1 open 5 7");
    }

    @Test
    void a_guard_is_not_asked_where_the_role_may_not() {
        OrderWalk walk = walk((order, request) -> {
            throw new AssertionError("asked");
        });

        assertThat(walk.no("ship", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
    }

    @Test
    void a_guard_that_throws_is_named_with_the_event_and_the_order() {
        RuntimeException broken = new IllegalStateException("no connection");
        OrderWalk walk = walk((order, request) -> {
            throw broken;
        });

        assertThatThrownBy(() -> walk.decider().decide(walk.order(), walk.request("ship", "staff")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("guard \"credit-limit\" failed for event \"ship\" of order A-1: a guard must answer, not"
                        + " throw")
                .hasCause(broken);
    }

    @Test
    @SuppressWarnings({"NullAway", "NullOptional"})
    void a_guard_that_answers_null_is_named_as_well() {
        OrderWalk walk = walk((order, request) -> null);

        assertThatThrownBy(() -> walk.decider().decide(walk.order(), walk.request("ship", "staff")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("guard \"credit-limit\" failed for event \"ship\" of order A-1: it must answer with an"
                        + " Optional, but answered null");
    }

    @Test
    void a_missing_guard_is_named_when_the_decider_is_made() {
        assertThatThrownBy(() -> Decider.of(GUARDED, Map.of("other", (order, request) -> Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no guard \"credit-limit\" was given, which the transition \"ship: open → shipped\" asks;"
                        + " given are: [other]");
    }

    @Test
    void an_objection_makes_an_event_impossible() {
        OrderWalk walk = walk((order, request) -> Optional.of(Reason.of("over-limit", "en", "Too much.")));

        assertThat(walk.can("ship", "staff").reasons()).extracting(Reason::code).containsExactly("over-limit");
    }

    @Test
    void a_guard_can_stand_at_the_start() {
        Workflow closed = MarketplaceStall.plain()
                .removeTransitions(t -> t.event().equals("place"))
                .transition("place", t -> t.to("open").by("customer").guard("opening-hours"))
                .build();
        OrderWalk walk = OrderWalk.of(
                closed,
                Map.of("opening-hours", (order, request) -> Optional.of(Reason.of("shut", "en", "We are closed."))));

        assertThat(walk.notPlaced("customer").code()).isEqualTo("shut");
    }

    private static OrderWalk walk(Guard guard) {
        return OrderWalk.of(GUARDED, Map.of("credit-limit", guard)).place("customer", "weight", 5);
    }
}
