package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckerSuppressionsTest {

    @Test
    void warnings_and_errors_can_be_suppressed() {
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
    void a_suppression_that_matches_nothing_is_reported() {
        assertThat(problems(counter().suppress("trapped-status", "who knows")))
                .containsExactly(
                        "suppress/0: warning: unused-suppression: there is no problem \"trapped-status\" to suppress: "
                                + "take this entry out");
    }

    @Test
    void a_misspelt_suppression_is_reported_with_the_code_that_was_meant() {
        assertThat(problems(counter()
                        .status("attic", s -> {})
                        .suppress("unreachable-status", "kept for old orders")
                        .suppress("traped-status", "who knows")))
                .containsExactly(
                        "suppress/1: warning: unused-suppression: there is no problem \"traped-status\" to suppress: "
                                + "did you mean \"trapped-status\"?");
    }

    @Test
    void two_suppressions_of_one_code_are_both_used() {
        assertThat(problems(counter()
                        .status("attic", s -> {})
                        .suppress("unreachable-status", "kept for old orders")
                        .suppress("unreachable-status", "said twice")))
                .isEmpty();
    }

    @Test
    void a_problem_with_which_nothing_can_run_is_not_suppressed() {
        assertThat(problems(counter()
                        .transition("vanish", t -> t.from("open").to("nowhere"))
                        .suppress("unknown-status", "it will come")))
                .contains(
                        "suppress/0: warning: unused-suppression: no workflow can run with \"unknown-status\": mend it, "
                                + "and take this entry out")
                .anyMatch(problem -> problem.contains(": error: unknown-status: "));
    }
}
