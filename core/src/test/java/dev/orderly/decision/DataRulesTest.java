package dev.orderly.decision;

import static dev.orderly.decision.MarketplaceStall.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which data a request can bring. */
class DataRulesTest {

    @Test
    void texts_are_read_as_their_fields_types() {
        OrderWalk walk = OrderWalk.of(MarketplaceStall.plain().build())
                .place(
                        "customer",
                        "weight",
                        "2.50",
                        "gift",
                        "yes",
                        "wish-day",
                        "2026-03-09",
                        "ready-at",
                        "2026-03-09T10:00:00+01:00",
                        "price",
                        "12.50 EUR");

        assertThat(walk.order().fields().asMap())
                .containsEntry("weight", new BigDecimal("2.5"))
                .containsEntry("gift", true)
                .containsEntry("wish-day", LocalDate.parse("2026-03-09"))
                .containsEntry("ready-at", Instant.parse("2026-03-09T09:00:00Z"))
                .containsEntry("price", Money.parse("12.5 EUR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight | 0 | Weight: 0 is less than 1.",
                "weight | 51 | Weight: 51 is more than 50.",
                "weight | 1e999999999 | Weight: a number of more than 50 digits is not supported.",
                "payment | stones | Payment: \"stones\" is none of prepaid, cash.",
                "gift | perhaps | Gift: \"perhaps\" is not true or false.",
                "wish-day | tomorrow | Wish day: \"tomorrow\" is not a date such as 2026-05-31.",
                "wish-day | +999999999-12-31 | Wish day: \"+999999999-12-31\" is not in the years 1 to 9999.",
                "ready-at | 2026-03-09 | Ready at: \"2026-03-09\" is not a time such as 2026-05-31T10:15:30Z.",
                "ready-at | +20000-01-01T00:00:00Z | Ready at: \"+20000-01-01T00:00:00Z\" is not in the years 1 to 9999.",
                "price | 12,50 | Price: \"12,50\" is no amount of money: write it as 12.50 EUR.",
                "price | 39.905 PLN | Price: 39.905 PLN has too many decimals: PLN has 2.",
                "price | 1500.5 JPY | Price: 1500.5 JPY has too many decimals: JPY has none."
            })
    void a_value_that_cannot_be_read_is_refused(String field, String value, String sentence) {
        OrderWalk walk = OrderWalk.of(MarketplaceStall.plain().build());

        assertThat(walk.explain(walk.notPlaced("customer", field, value))).isEqualTo(sentence);
    }

    @Test
    void today_is_the_day_of_the_request() {
        Workflow shop = Workflow.builder("returns")
                .calendar(WorkCalendar.UTC.withZone(ZoneId.of("Europe/Warsaw")))
                .field(Field.of("received", FieldType.DATE)
                        .withMax(FieldBound.today())
                        .withLabel("en", "Received"))
                .status("open", s -> s.done())
                .transition("place", t -> t.to("open").by("customer").takes("received"))
                .build();
        OrderWalk walk = OrderWalk.of(shop).at("2026-03-02T23:30:00Z");

        assertThat(walk.explain(walk.notPlaced("customer", "received", "2026-03-04")))
                .isEqualTo("Received: 2026-03-04 is after today, 2026-03-03.");
        walk.place("customer", "received", "2026-03-03");
        assertThat(walk.order().fields().get("received")).isEqualTo(LocalDate.parse("2026-03-03"));
    }

    @Test
    void a_value_that_was_given_in_time_can_be_sent_again() {
        Workflow shop = Workflow.builder("deliveries")
                .field(Field.of("wished", FieldType.DATE)
                        .withMin(FieldBound.today())
                        .withLabel("en", "Wished"))
                .status("open", s -> s.done())
                .transition("place", t -> t.to("open").by("customer").takes("wished"))
                .transition("call", t -> t.from("open").by("customer").takes("wished"))
                .build();
        OrderWalk walk =
                OrderWalk.of(shop).place("customer", "wished", "2026-03-02").later("P1D");

        walk.go("call", "customer", "wished", "2026-03-02");
        assertThat(walk.order().fields().get("wished")).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(walk.explain(walk.no("call", "customer", "wished", "2026-03-01")))
                .isEqualTo("Wished: 2026-03-01 is before today, 2026-03-03.");
    }

    @Test
    void a_value_of_another_java_type_is_refused() {
        assertThat(OrderWalk.of(MarketplaceStall.plain().build())
                        .notPlaced("customer", "wish-day", 20260309)
                        .code())
                .isEqualTo(Reason.DATA_INVALID);
    }

    @Test
    void an_unknown_field_is_refused() {
        assertThat(OrderWalk.of(MarketplaceStall.plain().build())
                        .notPlaced("customer", "colour", "red")
                        .code())
                .isEqualTo(Reason.DATA_INVALID);
    }

    @Test
    void a_field_that_the_transition_does_not_name_is_refused() {
        assertThat(placed(t -> t.takes("tracking"))
                        .no("ship", "staff", "reason", "none")
                        .code())
                .isEqualTo(Reason.DATA_INVALID);
    }

    @Test
    void a_field_of_a_condition_can_be_given_while_it_has_no_value() {
        assertThat(placed(t -> t.whenField("payment", "prepaid"))
                        .go("ship", "staff", "payment", "prepaid")
                        .order()
                        .field("payment"))
                .isEqualTo("prepaid");
    }

    @Test
    void a_field_of_a_condition_that_is_set_cannot_be_changed() {
        OrderWalk walk = placed(t -> t.whenField("payment", "prepaid"), "payment", "cash");

        assertThat(walk.explain(walk.no("ship", "staff", "payment", "prepaid")))
                .isEqualTo("“Ship” cannot set Payment to prepaid.");
    }

    @Test
    void a_field_of_a_condition_that_the_transition_takes_can_be_changed() {
        assertThat(placed(t -> t.whenField("payment", "prepaid").takes("payment"), "payment", "cash")
                        .go("ship", "staff", "payment", "prepaid")
                        .order()
                        .field("payment"))
                .isEqualTo("prepaid");
    }

    @Test
    void the_value_that_is_there_can_be_repeated() {
        assertThat(placed(t -> {}, "weight", 5)
                        .go("ship", "staff", "weight", "5.0")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void a_field_that_the_transition_takes_can_be_changed() {
        assertThat(placed(t -> t.takes("weight"), "weight", 5)
                        .go("ship", "staff", "weight", 6)
                        .order()
                        .field("weight"))
                .isEqualTo(new BigDecimal("6"));
    }

    @Test
    void a_blank_text_counts_as_absent() {
        assertThat(placed(t -> t.needs("tracking"))
                        .no("ship", "staff", "tracking", " \t")
                        .code())
                .isEqualTo(Reason.DATA_MISSING);
    }

    @Test
    void a_blank_text_does_not_wipe_out_a_value() {
        assertThat(placed(t -> t.takes("tracking"), "tracking", "T")
                        .go("ship", "staff", "tracking", "")
                        .order()
                        .field("tracking"))
                .isEqualTo("T");
    }

    @Test
    void a_blank_text_in_an_unknown_field_is_no_mistake() {
        assertThat(placed(t -> {}).go("ship", "staff", "colour", "").status()).isEqualTo("shipped");
    }

    @Test
    void what_is_needed_must_come_with_the_request_itself() {
        assertThat(placed(t -> t.needs("tracking"), "tracking", "T")
                        .no("ship", "staff")
                        .code())
                .isEqualTo(Reason.DATA_MISSING);
    }

    @Test
    void what_the_order_must_have_can_have_come_before() {
        assertThat(placed(t -> t.has("tracking"), "tracking", "T")
                        .go("ship", "staff")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void what_the_order_must_have_can_come_with_the_request() {
        assertThat(placed(t -> t.has("tracking"))
                        .go("ship", "staff", "tracking", "T")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void what_the_order_must_have_is_asked_for_where_it_has_it_not() {
        assertThat(placed(t -> t.has("tracking")).no("ship", "staff").code()).isEqualTo(Reason.DATA_MISSING);
    }

    @Test
    void a_wrong_value_is_called_wrong_and_not_missing() {
        assertThat(placed(t -> t.needs("weight"))
                        .no("ship", "staff", "weight", "heavy")
                        .code())
                .isEqualTo(Reason.DATA_INVALID);
    }

    @Test
    void a_checklist_can_be_left_unticked() {
        assertThat(placed(t -> t.checklist("gift"))
                        .go("ship", "staff", "gift", false)
                        .order()
                        .field("gift"))
                .isEqualTo(false);
    }

    @Test
    void a_condition_on_absence_is_not_met_by_a_value_that_comes_with_the_request() {
        assertThat(placed(t -> t.whenField(FieldCondition.absent("payment")))
                        .no("ship", "staff", "payment", "cash")
                        .code())
                .isEqualTo(Reason.CONDITION_NOT_MET);
    }

    @Test
    void the_entry_keeps_the_data_as_they_were_read() {
        OrderWalk walk = placed(t -> t.takes("weight"));

        Decision decision = walk.decider().decide(walk.order(), walk.request("ship", "staff", "weight", "05.0"));

        assertThat(((Accepted) decision).entry().data().get("weight")).isEqualTo(new BigDecimal("5"));
    }
}
