package dev.orderly.decision;

import static dev.orderly.decision.MarketplaceStall.placed;
import static dev.orderly.decision.MarketplaceStall.shipping;
import static dev.orderly.decision.MarketplaceStall.withIncidents;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Line;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Of several things in the way, those of the first kind are told. */
class KindsOfReasonsTest {

    private static final Guard NO = (order, request) -> Optional.of(Reason.of("never", "en", "Never."));

    @Test
    void an_unknown_event_comes_before_the_role() {
        assertThat(placed(t -> {}).no("sing", "carrier").code()).isEqualTo(Reason.UNKNOWN_EVENT);
    }

    @Test
    void the_status_comes_before_the_role() {
        assertThat(placed(t -> {}).go("close", "staff").no("ship", "carrier").code())
                .isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void the_role_comes_before_missing_data() {
        assertThat(everything().no("ship", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
    }

    @Test
    void missing_data_come_before_wrong_ones() {
        assertThat(everything().no("ship", "staff", "weight", "heavy").code()).isEqualTo(Reason.DATA_MISSING);
    }

    @Test
    void wrong_data_come_before_conditions() {
        assertThat(everything()
                        .no("ship", "staff", "tracking", "T", "weight", "heavy")
                        .code())
                .isEqualTo(Reason.DATA_INVALID);
    }

    @Test
    void conditions_come_before_lines() {
        assertThat(everything().no("ship", "staff", "tracking", "T").code()).isEqualTo(Reason.CONDITION_NOT_MET);
    }

    @Test
    void lines_come_before_cases() {
        assertThat(walk(KindsOfReasonsTest::allAtOnce, true, "prepaid")
                        .no("ship", "staff", "tracking", "T")
                        .code())
                .isEqualTo(Reason.LINE_NOT_AVAILABLE);
    }

    @Test
    void cases_come_before_times() {
        assertThat(walk(KindsOfReasonsTest::allAtOnce, false, "prepaid")
                        .no("ship", "staff", "tracking", "T")
                        .code())
                .isEqualTo(Reason.CASE_OPEN);
    }

    @Test
    void what_is_done_already_comes_before_times() {
        Workflow workflow = MarketplaceStall.stall()
                .transition(
                        "ship",
                        t -> t.from("open", "shipped")
                                .to("shipped")
                                .by("staff")
                                .once()
                                .within(TimeLimit.after("P1D")))
                .build();

        assertThat(OrderWalk.of(workflow)
                        .place("customer")
                        .go("ship", "staff")
                        .later("PT72H")
                        .no("ship", "staff")
                        .code())
                .isEqualTo(Reason.ALREADY_DONE);
    }

    @Test
    void too_early_comes_before_too_late() {
        Consumer<TransitionBuilder<String>> rule =
                t -> t.notBefore(TimeLimit.after("P2D")).within(TimeLimit.after("P1D"));

        assertThat(placed(rule).later("PT36H").no("ship", "staff").code()).isEqualTo(Reason.TOO_EARLY);
    }

    @Test
    void too_late_comes_before_guards() {
        Workflow workflow = shipping(
                        t -> t.by("staff").within(TimeLimit.after("P1D")).guard("no"))
                .build();

        assertThat(OrderWalk.of(workflow, Map.of("no", NO))
                        .place("customer")
                        .later("PT36H")
                        .no("ship", "staff")
                        .code())
                .isEqualTo(Reason.TOO_LATE);
    }

    @Test
    void guards_come_last() {
        Workflow workflow = shipping(t -> t.by("staff").guard("no")).build();

        assertThat(OrderWalk.of(workflow, Map.of("no", NO))
                        .place("customer")
                        .no("ship", "staff")
                        .code())
                .isEqualTo("never");
    }

    @Test
    void all_reasons_of_the_first_kind_are_told() {
        OrderWalk walk = placed(t -> t.takes("weight", "gift"));

        assertThat(walk.no("ship", "staff", "weight", "heavy", "gift", "perhaps", "colour", "red", "reason", "none")
                        .reasons())
                .extracting(reason -> reason.params().get("field"))
                .containsExactlyInAnyOrder("weight", "gift", null, "reason");
    }

    @Test
    void all_conditions_that_are_not_met_are_told() {
        OrderWalk walk =
                placed(t -> t.whenField("payment", "prepaid").whenField("gift", true), "payment", "cash", "gift", "no");

        assertThat(walk.no("ship", "staff").reasons())
                .extracting(reason -> reason.params().get("field"))
                .containsExactly("payment", "gift");
    }

    @Test
    void all_guards_that_object_are_told() {
        Workflow workflow = shipping(t -> t.by("staff").guard("no", "never")).build();
        Guard other = (order, request) -> Optional.of(Reason.of("not-today", "en", "Not today."));

        assertThat(OrderWalk.of(workflow, Map.of("no", NO, "never", other))
                        .place("customer")
                        .no("ship", "staff")
                        .reasons())
                .extracting(Reason::code)
                .containsExactly("never", "not-today");
    }

    private static void allAtOnce(TransitionBuilder<String> t) {
        t.by("staff")
                .needs("tracking")
                .whenField("payment", "prepaid")
                .linesAvailable()
                .noOpenCase()
                .notBefore(TimeLimit.after("P2D"))
                .within(TimeLimit.after("P1D"))
                .guard("no");
    }

    private static OrderWalk everything() {
        return walk(KindsOfReasonsTest::allAtOnce, true, "cash");
    }

    private static OrderWalk walk(Consumer<TransitionBuilder<String>> rule, boolean waits, String payment) {
        LocalDate out = LocalDate.parse(waits ? "2027-01-01" : "2026-01-01");
        return OrderWalk.of(withIncidents(shipping(rule)).build(), Map.of("no", NO))
                .ordering(Line.of("1", "Solaris", 1).withAvailableFrom(out))
                .place("customer", "payment", payment)
                .open("incident", "customer", "what", "late");
    }
}
