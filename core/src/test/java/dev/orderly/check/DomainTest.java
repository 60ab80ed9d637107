package dev.orderly.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainTest {

    private static FieldCondition test(Field field, Operator operator, Object... values) {
        List<Object> canonical = new ArrayList<>();
        for (Object value : values) {
            canonical.add(field.canonical(value));
        }
        return new FieldCondition("f", operator, canonical);
    }

    private static List<String> values(Field field, FieldCondition... tests) {
        Domain domain = new Domain(field, List.of(tests));
        List<String> shown = new ArrayList<>();
        for (int value = 0; value < domain.size(); value++) {
            shown.add(domain.show(value));
        }
        return shown;
    }

    @Test
    void a_field_of_which_only_the_presence_matters_is_given_or_not() {
        for (FieldType type : FieldType.values()) {
            assertThat(values(Field.of("f", type), FieldCondition.present("f"))).containsExactly("no f", "f given");
        }
    }

    @Test
    void words_that_no_condition_distinguishes_are_one_value() {
        assertThat(values(Field.choice("f", "a", "b", "c", "d"), FieldCondition.of("f", "c", "d")))
                .containsExactly("no f", "f = a", "f = c");
    }

    @Test
    void yes_and_no_are_two_values() {
        assertThat(values(Field.of("f", FieldType.YES_NO), FieldCondition.of("f", true)))
                .containsExactly("no f", "f = true", "f = false");
    }

    @Test
    void a_text_is_one_of_the_constants_the_order_s_number_or_anything_else() {
        Field text = Field.of("f", FieldType.TEXT);
        assertThat(values(
                        text,
                        FieldCondition.of("f", "b"),
                        test(text, Operator.IS_NOT, "a"),
                        test(text, Operator.ORDER_NUMBER),
                        test(text, Operator.ORDER_NUMBER)))
                .containsExactly("no f", "f = a", "f = b", "f = the order's number", "f = anything else");
    }

    @Test
    void a_number_is_a_constant_or_in_a_gap_around_them() {
        Field number = Field.of("f", FieldType.NUMBER);
        assertThat(values(number, test(number, Operator.IS, 1, 2), test(number, Operator.MORE_THAN, 1)))
                .containsExactly("no f", "f = 1", "f = 2", "f = 0", "f = 1.5");
    }

    @Test
    void relations_cut_where_they_say() {
        Field number = Field.of("f", FieldType.NUMBER);
        assertThat(values(number, test(number, Operator.AT_LEAST, 5))).containsExactly("no f", "f = 5", "f = 4");
        assertThat(values(number, test(number, Operator.MORE_THAN, 5))).containsExactly("no f", "f = 5", "f = 6");
        assertThat(values(number, test(number, Operator.AT_MOST, 5))).containsExactly("no f", "f = 5", "f = 6");
        assertThat(values(number, test(number, Operator.LESS_THAN, 5))).containsExactly("no f", "f = 5", "f = 4");
    }

    @Test
    void a_number_stays_within_its_bounds() {
        Field bounded = Field.of("f", FieldType.NUMBER).withBounds(1, 3);
        assertThat(values(bounded, test(bounded, Operator.AT_LEAST, 1))).containsExactly("no f", "f given");
        assertThat(values(bounded, test(bounded, Operator.AT_MOST, 3))).containsExactly("no f", "f given");
        assertThat(values(bounded, test(bounded, Operator.IS, 2))).containsExactly("no f", "f = 1", "f = 2");
        Field least = Field.builder("f", FieldType.NUMBER).min(FieldBound.of(1)).build();
        Field most = Field.builder("f", FieldType.NUMBER).max(FieldBound.of(10)).build();
        assertThat(values(least, test(least, Operator.IS, 1))).containsExactly("no f", "f = 1", "f = 2");
        assertThat(values(most, test(most, Operator.IS, 10))).containsExactly("no f", "f = 10", "f = 9");
    }

    @Test
    void an_amount_stays_within_its_bounds_and_in_their_currency() {
        Field bounded = Field.of("f", FieldType.MONEY)
                .withMin(FieldBound.parse("0 EUR"))
                .withMax(FieldBound.parse("10 EUR"));
        assertThat(values(bounded, test(bounded, Operator.AT_LEAST, "0 EUR"))).containsExactly("no f", "f given");
        assertThat(values(bounded, test(bounded, Operator.IS, "10 EUR")))
                .containsExactly("no f", "f = 0 EUR", "f = 10 EUR");
    }

    @Test
    void a_date_stays_within_its_bounds_of_which_today_is_any_day() {
        Field bounded = Field.of("f", FieldType.DATE)
                .withMin(FieldBound.parse("2026-05-01"))
                .withMax(FieldBound.today());
        assertThat(values(bounded, test(bounded, Operator.AT_LEAST, "2026-05-01")))
                .containsExactly("no f", "f given");
        assertThat(values(bounded, test(bounded, Operator.MORE_THAN, "2026-05-02")))
                .containsExactly("no f", "f = 2026-05-01", "f = 2026-05-03");
    }

    @Test
    void between_two_days_that_follow_each_other_there_is_none() {
        Field date = Field.of("f", FieldType.DATE);
        FieldCondition early = test(date, Operator.AT_MOST, "2026-05-01");
        assertThat(values(date, early, test(date, Operator.AT_LEAST, "2026-05-02")))
                .containsExactly("no f", "f = 2026-05-01", "f = 2026-05-02");
        assertThat(values(date, early, test(date, Operator.AT_LEAST, "2026-05-05")))
                .containsExactly("no f", "f = 2026-05-01", "f = 2026-05-05", "f = 2026-05-03");
        assertThat(values(date, test(date, Operator.IS, "2026-05-01"), test(date, Operator.MORE_THAN, "2026-05-01")))
                .containsExactly("no f", "f = 2026-05-01", "f = 2026-04-30", "f = 2026-05-02");
    }

    @Test
    void instants_have_gaps_as_well() {
        Field instant = Field.of("f", FieldType.INSTANT);
        assertThat(values(
                        instant,
                        test(instant, Operator.IS, "2026-05-01T10:00:00Z"),
                        test(instant, Operator.MORE_THAN, "2026-05-01T10:00:00Z"),
                        test(instant, Operator.AT_LEAST, "2026-05-01T12:00:00Z")))
                .containsExactly(
                        "no f",
                        "f = 2026-05-01T10:00:00Z",
                        "f = 2026-05-01T12:00:00Z",
                        "f = 2026-05-01T09:59:59.999999999Z",
                        "f = 2026-05-01T11:00:00Z");
    }

    @Test
    void the_first_and_last_of_all_days_and_instants_have_no_neighbours() {
        Field date = Field.of("f", FieldType.DATE);
        Field instant = Field.of("f", FieldType.INSTANT);
        assertThat(values(date, test(date, Operator.IS, FieldType.FIRST_DAY, FieldType.LAST_DAY)))
                .hasSize(3);
        assertThat(values(
                        instant, test(instant, Operator.IS, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z")))
                .hasSize(3);
    }

    @Test
    void amounts_of_each_currency_are_apart_and_there_is_always_another() {
        Field money = Field.of("f", FieldType.MONEY);
        assertThat(values(money, test(money, Operator.AT_LEAST, "5 EUR"), test(money, Operator.AT_LEAST, "5 USD")))
                .containsExactly("no f", "f = 5 EUR", "f = 4 EUR", "f = 5 USD");
        assertThat(values(money, test(money, Operator.LESS_THAN, "5 EUR")))
                .containsExactly("no f", "f = 5 EUR", "f = 4 EUR");
        assertThat(values(
                        money,
                        test(money, Operator.IS, "5 EUR"),
                        test(money, Operator.LESS_THAN, "9 EUR"),
                        test(money, Operator.AT_LEAST, "5 EUR")))
                .containsExactly(
                        "no f",
                        "f = 5 EUR",
                        "f = 9 EUR",
                        "f = 4 EUR",
                        "f = 7 EUR",
                        "f = an amount in another currency");
        assertThat(values(
                        money,
                        test(money, Operator.IS, "1 AED"),
                        test(money, Operator.AT_MOST, "1 AED"),
                        test(money, Operator.AT_LEAST, "1 AED")))
                .contains("f = an amount in another currency");
    }

    @Test
    void between_two_amounts_that_follow_each_other_there_is_none() {
        Field money = Field.of("f", FieldType.MONEY);
        assertThat(values(money, test(money, Operator.AT_MOST, "1 JPY"), test(money, Operator.AT_LEAST, "2 JPY")))
                .containsExactly("no f", "f = 1 JPY", "f = 2 JPY", "f = an amount in another currency");
        assertThat(values(money, test(money, Operator.AT_MOST, "0.01 EUR"), test(money, Operator.AT_LEAST, "0.03 EUR")))
                .contains("f = 0.02 EUR");
    }

    @Test
    void a_domain_has_a_bit_for_each_value() {
        Field number = Field.of("f", FieldType.NUMBER);
        FieldCondition atLeast = test(number, Operator.AT_LEAST, 5);
        Domain domain = new Domain(number, List.of(atLeast));

        assertThat(domain.size()).isEqualTo(3);
        assertThat(domain.all()).isEqualTo(0b111);
        assertThat(domain.present()).isEqualTo(0b110);
        assertThat(domain.meeting(atLeast)).isEqualTo(0b010);
        assertThat(domain.meeting(FieldCondition.absent("f"))).isEqualTo(0b001);
        assertThat(domain.meeting(FieldCondition.present("f"))).isEqualTo(0b110);
    }
}
