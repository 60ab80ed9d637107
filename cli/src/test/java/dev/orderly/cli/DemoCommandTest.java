package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    private final Cli answer = Cli.run("demo");

    @Test
    void it_tells_of_every_preset() {
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(Presets.names())
                .allSatisfy(name -> assertThat(answer.out().lines()).anyMatch(line -> line.startsWith(name + ": ")));
    }

    @Test
    void it_fits_in_100_columns_without_colours_where_there_is_no_terminal() {
        assertThat(answer.out()).doesNotContain("\u001b");
        assertThat(answer.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void a_step_shows_when_what_both_labels_and_who() {
        assertThat(answer.out().lines())
                .containsSubsequence(
                        "  2026-05-04 10:15  pay                W trakcie realizacji · In progress",
                        "                                       by platform");
    }

    @Test
    void an_order_says_what_it_costs() {
        assertThat(answer.out())
                .contains("1 × Atlas ptaków at PLN\u00a039.90; 1 × Kroniki nadrzeczne at")
                .contains("PLN\u00a044.90 (from 2026-05-20); together PLN\u00a084.80");
    }

    @Test
    void a_title_that_is_not_out_yet_holds_the_parcel_back_in_both_languages() {
        assertThat(answer.out().lines())
                .containsSubsequence(
                        "  2026-05-06 09:10  ship               refused: line-not-available",
                        "                                       Jeszcze niedostępne: Kroniki nadrzeczne (2026-05-20).",
                        "                                       Not available yet: Kroniki nadrzeczne (2026-05-20).",
                        "  2026-05-20 08:30  ship               Zrealizowane · Fulfilled");
    }

    @Test
    void a_step_shows_which_units_moved_and_what_followed_by_itself() {
        assertThat(answer.out().lines())
                .containsSubsequence(
                        "                                       1 × Atlas ptaków: Ordered → On the way",
                        "  2026-05-05 09:10  some-sent          Częściowo wysłane · Partly sent",
                        "                                       by system, with the step before",
                        "                                       1 × Listy z północy: Ordered → Cancelled",
                        "  2026-05-05 11:01  cancel             refused: not-so-many",
                        "  2026-05-20 08:30  all-sent           Zrealizowane · Fulfilled",
                        "  2026-05-29 12:10  refund             refused: out-of-bounds");
    }

    @Test
    void each_shop_has_its_own_refusals_and_deadlines() {
        assertThat(answer.out())
                .contains("refused: too-late", "refused: already-done", "refused: case-open")
                .contains("expire-acceptance  Odrzucono · Refused", "expire             Отменено · Cancelled")
                .contains("Παραλήφθηκε από τον Πελάτη", "PROCESSED");
    }
}
