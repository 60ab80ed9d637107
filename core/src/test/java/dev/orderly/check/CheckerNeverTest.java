package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static dev.orderly.check.Shops.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerNeverTest {

    private static WorkflowBuilder<String, String> bookstore() {
        return Workflow.builder("bookstore")
                .field(Field.choice("payment", "prepaid", "cash-on-delivery"))
                .field(Field.of("tracking", FieldType.TEXT))
                .status("awaiting-payment", s -> {})
                .status("in-progress", s -> {})
                .status("awaiting-packing", s -> {})
                .status("shipped", s -> s.done())
                .transition("place", t -> t.to("awaiting-payment").whenField("payment", "prepaid"))
                .transition("place", t -> t.to("in-progress").whenField("payment", "cash-on-delivery"))
                .transition("pay", t -> t.from("awaiting-payment").to("in-progress"))
                .transition("release", t -> t.from("in-progress").to("awaiting-packing"))
                .transition(
                        "ship", t -> t.from("awaiting-packing").to("shipped").has("tracking"))
                .neverWithout("shipped", "pay", FieldCondition.of("payment", "prepaid"));
    }

    @Test
    void a_never_rule_that_every_path_keeps_is_not_reported() {
        assertThat(problems(bookstore())).isEmpty();
    }

    @Test
    void a_prepaid_order_that_can_be_shipped_unpaid_is_shown_with_its_path() {
        assertThat(problems(bookstore()
                        .transition("skip", t -> t.from("awaiting-payment").to("in-progress"))))
                .containsExactly("never/0: error: never-broken: "
                        + "\"never reach shipped without pay when payment is prepaid\" is broken by a path: "
                        + "place (payment = prepaid) → skip → release → ship; "
                        + "restrict one of its steps, or change the rule");
    }

    @Test
    void data_that_change_on_the_way_violate_a_never_rule_as_well() {
        assertThat(problems(bookstore()
                        .transition("change", t -> t.from("in-progress").needs("payment"))))
                .containsExactly("never/0: error: never-broken: "
                        + "\"never reach shipped without pay when payment is prepaid\" is broken by a path: "
                        + "place (payment = cash-on-delivery) → change (payment = prepaid) → release → ship; "
                        + "restrict one of its steps, or change the rule");
    }

    @Test
    void data_that_change_in_the_status_itself_violate_a_never_rule_as_well() {
        assertThat(problems(
                        bookstore().transition("change", t -> t.from("shipped").needs("payment"))))
                .containsExactly("never/0: error: never-broken: "
                        + "\"never reach shipped without pay when payment is prepaid\" is broken by a path: "
                        + "place (payment = cash-on-delivery) → release → ship → change (payment = prepaid); "
                        + "restrict one of its steps, or change the rule");
    }

    @Test
    void an_alternative_that_an_earlier_one_always_wins_from_violates_no_never_rule() {
        assertThat(problems(bookstore()
                        .removeTransitions(t -> t.isInitial())
                        .transition(
                                "place",
                                t -> t.to("awaiting-payment")
                                        .whenField("payment", "prepaid")
                                        .needs("payment"))
                        .transition("place", t -> t.to("in-progress").needs("payment"))))
                .isEmpty();
    }

    @Test
    void an_alternative_that_wins_only_by_a_guard_may_lose_and_violate_a_never_rule() {
        assertThat(problems(bookstore()
                        .removeTransitions(t -> t.isInitial())
                        .transition(
                                "place",
                                t -> t.to("awaiting-payment")
                                        .whenField("payment", "prepaid")
                                        .needs("payment")
                                        .guard("open-hours"))
                        .transition("place", t -> t.to("in-progress").needs("payment"))))
                .singleElement()
                .asString()
                .contains("never-broken")
                .contains("place (payment = prepaid) → release → ship;");
    }

    @Test
    void the_event_that_enters_the_status_counts() {
        assertThat(problems(shop().neverWithout("shipped", "ship"))).isEmpty();
    }

    @Test
    void one_of_several_events_is_enough() {
        assertThat(problems(shop().never(new NeverRule("delivered", List.of("fly", "ship"), List.of(), List.of()))))
                .containsExactly("never/0/without: error: unknown-event: \"fly\" is no event of this workflow: "
                        + "correct it, or add a transition on it");
        assertThat(problems(counter()
                        .transition("shut", t -> t.from("open").to("closed"))
                        .never(new NeverRule("closed", List.of("shut", "close"), List.of(), List.of()))))
                .isEmpty();
    }

    @Test
    void an_event_after_which_a_status_is_out_of_reach() {
        assertThat(problems(shop().never(new NeverRule("cancelled", List.of(), List.of("ship"), List.of()))))
                .isEmpty();
        assertThat(problems(shop().transition("recall", t -> t.from("shipped").to("cancelled"))
                        .never(new NeverRule("cancelled", List.of(), List.of("deliver", "ship"), List.of()))))
                .containsExactly("never/0: error: never-broken: \"never reach cancelled after deliver or ship\" is "
                        + "broken by a path: place → ship → recall; restrict one of its steps, or change the rule");
    }

    @Test
    void a_rule_with_both_kinds_of_events_is_broken_by_either() {
        NeverRule rule = new NeverRule("closed", List.of("check"), List.of("spoil"), List.of());
        WorkflowBuilder<String, String> checked = counter()
                .status("checked", s -> {})
                .removeTransitions(t -> t.event().equals("close"))
                .transition("check", t -> t.from("open").to("checked"))
                .transition("close", t -> t.from("checked").to("closed"));

        assertThat(problems(checked.transition("spoil", t -> t.from("closed").to("checked"))
                        .never(rule)))
                .containsExactly("never/0: error: never-broken: \"never reach closed without check after spoil\" is "
                        + "broken by a path: place → check → close → spoil → close; "
                        + "restrict one of its steps, or change the rule");
        assertThat(problems(checked.removeTransitions(t -> t.event().equals("spoil"))
                        .transition("spoil", t -> t.from("open").to("closed"))))
                .containsExactly("never/0: error: never-broken: \"never reach closed without check after spoil\" is "
                        + "broken by a path: place → spoil; restrict one of its steps, or change the rule");
    }

    @Test
    void a_rule_without_events_forbids_the_status_to_such_orders() {
        WorkflowBuilder<String, String> rule = counter()
                .field(Field.of("gift", FieldType.YES_NO))
                .never(new NeverRule("closed", List.of(), List.of(), List.of(FieldCondition.of("gift", true))));

        assertThat(problems(rule.transition("wrap", t -> t.from("open").whenField("gift", false))))
                .isEmpty();
        assertThat(problems(rule.transition("wrap", t -> t.from("open").takes("gift"))))
                .containsExactly("never/0: error: never-broken: \"never reach closed when gift is true\" is broken by "
                        + "a path: place → wrap (gift = true) → close; "
                        + "restrict one of its steps, or change the rule");
    }

    @Test
    void conditions_of_a_rule_must_suit_their_fields() {
        assertThat(problems(bookstore().neverWithout("shipped", "pay", FieldCondition.of("payment", "prepayed"))))
                .containsExactly("never/1/when/payment: error: wrong-condition: field payment can never have this "
                        + "value: \"prepayed\" is none of prepaid, cash-on-delivery; did you mean \"prepaid\"?");
    }
}
