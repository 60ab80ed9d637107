package dev.orderly.decision;

import static dev.orderly.decision.MarketplaceStall.placed;
import static dev.orderly.decision.MarketplaceStall.shipping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Line;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Limits of time, up to their very borders. The order is placed on Monday, 2 March 2026, 9:00 UTC. */
class TimesTest {

    @Test
    void within_allows_its_last_instant() {
        assertThat(placed(t -> t.within(TimeLimit.after("P14D")))
                        .at("2026-03-16T09:00:00Z")
                        .go("ship", "staff")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void within_refuses_the_instant_after() {
        assertThat(placed(t -> t.within(TimeLimit.after("P14D")))
                        .at("2026-03-16T09:00:00.000001Z")
                        .no("ship", "staff")
                        .code())
                .isEqualTo(Reason.TOO_LATE);
    }

    @Test
    void not_before_allows_its_instant() {
        assertThat(placed(t -> t.notBefore(TimeLimit.after("PT36H")))
                        .at("2026-03-03T21:00:00Z")
                        .go("ship", "staff")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void not_before_refuses_the_instant_before() {
        assertThat(placed(t -> t.notBefore(TimeLimit.after("PT36H")))
                        .at("2026-03-03T20:59:59.999999999Z")
                        .no("ship", "staff")
                        .code())
                .isEqualTo(Reason.TOO_EARLY);
    }

    @Test
    void after_allows_its_instant() {
        assertThat(expiring("P7D")
                        .at("2026-03-09T09:00:00Z")
                        .go("ship", "system")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void after_refuses_the_instant_before() {
        assertThat(expiring("P7D")
                        .at("2026-03-09T08:59:59.999999999Z")
                        .no("ship", "system")
                        .code())
                .isEqualTo(Reason.TOO_EARLY);
    }

    @Test
    void after_is_for_the_system_unless_said() {
        assertThat(expiring("P7D")
                        .at("2026-03-09T09:00:00Z")
                        .no("ship", "staff")
                        .code())
                .isEqualTo(Reason.ROLE_NOT_ALLOWED);
    }

    @Test
    void a_limit_counts_from_when_the_status_was_entered_and_not_from_data_moves() {
        OrderWalk walk = OrderWalk.of(shipping(t -> t.by("staff").within(TimeLimit.after("P1D")))
                        .transition("note", t -> t.from("open").by("staff").takes("reason"))
                        .build())
                .place("customer")
                .later("PT20H")
                .go("note", "staff", "reason", "asked");

        assertThat(walk.later("PT5H").no("ship", "staff").code()).isEqualTo(Reason.TOO_LATE);
    }

    @Test
    void a_limit_counts_from_the_last_time_of_its_event() {
        OrderWalk walk = OrderWalk.of(shipping(t -> t.by("staff").within(TimeLimit.after("P1D", "note")))
                        .transition("note", t -> t.from("open").by("staff").takes("reason"))
                        .build())
                .place("customer")
                .go("note", "staff")
                .later("PT20H")
                .go("note", "staff");

        assertThat(walk.later("PT24H").go("ship", "staff").status()).isEqualTo("shipped");
    }

    @Test
    void within_an_event_that_has_not_happened_refuses_nothing() {
        assertThat(placed(t -> t.within(TimeLimit.after("P1D", "close")))
                        .later("PT9999H")
                        .go("ship", "staff")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void not_before_an_event_that_has_not_happened_refuses() {
        assertThat(placed(t -> t.notBefore(TimeLimit.after("P1D", "close")))
                        .later("PT9999H")
                        .no("ship", "staff")
                        .code())
                .isEqualTo(Reason.TOO_EARLY);
    }

    @Test
    void a_date_that_says_the_start_means_the_whole_of_the_last_day_in_the_shops_zone() {
        Consumer<TransitionBuilder<String>> rule =
                t -> t.by("staff").within(TimeLimit.after("P2D", "place").datedBy("wish-day"));
        Workflow workflow = shipping(rule).zone("Europe/Warsaw").build();

        OrderWalk walk = OrderWalk.of(workflow).place("customer", "wish-day", "2026-03-05");

        assertThat(walk.at("2026-03-07T23:00:00Z").no("ship", "staff").code()).isEqualTo(Reason.TOO_LATE);
        assertThat(walk.at("2026-03-07T22:59:59Z").go("ship", "staff").status()).isEqualTo("shipped");
    }

    @Test
    void an_instant_that_says_the_start_is_taken_exactly() {
        Consumer<TransitionBuilder<String>> rule =
                t -> t.within(TimeLimit.after("P1D", "place").datedBy("ready-at"));

        OrderWalk walk = placed(rule, "ready-at", "2026-03-04T12:00:00Z");

        assertThat(walk.at("2026-03-05T12:00:01Z").no("ship", "staff").code()).isEqualTo(Reason.TOO_LATE);
        assertThat(walk.at("2026-03-05T12:00:00Z").go("ship", "staff").status()).isEqualTo("shipped");
    }

    @Test
    void without_its_date_the_event_itself_is_the_start() {
        OrderWalk walk = placed(t -> t.within(TimeLimit.after("P1D", "place").datedBy("ready-at")));

        assertThat(walk.at("2026-03-03T09:00:01Z").no("ship", "staff").code()).isEqualTo(Reason.TOO_LATE);
    }

    @Test
    void a_field_can_say_how_many_days() {
        OrderWalk walk = placed(t -> t.within(TimeLimit.after("days in days")), "days", 3);

        assertThat(walk.at("2026-03-05T09:00:01Z").no("ship", "staff").code()).isEqualTo(Reason.TOO_LATE);
        assertThat(walk.at("2026-03-05T09:00:00Z").go("ship", "staff").status()).isEqualTo("shipped");
    }

    @Test
    void without_the_number_of_days_within_refuses_nothing() {
        assertThat(placed(t -> t.within(TimeLimit.after("days in days")))
                        .later("PT9999H")
                        .go("ship", "staff")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void business_days_leave_out_the_weekend() {
        OrderWalk walk = placed(t -> t.within(TimeLimit.after("5 business days")));

        assertThat(walk.at("2026-03-09T09:00:01Z").no("ship", "staff").code()).isEqualTo(Reason.TOO_LATE);
        assertThat(walk.at("2026-03-09T09:00:00Z").go("ship", "staff").status()).isEqualTo("shipped");
    }

    @Test
    void a_start_at_the_cut_off_hour_still_counts_for_its_day() {
        OrderWalk walk = placed(t -> t.within(TimeLimit.after("P1D").cutOff(LocalTime.of(9, 0))));

        assertThat(walk.at("2026-03-04T00:00:00Z").no("ship", "staff").code()).isEqualTo(Reason.TOO_LATE);
        assertThat(walk.at("2026-03-03T23:59:59Z").go("ship", "staff").status()).isEqualTo("shipped");
    }

    @Test
    void a_start_after_the_cut_off_hour_counts_from_the_next_day() {
        assertThat(placed(t -> t.within(TimeLimit.after("P1D").cutOff(LocalTime.of(8, 59))))
                        .at("2026-03-04T23:59:59Z")
                        .go("ship", "staff")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void a_line_is_available_from_midnight_in_the_shops_zone() {
        Workflow workflow = shipping(t -> t.by("staff").linesAvailable())
                .zone("Europe/Warsaw")
                .build();
        OrderWalk walk = OrderWalk.of(workflow)
                .ordering(Line.of("1", "Solaris", 1).withAvailableFrom(LocalDate.parse("2026-03-05")))
                .place("customer");

        assertThat(walk.at("2026-03-04T22:59:59Z").no("ship", "staff").code()).isEqualTo(Reason.LINE_NOT_AVAILABLE);
        assertThat(walk.at("2026-03-04T23:00:00Z").go("ship", "staff").status()).isEqualTo("shipped");
    }

    @Test
    void something_can_happen_at_the_very_time_of_the_last_move() {
        assertThat(placed(t -> {}).go("ship", "staff").status()).isEqualTo("shipped");
    }

    @Test
    void nothing_happens_before_the_last_move() {
        Rejected rejected = placed(t -> {}).later("PT-0.000000001S").no("ship", "staff");

        assertThat(rejected.reasons().get(0).params()).containsEntry("kind", "out-of-order");
    }

    @Test
    void a_data_move_is_a_move_too() {
        OrderWalk walk = OrderWalk.of(shipping(t -> t.by("staff"))
                        .transition("note", t -> t.from("open").by("staff").takes("reason"))
                        .build())
                .place("customer")
                .later("PT2H")
                .go("note", "staff");

        assertThat(walk.later("PT-1H").no("ship", "staff").code()).isEqualTo(Reason.TOO_EARLY);
    }

    @Test
    void a_time_that_no_database_could_keep_is_refused() {
        OrderWalk walk = placed(t -> t.within(TimeLimit.after("P1D"))).at("+1000000000-12-31T23:59:59Z");

        assertThat(walk.explain(walk.no("ship", "staff")))
                .isEqualTo("time: +1000000000-12-31T23:59:59Z is not in the years 1 to 9999.");
    }

    private static OrderWalk expiring(String span) {
        return OrderWalk.of(shipping(t -> t.after(TimeLimit.after(span))).build())
                .place("customer");
    }
}
