package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.order.Actor;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which cases can be opened on an order, and what can be done with them. */
class CaseOptionsTest {

    private static final Actor CUSTOMER = Actor.of("customer");

    private static final Workflow SHOP = Workflow.builder("shop")
            .status("open", s -> {})
            .status("closed", s -> s.done())
            .transition("place", t -> t.to("open"))
            .transition("close", t -> t.from("open").to("closed"))
            .caseType(
                    "complaint",
                    LocalText.EMPTY,
                    Workflow.builder("complaint")
                            .status("raised", s -> {})
                            .status("settled", s -> s.done())
                            .transition("open", t -> t.to("raised").by("customer"))
                            .transition("settle", t -> t.from("raised").to("settled"))
                            .build(),
                    List.of("open"))
            .build();

    private static OrderWalk placed() {
        return OrderWalk.of(SHOP).place("customer");
    }

    private static Action option(OrderWalk walk, Actor actor, Instant now) {
        List<CaseOption> options = walk.decider().caseOptions(walk.order(), actor, now);
        assertThat(options).extracting(option -> option.type().name()).containsExactly("complaint");
        return options.get(0).action();
    }

    @Test
    void a_case_can_be_opened_in_the_statuses_for_it_by_the_roles_for_it() {
        OrderWalk walk = placed();

        assertThat(option(walk, CUSTOMER, walk.now()).isPossible()).isTrue();
        assertThat(option(walk, Actor.of("staff"), walk.now()).reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.ROLE_NOT_ALLOWED);
        walk.go("close", "staff");
        assertThat(option(walk, CUSTOMER, walk.now()).reasons())
                .containsExactly(Reason.of(Reason.NOT_IN_STATUS)
                        .with("event", "open")
                        .with("status", "closed")
                        .with("possible", List.of()));
    }

    @Test
    void no_case_can_be_opened_before_the_order_s_last_step() {
        OrderWalk walk = placed();

        assertThat(option(walk, CUSTOMER, walk.now().minusSeconds(1)).reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.TOO_EARLY);
        assertThat(option(walk, Actor.of("staff"), walk.now().minusSeconds(1)).reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.ROLE_NOT_ALLOWED);
    }

    @Test
    void no_question_is_answered_about_a_time_that_no_calendar_has() {
        OrderWalk walk = placed().open("complaint", "customer");
        Decider decider = walk.decider();

        assertThatIllegalArgumentException().isThrownBy(() -> decider.caseOptions(walk.order(), CUSTOMER, Instant.MAX));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decider.availableForCase(
                        walk.order(), walk.order().cases().get(0), CUSTOMER, Instant.MAX));
    }

    @Test
    void a_request_for_an_older_state_of_the_order_is_refused_by_the_order_and_by_its_cases() {
        OrderWalk walk = placed().open("complaint", "customer");
        Request late = walk.request("close", "staff").withExpectedSequence(1);
        Decider decider = walk.decider();

        assertThat(decider.decide(walk.order(), late)).isInstanceOf(Rejected.class);
        assertThat(decider.decideCase(walk.order(), 1, late.withEvent("settle")))
                .isInstanceOf(Rejected.class);
        assertThat(decider.openCase(walk.order(), "complaint", late.withEvent("open")))
                .isInstanceOf(Rejected.class);
        assertThat(decider.decide(walk.order(), late.withExpectedSequence(2)).isAccepted())
                .isTrue();
    }

    @Test
    void a_refusal_can_be_thrown_with_its_codes_and_an_acceptance_taken() {
        OrderWalk walk = placed();
        Decision refused = walk.decider().decide(walk.order(), walk.request("clothe", "staff"));
        Decision accepted = walk.decider().decide(walk.order(), walk.request("close", "staff"));

        assertThatThrownBy(refused::orThrow)
                .isInstanceOf(RefusedException.class)
                .hasMessage("refused: " + Reason.UNKNOWN_EVENT)
                .extracting(e -> ((RefusedException) e).refusal())
                .isEqualTo(refused);
        assertThat(accepted.orThrow()).isEqualTo(accepted);
    }

    @Test
    void a_verdict_says_whether_it_allows() {
        OrderWalk walk = placed();

        assertThat(walk.decider()
                        .judge(walk.order(), walk.request("close", "staff"))
                        .isAllowed())
                .isTrue();
        assertThat(walk.decider()
                        .judge(walk.order(), walk.request("clothe", "staff"))
                        .isAllowed())
                .isFalse();
    }
}
