package dev.orderly.testkit.engine;

import static dev.orderly.testkit.engine.EngineScript.STAFF;
import static dev.orderly.testkit.engine.EngineScript.START;
import static dev.orderly.testkit.engine.EngineScript.plain;
import static dev.orderly.testkit.engine.EngineScript.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Action;
import dev.orderly.decision.Allowed;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.OrderState;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of {@link dev.orderly.decision.Engine#judge}: what an accepted request becomes. */
public abstract class VerdictContract extends EngineFixture {

    @Test
    void a_permitted_request_becomes_an_entry_and_moves_the_order() {
        EngineScript script = script(t -> t.takes("weight")).place().later("PT1H");

        script.go("ship", STAFF, "weight", "12.50");

        assertThat(script.entry().from()).isEqualTo("open");
        assertThat(script.entry().event()).isEqualTo("ship");
        assertThat(script.entry().to()).isEqualTo("shipped");
        assertThat(script.entry().actor()).isEqualTo(STAFF);
        assertThat(script.entry().at()).isEqualTo(script.now());
        assertThat(script.entry().data()).isEqualTo(Data.of("weight", new BigDecimal("12.5")));
        assertThat(script.order().status()).isEqualTo("shipped");
        assertThat(script.order().since()).isEqualTo(script.now());
    }

    @Test
    void a_verdict_names_the_transition_that_it_takes() {
        EngineScript script = script(t -> {}).place();

        assertThat(script.decider().judge(script.order(), script.request("ship", STAFF)))
                .isInstanceOfSatisfying(Allowed.class, permitted -> {
                    assertThat(permitted.transition().toString()).isEqualTo("ship: open → shipped");
                    assertThat(permitted.to()).isEqualTo("shipped");
                });
    }

    @Test
    void a_blank_text_counts_as_not_given() {
        assertThat(script(t -> t.needs("tracking")).place().objections("tracking", "  "))
                .containsExactly("data-missing");
    }

    @Test
    void a_value_out_of_bounds_is_refused_with_a_sentence() {
        EngineScript script =
                script(t -> t.takes("weight", "refund", "received")).place();

        assertThat(problem(script, "weight", "51")).isEqualTo("51 is more than 50");
        assertThat(problem(script, "refund", "50.01 EUR")).isEqualTo("50.01 EUR is more than 50 EUR");
        assertThat(problem(script, "refund", "5 PLN")).isEqualTo("5 PLN is not in EUR, the only currency allowed");
        assertThat(problem(script, "refund", "5.005 EUR")).isEqualTo("5.005 EUR has too many decimals: EUR has 2");
        assertThat(problem(script, "received", "2026-03-03")).isEqualTo("2026-03-03 is after today, 2026-03-02");
    }

    private static Object problem(EngineScript script, String field, String value) {
        List<Reason> reasons = script.no("ship", STAFF, field, value);
        assertThat(reasons).extracting(Reason::code).containsExactly(Reason.DATA_INVALID);
        return reasons.get(0).params().getOrDefault("problem", "");
    }

    @Test
    void today_is_the_day_of_the_request_and_bounds_no_value_that_the_order_has() {
        Workflow workflow = Workflow.builder("letters")
                .calendar(WorkCalendar.UTC.withZone(ZoneId.of("Asia/Tokyo")))
                .field(Field.of("wished", FieldType.DATE).withMin(FieldBound.today()))
                .status("open", s -> s.done())
                .transition("place", t -> t.to("open").takes("wished"))
                .transition("call", t -> t.from("open").takes("wished"))
                .build();
        EngineScript script = script(workflow, Map.of()).later("PT6H"); // 15:00 UTC, midnight in Tokyo

        script.place("wished", "2026-03-03").later("P1D").go("call", STAFF, "wished", "2026-03-03");

        assertThat(script.no("call", STAFF, "wished", "2026-03-02"))
                .extracting(Reason::code)
                .containsExactly(Reason.DATA_INVALID);
    }

    @Test
    void a_data_move_keeps_the_status_and_since_when() {
        EngineScript script = script(
                plain().transition("weigh", t -> t.from("open").by("staff").needs("weight"))
                        .build(),
                Map.of());

        script.place().later("PT1H").go("weigh", STAFF, "weight", 3);

        assertThat(script.order().status()).isEqualTo("open");
        assertThat(script.order().since()).isEqualTo(START);
        assertThat(script.order().fields().get("weight")).isEqualTo(new BigDecimal(3));
    }

    @Test
    void a_move_to_the_same_status_is_a_move() {
        EngineScript script = script(
                plain().transition("note", t -> t.from("open").to("open").by("staff"))
                        .build(),
                Map.of());

        script.place().later("PT1H").go("note", STAFF);

        assertThat(script.entry().to()).isEqualTo("open");
        assertThat(script.order().trail().steps()).hasSize(2);
    }

    @Test
    void data_choose_among_the_starts() {
        Workflow workflow = Workflow.builder("starts")
                .field(Field.choice("payment", "prepaid", "cash"))
                .status("unpaid", s -> s.done())
                .status("open", s -> s.done())
                .transition("place", t -> t.to("unpaid").whenField("payment", "prepaid"))
                .transition("place", t -> t.to("open").whenField("payment", "cash"))
                .build();

        assertThat(script(workflow, Map.of()).place("payment", "cash").order().status())
                .isEqualTo("open");
        assertThat(script(workflow, Map.of())
                        .place("payment", "prepaid")
                        .order()
                        .status())
                .isEqualTo("unpaid");
    }

    @Test
    void an_order_kept_outside_is_judged_by_a_view() {
        Decider decider = newDecider(shop(t -> t.needs("tracking")), Map.of());
        OrderState view = OrderState.of("17", "open", START);
        Request request = Request.of("ship", STAFF).withTime(START);

        assertThat(decider.judge(view, request)).isInstanceOf(Rejected.class);
        assertThat(decider.judge(view, request.with("tracking", "T-1"))).isInstanceOf(Allowed.class);
    }

    @Test
    void a_view_in_a_status_that_does_not_exist_gets_an_answer() {
        Decider decider = newDecider(shop(t -> {}), Map.of());
        OrderState lost = OrderState.of("17", "nowhere", START);

        assertThat(decider.judge(lost, Request.of("ship", STAFF).withTime(START)))
                .isInstanceOf(Rejected.class);
        assertThat(decider.available(lost, STAFF, START)).noneMatch(Action::isPossible);
    }
}
