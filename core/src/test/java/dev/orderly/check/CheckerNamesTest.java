package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static dev.orderly.check.Shops.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Carrier;
import dev.orderly.workflow.ConversationRules;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.TimeLimit;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerNamesTest {

    @Test
    void a_misspelt_target_is_reported_with_the_status_that_was_meant_and_nothing_follows_from_it() {
        assertThat(problems(counter().transition("drop", t -> t.from("open").to("closd"))))
                .containsExactly("transitions/2/to: error: unknown-status: "
                        + "\"closd\" is no status of this workflow: did you mean \"closed\"?");
    }

    @Test
    void a_misspelt_source_counts_as_the_status_that_was_meant() {
        assertThat(problems(shop().removeTransitions(t -> t.event().equals("deliver"))
                        .transition("deliver", t -> t.from("shiped").to("delivered"))))
                .containsExactly("transitions/3/from: error: unknown-status: "
                        + "\"shiped\" is no status of this workflow: did you mean \"shipped\"?");
    }

    @Test
    void a_status_like_no_other_is_reported_with_what_to_do() {
        assertThat(problems(counter()
                        .transition("drop", t -> t.from("open", "nirvana").to("limbo"))))
                .containsExactly(
                        "transitions/2/from: error: unknown-status: \"nirvana\" is no status of this workflow: "
                                + "correct it, or declare it under \"statuses\"",
                        "transitions/2/to: error: unknown-status: \"limbo\" is no status of this workflow: "
                                + "correct it, or declare it under \"statuses\"");
    }

    @Test
    void a_way_to_an_unknown_status_is_taken_for_a_way_out() {
        assertThat(problems(counter()
                        .removeTransitions(t -> t.event().equals("close"))
                        .transition("drop", t -> t.from("open").to("limbo"))))
                .containsExactly(
                        "statuses/closed: warning: unreachable-status: no path leads to status closed: "
                                + "add a transition to it, or remove it",
                        "transitions/1/to: error: unknown-status: \"limbo\" is no status of this workflow: "
                                + "correct it, or declare it under \"statuses\"");
    }

    @Test
    void unknown_fields_are_reported_wherever_a_transition_names_them() {
        assertThat(problems(counter()
                        .transition(
                                "note",
                                t -> t.from("open")
                                        .needs("a1")
                                        .has("b2")
                                        .takes("c3")
                                        .checklist("d4")
                                        .whenField("e5", "x")
                                        .whenField(FieldCondition.present("f6")))))
                .containsExactly(
                        "transitions/2/when/e5: error: unknown-field: \"e5\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"",
                        "transitions/2/when/f6: error: unknown-field: \"f6\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"",
                        "transitions/2/needs: error: unknown-field: \"a1\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"",
                        "transitions/2/has: error: unknown-field: \"b2\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"",
                        "transitions/2/takes: error: unknown-field: \"c3\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"",
                        "transitions/2/checklist: error: unknown-field: \"d4\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"");
    }

    @Test
    void a_misspelt_field_counts_as_the_one_that_was_meant() {
        assertThat(problems(counter()
                        .field(Field.of("colour", FieldType.TEXT))
                        .transition("paint", t -> t.from("open").needs("color"))))
                .containsExactly("transitions/2/needs: error: unknown-field: "
                        + "\"color\" is no field of this workflow: did you mean \"colour\"?");
    }

    @Test
    void unknown_roles_are_reported_whether_they_act_or_are_notified() {
        assertThat(problems(counter()
                        .transition(
                                "note",
                                t -> t.from("open").by("staf", "robot").notifying(NotificationRule.of("buyer")))))
                .containsExactly(
                        "transitions/2/by: error: unknown-role: "
                                + "\"staf\" is no role of this workflow: did you mean \"staff\"?",
                        "transitions/2/by: error: unknown-role: \"robot\" is no role of this workflow: "
                                + "correct it, or declare it under \"roles\"",
                        "transitions/2/notify: error: unknown-role: \"buyer\" is no role of this workflow: "
                                + "correct it, or declare it under \"roles\"");
    }

    @Test
    void a_deadline_asks_for_the_role_system_once() {
        assertThat(problems(counter()
                        .roles("customer", "staff")
                        .transition("expire", t -> t.from("open").to("closed").after(TimeLimit.after("P1D")))))
                .containsExactly("transitions/2/after: error: unknown-role: the deadline of \"expire\" fires as role "
                        + "system, which is not declared: add it under \"roles\"");
    }

    @Test
    void the_role_system_is_like_any_other_where_there_is_no_deadline() {
        assertThat(problems(counter()
                        .roles("customer", "staff")
                        .transition("note", t -> t.from("open").by("system"))))
                .containsExactly("transitions/2/by: error: unknown-role: \"system\" is no role of this workflow: "
                        + "correct it, or declare it under \"roles\"");
    }

    @Test
    void a_deadline_of_others_does_not_excuse_their_unknown_roles() {
        assertThat(problems(counter()
                        .roles("customer", "staff", "system")
                        .transition(
                                "expire",
                                t -> t.from("open")
                                        .to("closed")
                                        .by("system", "robot")
                                        .after(TimeLimit.after("P1D")))))
                .containsExactly("transitions/2/by: error: unknown-role: \"robot\" is no role of this workflow: "
                        + "correct it, or declare it under \"roles\"");
    }

    @Test
    void unknown_events_are_reported_in_labels_limits_and_rules() {
        assertThat(problems(counter()
                        .status("open", s -> s.due(TimeLimit.after("P1D", "paid")))
                        .eventLabel("clos", "en", "Close")
                        .transition(
                                "note",
                                t -> t.from("open")
                                        .within(TimeLimit.after("P1D", "shut"))
                                        .notBefore(TimeLimit.after("P1D", "open-up")))
                        .transition("expire", t -> t.from("open").to("closed").after(TimeLimit.after("P1D", "placed")))
                        .never(new NeverRule("closed", List.of("plaice"), List.of("note", "nota"), List.of()))))
                .containsExactly(
                        "statuses/open/due/of: error: unknown-event: \"paid\" is no event of this workflow: "
                                + "correct it, or add a transition on it",
                        "events/clos: error: unknown-event: "
                                + "\"clos\" is no event of this workflow: did you mean \"close\"?",
                        "transitions/2/not-before/of: error: unknown-event: \"open-up\" is no event of this workflow: "
                                + "correct it, or add a transition on it",
                        "transitions/2/within/of: error: unknown-event: \"shut\" is no event of this workflow: "
                                + "correct it, or add a transition on it",
                        "transitions/3/after/of: error: unknown-event: "
                                + "\"placed\" is no event of this workflow: did you mean \"place\"?",
                        "never/0/without: error: unknown-event: "
                                + "\"plaice\" is no event of this workflow: did you mean \"place\"?",
                        "never/0/after: error: unknown-event: "
                                + "\"nota\" is no event of this workflow: did you mean \"note\"?",
                        "never/0: error: never-broken: \"never reach closed without plaice after note or nota\" is "
                                + "broken by a path: place → note → close; restrict one of its steps, or change the "
                                + "rule");
    }

    @Test
    void a_rule_about_names_that_mean_nothing_is_not_tried() {
        assertThat(problems(counter()
                        .never(new NeverRule("nirvana", List.of(), List.of(), List.of()))
                        .never(new NeverRule("closed", List.of("prayer"), List.of(), List.of()))
                        .never(new NeverRule("closed", List.of(), List.of("sermon"), List.of()))
                        .never(new NeverRule(
                                "closed", List.of(), List.of(), List.of(FieldCondition.of("soul", "pure"))))))
                .containsExactly(
                        "never/0/reach: error: unknown-status: \"nirvana\" is no status of this workflow: "
                                + "correct it, or declare it under \"statuses\"",
                        "never/1/without: error: unknown-event: \"prayer\" is no event of this workflow: "
                                + "correct it, or add a transition on it",
                        "never/2/after: error: unknown-event: \"sermon\" is no event of this workflow: "
                                + "correct it, or add a transition on it",
                        "never/3/when/soul: error: unknown-field: \"soul\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"");
    }

    @Test
    void an_unknown_customer_status_is_reported() {
        assertThat(problems(counter()
                        .status("open", s -> s.shownAs("underway"))
                        .customerStatus("under-way", LocalText.EMPTY, LocalText.EMPTY)))
                .containsExactly("statuses/open/shown-as: error: unknown-customer-status: "
                        + "\"underway\" is no customer status of this workflow: did you mean \"under-way\"?");
    }

    @Test
    void parcels_name_a_field_and_a_carrier_that_exist() {
        assertThat(problems(counter()
                        .carrier(new Carrier("inpost", "InPost", "https://inpost.example/{number}"))
                        .parcels(new ParcelFields("waybill", "courier", "impost"))))
                .containsExactly(
                        "parcels/number: error: unknown-field: \"waybill\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"",
                        "parcels/carrier: error: unknown-field: \"courier\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"",
                        "parcels/default-carrier: error: unknown-carrier: "
                                + "\"impost\" is no carrier of this workflow: did you mean \"inpost\"?");
    }

    @Test
    void a_conversation_is_between_roles_that_exist() {
        assertThat(problems(counter().conversation(ConversationRules.of("customer", "sellr", "pope"))))
                .containsExactly(
                        "conversation/between: error: unknown-role: \"sellr\" is no role of this workflow: "
                                + "did you mean \"seller\"?",
                        "conversation/between: error: unknown-role: \"pope\" is no role of this workflow: "
                                + "correct it, or declare it under \"roles\"");
    }

    @Test
    void parcels_that_name_only_a_number_need_no_carrier() {
        assertThat(problems(shop().parcels(new ParcelFields("tracking", null, null))))
                .isEmpty();
    }
}
