package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several transitions that share a status and an event. */
class AlternativesTest {

    private static final Workflow BY_DATA = desk().transition(
                    "hand-over",
                    t -> t.from("open")
                            .to("sent")
                            .by("staff")
                            .whenField("delivery", "post")
                            .needs("tracking"))
            .transition("hand-over", t -> t.from("open").to("given").by("staff").whenField("delivery", "counter"))
            .build();

    @Test
    void the_one_whose_conditions_hold_is_taken() {
        assertThat(OrderWalk.of(BY_DATA)
                        .place("customer", "delivery", "counter")
                        .go("hand-over", "staff")
                        .status())
                .isEqualTo("given");
    }

    @Test
    void where_one_fits_only_its_refusals_are_told() {
        OrderWalk walk = OrderWalk.of(BY_DATA).place("customer", "delivery", "post");

        assertThat(walk.explain(walk.no("hand-over", "staff"))).isEqualTo("Missing: tracking.");
    }

    @Test
    void what_another_alternative_lacks_is_not_told_where_one_fits() {
        OrderWalk walk = OrderWalk.of(desk().field(Field.of("code", FieldType.TEXT))
                        .transition(
                                "hand-over",
                                t -> t.from("open")
                                        .to("sent")
                                        .by("staff")
                                        .whenField("delivery", "post")
                                        .needs("tracking"))
                        .transition(
                                "hand-over",
                                t -> t.from("open")
                                        .to("given")
                                        .by("staff")
                                        .whenField("delivery", "counter")
                                        .needs("code"))
                        .build())
                .place("customer", "delivery", "post");

        assertThat(walk.explain(walk.no("hand-over", "staff"))).isEqualTo("Missing: tracking.");
    }

    @Test
    void a_field_of_another_alternative_is_not_taken() {
        OrderWalk walk = OrderWalk.of(BY_DATA).place("customer", "delivery", "counter");

        assertThat(walk.explain(walk.no("hand-over", "staff", "tracking", "T")))
                .isEqualTo("“hand-over” cannot set tracking to T.");
    }

    @Test
    void where_none_fits_the_refusals_of_all_are_told() {
        OrderWalk walk = OrderWalk.of(BY_DATA).place("customer", "delivery", "courier");

        assertThat(walk.explain(walk.no("hand-over", "staff", "tracking", "T")))
                .isEqualTo("“hand-over” cannot set tracking to T.");
    }

    @Test
    void a_condition_that_no_alternative_meets_is_told_for_each() {
        OrderWalk walk = OrderWalk.of(desk().transition(
                                "hand-over",
                                t -> t.from("open").to("sent").by("staff").whenField("delivery", "post"))
                        .transition(
                                "hand-over",
                                t -> t.from("open").to("given").by("staff").whenField("delivery", "counter"))
                        .build())
                .place("customer", "delivery", "courier");

        assertThat(walk.explain(walk.no("hand-over", "staff")))
                .isEqualTo("delivery must be post, but is courier. delivery must be counter, but is courier.");
    }

    @Test
    void a_field_that_decides_is_asked_for_once() {
        OrderWalk walk = OrderWalk.of(BY_DATA).place("customer");

        assertThat(walk.no("hand-over", "staff", "tracking", "T").reasons())
                .containsExactlyInAnyOrder(Reason.of(Reason.DATA_MISSING).with("fields", List.of("delivery")));
    }

    @Test
    void of_two_that_fit_the_first_is_taken() {
        Workflow workflow = desk().transition(
                        "hand-over", t -> t.from("open").to("sent").by("staff").within(TimeLimit.after("P1D")))
                .transition("hand-over", t -> t.from("open").to("given").by("staff"))
                .suppress("overlap", "the test is about it")
                .build();

        assertThat(OrderWalk.of(workflow)
                        .place("customer")
                        .go("hand-over", "staff")
                        .status())
                .isEqualTo("sent");
    }

    @Test
    void of_two_that_fit_the_second_is_taken_where_something_is_against_the_first() {
        Workflow workflow = desk().transition(
                        "hand-over", t -> t.from("open").to("sent").by("staff").needs("tracking"))
                .transition("hand-over", t -> t.from("open").to("given").by("staff"))
                .suppress("overlap", "the test is about it")
                .build();

        assertThat(OrderWalk.of(workflow)
                        .place("customer")
                        .go("hand-over", "staff")
                        .status())
                .isEqualTo("given");
    }

    @Test
    void roles_tell_alternatives_apart() {
        Workflow workflow = desk().transition(
                        "cancel", t -> t.from("open").to("sent").by("customer"))
                .transition("cancel", t -> t.from("open").to("given").by("staff"))
                .build();

        assertThat(OrderWalk.of(workflow)
                        .place("customer")
                        .go("cancel", "staff")
                        .status())
                .isEqualTo("given");
        assertThat(OrderWalk.of(workflow)
                        .place("customer")
                        .go("cancel", "customer")
                        .status())
                .isEqualTo("sent");
    }

    @Test
    void a_role_that_no_alternative_allows_is_told_the_roles_of_all() {
        Workflow workflow = desk().transition(
                        "cancel", t -> t.from("open").to("sent").by("customer"))
                .transition("cancel", t -> t.from("open").to("given").by("staff", "customer"))
                .suppress("overlap", "the test is about roles")
                .build();

        assertThat(OrderWalk.of(workflow)
                        .place("customer")
                        .no("cancel", "carrier")
                        .reasons()
                        .get(0)
                        .params())
                .containsEntry("allowed", List.of("customer", "staff"));
    }

    @Test
    void the_refusals_of_another_roles_alternative_are_not_told() {
        Workflow workflow = desk().transition(
                        "cancel", t -> t.from("open").to("sent").by("customer").needs("delivery"))
                .transition(
                        "cancel", t -> t.from("open").to("given").by("staff").needs("tracking"))
                .build();

        OrderWalk walk = OrderWalk.of(workflow).place("customer");

        assertThat(walk.explain(walk.no("cancel", "staff"))).isEqualTo("Missing: tracking.");
    }

    private static WorkflowBuilder<String, String> desk() {
        return Workflow.builder("desk")
                .field(Field.choice("delivery", "post", "counter", "courier"))
                .field(Field.of("tracking", FieldType.TEXT))
                .status("open", s -> {})
                .status("sent", s -> s.done())
                .status("given", s -> s.done())
                .status("lost", s -> s.done())
                .transition("place", t -> t.to("open").by("customer").takes("delivery"))
                .transition("lose", t -> t.from("open").to("lost").by("staff"));
    }

    @Test
    void what_is_available_tells_only_what_is_against_the_one_that_fits() {
        OrderWalk walk = OrderWalk.of(desk().transition(
                                "hand-over",
                                t -> t.from("open")
                                        .to("sent")
                                        .by("staff")
                                        .whenField("delivery", "post")
                                        .notBefore(TimeLimit.after("P1D")))
                        .transition(
                                "hand-over",
                                t -> t.from("open").to("given").by("staff").whenField("delivery", "counter"))
                        .build())
                .place("customer", "delivery", "post");

        assertThat(walk.can("hand-over", "staff").reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.TOO_EARLY);
    }
}
