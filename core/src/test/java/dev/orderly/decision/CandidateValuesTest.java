package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Actor;
import dev.orderly.order.OrderState;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.WorkCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The values that are tried for a field: those at which an answer changes, and their neighbours. */
class CandidateValuesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static List<Object> candidates(Field field, boolean adds, Object... known) {
        Attempt attempt = new Attempt(
                OrderState.of("A-1", "open", NOON),
                Request.of("pay", Actor.of("staff")).withTime(NOON),
                Input.NOTHING,
                WorkCalendar.UTC);
        return CandidateValues.of(field, new ArrayList<>(List.of(known)), adds, attempt);
    }

    private static Object[] numbers(String... numbers) {
        Object[] values = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            values[i] = new BigDecimal(numbers[i]);
        }
        return values;
    }

    private static Object[] amounts(String... amounts) {
        Object[] values = new Object[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            values[i] = Money.parse(amounts[i]);
        }
        return values;
    }

    @Test
    void numbers_are_those_of_the_transition_and_zero_with_what_lies_beside_and_between_them() {
        assertThat(candidates(Field.of("count", FieldType.NUMBER), false, numbers("4", "10")))
                .containsExactly(numbers("-1", "0", "1", "2", "3", "4", "5", "7", "9", "10", "11"));
    }

    @Test
    void where_something_is_added_differences_of_numbers_are_tried_as_well() {
        assertThat(candidates(Field.of("count", FieldType.NUMBER), true, numbers("4", "10")))
                .contains(numbers("6", "-6"));
    }

    @Test
    void values_of_other_types_are_left_out() {
        assertThat(candidates(Field.of("count", FieldType.NUMBER), false, "4", Money.parse("7 EUR")))
                .containsExactly(numbers("-1", "0", "1"));
        assertThat(candidates(Field.of("paid", FieldType.MONEY), false, "4", BigDecimal.TEN))
                .containsExactly(amounts("-0.01 EUR", "0 EUR", "0.01 EUR"));
    }

    @Test
    void amounts_are_tried_a_cent_below_and_above_in_each_currency_that_is_there() {
        assertThat(candidates(Field.of("paid", FieldType.MONEY), false, amounts("5 EUR", "700 JPY")))
                .containsExactly(amounts(
                        "-0.01 EUR",
                        "0 EUR",
                        "0.01 EUR",
                        "4.99 EUR",
                        "5 EUR",
                        "5.01 EUR",
                        "-1 JPY",
                        "0 JPY",
                        "1 JPY",
                        "699 JPY",
                        "700 JPY",
                        "701 JPY"));
    }

    @Test
    void where_something_is_added_differences_of_amounts_are_tried_as_well() {
        assertThat(candidates(Field.of("paid", FieldType.MONEY), true, amounts("40 EUR", "30 EUR")))
                .contains(amounts("9.99 EUR", "10 EUR", "10.01 EUR"));
        assertThat(candidates(Field.of("paid", FieldType.MONEY), false, amounts("40 EUR", "30 EUR")))
                .doesNotContain(amounts("10 EUR"));
    }

    @Test
    void days_are_tried_with_those_beside_them_and_today_with_its_own() {
        assertThat(candidates(Field.of("wanted", FieldType.DATE), false, LocalDate.parse("2026-05-31"), NOON))
                .containsExactly(
                        LocalDate.parse("2026-03-01"),
                        LocalDate.parse("2026-03-02"),
                        LocalDate.parse("2026-03-03"),
                        LocalDate.parse("2026-05-30"),
                        LocalDate.parse("2026-05-31"),
                        LocalDate.parse("2026-06-01"));
    }

    @Test
    void times_are_tried_with_the_next_ones_and_the_request_s_own_with_its() {
        Instant sent = Instant.parse("2026-03-01T08:00:00Z");

        assertThat(candidates(Field.of("sent", FieldType.INSTANT), false, sent, LocalDate.parse("2026-05-31")))
                .containsExactly(
                        sent.minusNanos(1), sent, sent.plusNanos(1), NOON.minusNanos(1), NOON, NOON.plusNanos(1));
    }

    @Test
    void choices_and_flags_are_tried_all_and_of_texts_one_that_nothing_names() {
        assertThat(candidates(Field.choice("delivery", "post", "counter"), false))
                .containsExactly("post", "counter");
        assertThat(candidates(Field.of("gift", FieldType.YES_NO), false)).containsExactly(false, true);
        assertThat(candidates(Field.of("note", FieldType.TEXT), false, "blue")).containsExactly("blue", "?");
    }

    @Test
    void what_the_field_does_not_take_is_not_tried() {
        Field count = Field.of("count", FieldType.NUMBER).withMin(FieldBound.of(1));

        assertThat(candidates(count, false, numbers("4"))).containsExactly(numbers("1", "2", "3", "4", "5"));
    }
}
