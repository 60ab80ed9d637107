package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckerSuppressionsTest {

    @Test
    void warnings_and_errors_can_be_allowed() {
        assertThat(problems(counter()
                        .status("attic", s -> {})
                        .status("cellar", s -> {})
                        .transition("store", t -> t.from("open").to("attic"))
                        .suppress("trapped-status", "orders here are archived by hand")
                        .suppress("unreachable-status", "kept for old orders")))
                .isEmpty();
    }

    @Test
    void other_problems_stay() {
        assertThat(Checker.check(counter()
                        .status("attic", s -> {})
                        .status("cellar", s -> {})
                        .transition("store", t -> t.from("open").to("attic"))
                        .suppress("trapped-status", "orders here are archived by hand")
                        .build()))
                .extracting(Problem::code)
                .containsExactly("unreachable-status");
    }

    @Test
    void an_allowance_that_allows_nothing_is_reported() {
        assertThat(problems(counter().suppress("trapped-status", "who knows")))
                .containsExactly("allow/0: warning: unused-allowance: there is no problem \"trapped-status\" to allow: "
                        + "take this entry out");
    }

    @Test
    void a_misspelt_allowance_is_reported_with_the_code_that_was_meant() {
        assertThat(problems(counter()
                        .status("attic", s -> {})
                        .suppress("unreachable-status", "kept for old orders")
                        .suppress("traped-status", "who knows")))
                .containsExactly("allow/1: warning: unused-allowance: there is no problem \"traped-status\" to allow: "
                        + "did you mean \"trapped-status\"?");
    }

    @Test
    void two_allowances_of_one_code_are_both_used() {
        assertThat(problems(counter()
                        .status("attic", s -> {})
                        .suppress("unreachable-status", "kept for old orders")
                        .suppress("unreachable-status", "said twice")))
                .isEmpty();
    }

    @Test
    void a_problem_with_which_nothing_can_run_is_not_allowed() {
        assertThat(problems(counter()
                        .transition("vanish", t -> t.from("open").to("nowhere"))
                        .suppress("unknown-status", "it will come")))
                .contains("allow/0: warning: unused-allowance: no workflow can run with \"unknown-status\": mend it, "
                        + "and take this entry out")
                .anyMatch(problem -> problem.contains(": error: unknown-status: "));
    }
}
