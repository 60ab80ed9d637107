package dev.orderly.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TenMistakesTest {

    @Test
    void ten_different_mistakes_are_ten_problems_in_one_run_each_at_its_location() {
        assertThat(Reading.problems("shop.yaml", """
                        workflow: shop
                        version: one
                        fields:
                          payment: { type: choice, of: [prepaid, cash] }
                          amount: { type: numbr, min: 1 }
                          reason: { type: text, lable: { en: Reason } }
                        statuses:
                          new: {}
                          paid: { due: 2 days }
                          sent: {}
                          done: { done: true }
                        transitions:
                          - { on: place, to: new, needs: payment, takes: amount }
                          - { on: pay, from: new, to: paied, by: [staff, robot] }
                          - { on: ship, from: paid, to: sent, when: { payment: prepaied }, takes: [reason, weight] }
                          - { on: deliver, from: sent, to: done, once: sometimes }
                          - { from: sent, to: done }
                        """))
                .containsExactly(
                        "shop.yaml:2:10: error: invalid-value: "
                                + "\"version\" of the workflow: \"one\" is no whole number from 1",
                        "shop.yaml:5:19: error: invalid-value: "
                                + "\"numbr\" is no type of a field: did you mean \"number\"?",
                        "shop.yaml:6:25: error: unknown-key: "
                                + "\"lable\" is no key of the field \"reason\": did you mean \"label\"?",
                        "shop.yaml:9:16: error: invalid-value: "
                                + "\"due\" of the status \"paid\": \"2 days\" is no length of time: write P14D for 14 days, "
                                + "PT36H for 36 hours, \"7 business days\" or \"days in FIELD\"",
                        "shop.yaml:14:31: error: unknown-status: "
                                + "\"paied\" is no status of this workflow: did you mean \"paid\"?",
                        "shop.yaml:14:38: error: unknown-role: "
                                + "\"robot\" is no role of this workflow: correct it, or declare it under \"roles\"",
                        "shop.yaml:15:47: error: wrong-condition: field payment can never have this value: "
                                + "\"prepaied\" is none of prepaid, cash; did you mean \"prepaid\"?",
                        "shop.yaml:15:68: error: unknown-field: "
                                + "\"weight\" is no field of this workflow: correct it, or declare it under \"fields\"",
                        "shop.yaml:16:48: error: wrong-type: "
                                + "\"once\" of the transition \"deliver\" must be true or false, but is \"sometimes\"",
                        "shop.yaml:17:5: error: missing-key: the transition needs the key \"on\"");
    }

    @Test
    void where_only_the_meaning_is_wrong_what_follows_for_the_paths_is_reported_too() {
        assertThat(Reading.shopWith("  sent: {", "  lost: {}\n  sent: {"))
                .containsExactly("shop.yaml:8:3: warning: unreachable-status: "
                        + "no path leads to status lost: add a transition to it, or remove it");
    }

    @Test
    void mistakes_of_shape_of_names_and_of_paths_are_reported_together() {
        assertThat(Reading.problems("shop.yaml", """
                        workflow: shop
                        version: 1
                        langauges: [en]
                        fields:
                          payment: { type: choice, of: [prepaid, cash] }
                        statuses:
                          new:    {}
                          limbo:  {}
                          island: { done: true }
                          done:   { done: true }
                        transitions:
                          - { on: place, to: new, by: customer, needs: payment }
                          - { on: lose, from: new, to: limbo, by: staff }
                          - { on: finish, from: new, to: done, by: stuff }
                          - { from: new, to: done, by: staff }
                        never:
                          - { reach: done, without: finish, when: { payment: cash } }
                        """))
                .extracting(problem -> problem.replaceFirst("^(\\S+ \\w+: \\S+): .*", "$1"))
                .containsExactly(
                        "shop.yaml:3:1: error: unknown-key",
                        "shop.yaml:8:3: error: trapped-status",
                        "shop.yaml:9:3: warning: unreachable-status",
                        "shop.yaml:14:44: error: unknown-role",
                        "shop.yaml:15:5: error: missing-key");
    }

    @Test
    void an_empty_list_is_a_mistake_and_not_everybody_or_everywhere() {
        assertThat(Reading.problems("shop.yaml", """
                        workflow: shop
                        version: 1
                        roles: []
                        statuses:
                          new:  {}
                          done: { done: true }
                        transitions:
                          - { on: place, to: new, by: [] }
                          - { on: finish, from: [], to: done }
                          - { on: close, from: new, to: done }
                        """))
                .containsExactly(
                        "shop.yaml:3:8: error: invalid-value: \"roles\" of the workflow is an empty list: "
                                + "name something, or leave the key out",
                        "shop.yaml:8:31: error: invalid-value: \"by\" of the transition \"place\" is an empty list: "
                                + "name something, or leave the key out",
                        "shop.yaml:9:25: error: invalid-value: \"from\" of the transition \"finish\" is an empty list: "
                                + "name something, or leave the key out");
    }
}
