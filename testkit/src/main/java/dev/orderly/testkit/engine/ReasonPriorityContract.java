package dev.orderly.testkit.engine;

import static dev.orderly.testkit.engine.EngineScript.CUSTOMER;
import static dev.orderly.testkit.engine.EngineScript.STAFF;
import static dev.orderly.testkit.engine.EngineScript.START;
import static dev.orderly.testkit.engine.EngineScript.plain;
import static dev.orderly.testkit.engine.EngineScript.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The contract of an engine about refusals: where several things are in the way, the reasons are those of the first
 * kind that applies.
 */
public abstract class ReasonPriorityContract extends EngineFixture {

    /** Everything that can be in the way but data, each of which the next examples take away. */
    private EngineScript everything(String day, String payment) {
        Workflow workflow = shop(t -> t.needs("tracking")
                .whenField("payment", "prepaid")
                .linesAvailable()
                .noOpenCase()
                .notBefore(TimeLimit.after("P2D"))
                .within(TimeLimit.after("P1D"))
                .guard("no"));
        return script(workflow, Map.of("no", NO)).orderingFrom(day).place("payment", payment);
    }

    @Test
    void an_order_that_is_not_there_is_unknown() {
        Decider decider = newDecider(shop(t -> {}), Map.of());

        assertThat(EngineScript.refused(
                        decider.place("17", Request.of("ship", CUSTOMER).withTime(START))))
                .extracting(Reason::code)
                .containsExactly("unknown-order");
    }

    @Test
    void an_unknown_event_comes_before_the_role() {
        assertThat(script(t -> {}).place().no("sing", CUSTOMER))
                .extracting(Reason::code)
                .containsExactly("unknown-event");
    }

    @Test
    void a_start_comes_once() {
        assertThat(script(t -> {}).place().no("place", CUSTOMER))
                .extracting(Reason::code)
                .containsExactly("already-placed");
    }

    @Test
    void the_status_comes_before_the_role_and_says_what_is_possible() {
        List<Reason> reasons = script(t -> {}).place().go("ship", STAFF).no("ship", CUSTOMER);

        assertThat(reasons).extracting(Reason::code).containsExactly("not-in-status");
        assertThat(reasons.get(0).params())
                .containsEntry("status", "shipped")
                .containsEntry("possible", List.of("close"));
    }

    @Test
    void the_role_comes_before_missing_data_and_says_who_may() {
        List<Reason> reasons = everything("2027-01-01", "cash").no("ship", CUSTOMER);

        assertThat(reasons).extracting(Reason::code).containsExactly("role-not-allowed");
        assertThat(reasons.get(0).params())
                .containsEntry("role", "customer")
                .containsEntry("allowed", List.of("staff"));
    }

    @Test
    void missing_data_come_before_wrong_ones() {
        assertThat(everything("2027-01-01", "cash").objections("weight", "heavy"))
                .containsExactly("data-missing");
    }

    @Test
    void wrong_data_come_before_conditions() {
        assertThat(everything("2027-01-01", "cash").objections("tracking", "T", "weight", "heavy", "colour", "red"))
                .containsExactly("data-invalid", "data-invalid");
    }

    @Test
    void data_that_the_transition_does_not_take_are_wrong() {
        assertThat(script(t -> {}).place("weight", 3).objections("weight", 4)).containsExactly("data-invalid");
    }

    @Test
    void conditions_come_before_lines() {
        assertThat(everything("2027-01-01", "cash").objections("tracking", "T")).containsExactly("condition-not-met");
    }

    @Test
    void lines_come_before_cases() {
        assertThat(everything("2027-01-01", "prepaid").open().objections("tracking", "T"))
                .containsExactly("line-not-available");
    }

    @Test
    void cases_come_before_times() {
        assertThat(everything("2026-01-01", "prepaid").open().objections("tracking", "T"))
                .containsExactly("case-open");
    }

    @Test
    void what_is_done_already_comes_before_times() {
        EngineScript script = script(
                plain().transition(
                                "ship",
                                t -> t.from("open")
                                        .to("open")
                                        .by("staff")
                                        .once()
                                        .within(TimeLimit.after("P1D")))
                        .build(),
                Map.of());

        assertThat(script.place().go("ship", STAFF).later("PT72H").objections()).containsExactly("already-done");
    }

    @Test
    void too_early_comes_before_too_late() {
        assertThat(everything("2026-01-01", "prepaid").later("PT36H").objections("tracking", "T"))
                .containsExactly("too-early");
    }

    @Test
    void too_late_comes_before_guards() {
        assertThat(everything("2026-01-01", "prepaid").later("PT72H").objections("tracking", "T"))
                .containsExactly("too-late");
    }

    @Test
    void the_reasons_of_all_guards_come_last() {
        EngineScript script = script(
                shop(t -> t.guard("one", "two", "three")),
                Map.of("one", objecting("first"), "two", YES, "three", objecting("third")));

        assertThat(script.place().objections()).containsExactly("first", "third");
    }

    @Test
    void every_condition_that_is_not_met_is_a_reason() {
        EngineScript script = script(t -> t.whenField("payment", "prepaid").whenField("gift", true));

        assertThat(script.place("payment", "cash", "gift", "no").no("ship", STAFF))
                .extracting(reason -> reason.params().get("field"))
                .containsExactly("payment", "gift");
    }
}
