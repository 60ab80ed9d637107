package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static dev.orderly.check.Shops.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerCasesTest {

    @Test
    void problems_of_a_case_are_found_where_the_case_is() {
        assertThat(problems(shop().caseType(
                                "incident",
                                LocalText.EMPTY,
                                counter()
                                        .transition(
                                                "reopen", t -> t.from("closd").to("open"))
                                        .build(),
                                List.of("shipped"))))
                .containsExactly("cases/incident/transitions/2/from: error: unknown-status: "
                        + "\"closd\" is no status of this workflow: did you mean \"closed\"?");
    }

    @Test
    void a_problem_of_a_whole_case_is_at_the_case() {
        var many = counter();
        for (int i = 0; i < 70; i++) {
            String field = "f" + i;
            many.field(Field.of(field, FieldType.YES_NO))
                    .transition("set", t -> t.from("open").whenField(field, true));
        }

        assertThat(Checker.check(shop().caseType("incident", LocalText.EMPTY, many.build(), List.of("shipped"))
                        .build()))
                .extracting(Problem::path)
                .containsExactly("cases/incident");
    }

    @Test
    void a_case_is_opened_in_statuses_that_exist() {
        assertThat(problems(
                        shop().caseType("incident", LocalText.EMPTY, counter().build(), List.of("new", "shiped"))))
                .containsExactly("cases/incident/open-in: error: unknown-status: "
                        + "\"shiped\" is no status of this workflow: did you mean \"shipped\"?");
    }

    @Test
    void a_case_shares_the_order_s_languages_and_roles() {
        var ticket = counter()
                .roles("nobody")
                .languages("xx")
                .status("open", s -> s.label("pl", "Otwarte"))
                .status("closed", s -> s.done().label("pl", "Zamknięte"))
                .removeTransitions(t -> true)
                .transition("place", t -> t.to("open").by("owl"))
                .transition("close", t -> t.from("open").to("closed").by("nobody"));

        assertThat(problems(shop().languages("pl")
                        .roles("customer", "staff", "carrier", "owl")
                        .caseType("incident", LocalText.EMPTY, ticket.build(), List.of("shipped"))))
                .containsExactly("cases/incident/transitions/1/by: error: unknown-role: "
                        + "\"nobody\" is no role of this workflow: correct it, or declare it under \"roles\"");
    }

    @Test
    void cases_are_sorted_as_they_are_declared() {
        var broken = counter().status("attic", s -> {}).build();

        assertThat(Checker.check(shop().caseType("z", LocalText.EMPTY, broken, List.of("new"))
                        .caseType("a", LocalText.EMPTY, broken, List.of("old"))
                        .build()))
                .extracting(Problem::path)
                .containsExactly("cases/z/statuses/attic", "cases/a/open-in", "cases/a/statuses/attic");
    }

    @Test
    void what_an_order_s_workflow_suppresses_is_suppressed_in_its_cases() {
        var broken = counter().status("attic", s -> {}).build();

        assertThat(problems(shop().caseType("z", LocalText.EMPTY, broken, List.of("new"))
                        .suppress("unreachable-status", "kept for old cases")))
                .isEmpty();
    }

    @Test
    void a_case_cannot_ask_for_what_only_an_order_has() {
        var greedy = counter()
                .transition("again", t -> t.from("open").linesAvailable().noOpenCase())
                .build();

        assertThat(problems(shop().caseType("z", LocalText.EMPTY, greedy, List.of("new"))))
                .anyMatch(p -> p.endsWith("/lines-available: error: wrong-condition: a case has no lines of its own: "
                        + "ask for them on a transition of the order"))
                .anyMatch(p -> p.endsWith("/no-open-case: error: wrong-condition: a case has no cases of its own: "
                        + "ask for that on a transition of the order"));
    }
}
