package dev.orderly.decision;

import static dev.orderly.decision.MarketplaceStall.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can I do now, and for the rest: why not? */
class AvailableTest {

    @Test
    void each_event_that_does_not_start_an_order_is_told_once() {
        OrderWalk walk = placed(t -> {});

        assertThat(walk.decider().available(walk.order(), Actor.of("staff"), walk.now()))
                .extracting(Action::event)
                .containsExactly("close", "ship");
    }

    @Test
    void a_possible_event_tells_what_it_needs_takes_and_asks_to_tick() {
        Action ship = placed(
                        t -> t.needs("tracking").has("weight").takes("reason").checklist("gift"))
                .can("ship", "staff");

        assertThat(ship.isPossible()).isTrue();
        assertThat(ship.needs()).extracting(Field::name).containsExactly("tracking", "weight");
        assertThat(ship.takes()).extracting(Field::name).containsExactly("reason");
        assertThat(ship.checklist()).extracting(Field::name).containsExactly("gift");
        assertThat(ship.targets()).containsExactly("shipped");
    }

    @Test
    void what_the_order_has_is_taken_and_not_needed() {
        Action ship = placed(t -> t.has("tracking"), "tracking", "T").can("ship", "staff");

        assertThat(ship.needs()).isEmpty();
        assertThat(ship.takes()).extracting(Field::name).containsExactly("tracking");
    }

    @Test
    void nobody_can_ask_about_a_time_that_no_request_can_have() {
        OrderWalk walk = placed(t -> {});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> walk.decider().available(walk.order(), Actor.of("staff"), Instant.MAX))
                .withMessage("+1000000000-12-31T23:59:59.999999999Z is not in the years 1 to 9999");
    }

    @Test
    void a_data_move_leads_to_the_status_that_is() {
        OrderWalk walk = OrderWalk.of(MarketplaceStall.plain()
                        .transition("note", t -> t.from("open").by("staff").takes("reason"))
                        .build())
                .place("customer");

        assertThat(walk.can("note", "staff").targets()).containsExactly("open");
    }

    @Test
    void a_role_that_may_not_is_told_who_may() {
        assertThat(placed(t -> {}).can("ship", "customer").reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.ROLE_NOT_ALLOWED);
    }

    @Test
    void an_event_of_another_status_is_told_with_those_that_are_possible() {
        assertThat(placed(t -> {})
                        .go("ship", "staff")
                        .can("ship", "staff")
                        .reasons()
                        .get(0)
                        .params())
                .containsEntry("possible", List.of("close"));
    }

    @Test
    void a_condition_that_cannot_be_met_any_more_is_the_reason() {
        assertThat(placed(t -> t.whenField("payment", "prepaid"), "payment", "cash")
                        .can("ship", "staff")
                        .reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.CONDITION_NOT_MET);
    }

    @Test
    void a_condition_on_a_field_without_a_value_makes_the_field_needed() {
        assertThat(placed(t -> t.whenField("payment", "prepaid"))
                        .can("ship", "staff")
                        .needs())
                .extracting(Field::name)
                .containsExactly("payment");
    }

    @Test
    void a_condition_that_the_request_may_still_meet_makes_the_field_needed() {
        Action ship = placed(t -> t.whenField("payment", "prepaid").takes("payment"), "payment", "cash")
                .can("ship", "staff");

        assertThat(ship.isPossible()).isTrue();
        assertThat(ship.needs()).extracting(Field::name).containsExactly("payment");
    }

    @Test
    void a_value_that_is_there_and_must_not_be_cannot_be_taken_away() {
        assertThat(placed(t -> t.whenField(FieldCondition.absent("payment")).takes("payment"), "payment", "cash")
                        .can("ship", "staff")
                        .isPossible())
                .isFalse();
    }

    @Test
    void a_limit_that_is_over_is_the_reason() {
        assertThat(placed(t -> t.within(TimeLimit.after("P1D")))
                        .later("PT25H")
                        .can("ship", "staff")
                        .reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.TOO_LATE);
    }

    @Test
    void a_limit_that_the_request_may_still_move_makes_its_field_needed() {
        Action ship = placed(t -> t.within(TimeLimit.after("P1D", "place").datedBy("ready-at"))
                        .takes("ready-at"))
                .later("PT25H")
                .can("ship", "staff");

        assertThat(ship.isPossible()).isTrue();
        assertThat(ship.needs()).extracting(Field::name).containsExactly("ready-at");
    }

    @Test
    void a_limit_that_waits_for_its_number_of_days_makes_the_field_needed() {
        assertThat(placed(t -> t.notBefore(TimeLimit.after("days in days")).takes("days"))
                        .can("ship", "staff")
                        .needs())
                .extracting(Field::name)
                .containsExactly("days");
    }

    @Test
    void a_limit_whose_days_tell_alternatives_apart_is_no_obstacle_before_they_are_given() {
        assertThat(placed(t -> t.notBefore(TimeLimit.after("days in days"))
                                .whenField(new FieldCondition("days", FieldCondition.Operator.AT_LEAST, List.of(1))))
                        .can("ship", "staff")
                        .needs())
                .extracting(Field::name)
                .containsExactly("days");
    }

    @Test
    void a_limit_that_the_request_cannot_move_stays_the_reason() {
        assertThat(placed(t -> t.within(TimeLimit.after("P1D", "place").datedBy("ready-at")))
                        .later("PT25H")
                        .can("ship", "staff")
                        .isPossible())
                .isFalse();
    }

    @Test
    void open_alternatives_are_told_together() {
        Workflow workflow = MarketplaceStall.stall()
                .transition(
                        "ship",
                        t -> t.from("open")
                                .to("shipped")
                                .by("staff")
                                .whenField("payment", "prepaid")
                                .needs("tracking"))
                .transition("ship", t -> t.from("open").to("closed").by("staff").whenField("payment", "cash"))
                .build();

        Action ship = OrderWalk.of(workflow).place("customer").can("ship", "staff");

        assertThat(ship.targets()).containsExactly("shipped", "closed");
        assertThat(ship.needs()).extracting(Field::name).containsExactly("tracking", "payment");
    }

    @Test
    void alternatives_that_the_order_rules_out_are_left_out() {
        Workflow workflow = MarketplaceStall.stall()
                .transition(
                        "ship",
                        t -> t.from("open")
                                .to("shipped")
                                .by("staff")
                                .whenField("payment", "prepaid")
                                .needs("tracking"))
                .transition("ship", t -> t.from("open").to("closed").by("staff").whenField("payment", "cash"))
                .build();

        Action ship =
                OrderWalk.of(workflow).place("customer", "payment", "cash").can("ship", "staff");

        assertThat(ship.targets()).containsExactly("closed");
        assertThat(ship.needs()).isEmpty();
    }

    @Test
    void what_staff_once_answered_with_no_can_still_be_answered_with_yes() {
        OrderWalk walk = OrderWalk.of(Presets.ipStore())
                .place("customer", "delivery", "carrier")
                .go("start", "staff", "payment-arranged", false);

        Action gather = walk.can("gather", "staff");

        assertThat(gather.needs())
                .extracting(Field::name)
                .containsExactlyInAnyOrder("payment-arranged", "details-verified", "stock-confirmed");
    }

    @Test
    void a_case_has_actions_of_its_own() {
        OrderWalk walk = OrderWalk.of(Presets.marketplaceAcceptance())
                .place("customer", "payment", "cash-on-delivery")
                .go("accept", "seller")
                .open("incident", "customer", "reason", "late");

        List<Action> actions = walk.decider()
                .availableForCase(walk.order(), walk.order().cases().get(0), Actor.of("seller"), walk.now());

        assertThat(actions)
                .filteredOn(Action::isPossible)
                .extracting(Action::event)
                .containsExactly("answer");
    }
}
