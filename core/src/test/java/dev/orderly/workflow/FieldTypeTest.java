package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every type of fields has in common. */
class FieldTypeTest {

    private static List<String> rising(FieldType type) {
        return switch (type) {
            case TEXT -> List.of("a", "b");
            case NUMBER -> List.of("0.0000001", "3.50");
            case YES_NO -> List.of("false", "true");
            case CHOICE -> List.of("courier", "pickup");
            case DATE -> List.of("2026-05-30", "2026-05-31");
            case INSTANT -> List.of("2026-05-31T10:15:29Z", "2026-05-31T10:15:30Z");
            case MONEY -> List.of("9 EUR", "12.50 EUR");
        };
    }

    private static Object value(FieldType type, int index) {
        return type.canonical(rising(type).get(index));
    }

    @ParameterizedTest
    @EnumSource
    void a_type_is_found_by_its_word(FieldType type) {
        assertThat(FieldType.named(type.code())).contains(type);
    }

    @ParameterizedTest
    @EnumSource
    void a_type_is_found_by_a_value_but_a_choice_is_a_text(FieldType type) {
        assertThat(FieldType.ofValue(value(type, 0))).isEqualTo(type == FieldType.CHOICE ? FieldType.TEXT : type);
    }

    @ParameterizedTest
    @EnumSource
    void a_value_is_read_from_its_text(FieldType type) {
        Object value = value(type, 0);

        assertThat(type.canonical(type.text(value))).isEqualTo(value);
        assertThat(type.text(value)).doesNotContain("E-");
    }

    @ParameterizedTest
    @EnumSource
    void only_a_type_with_an_order_compares(FieldType type) {
        Integer less = type.isOrdered() ? -1 : null;
        Integer same = type.isOrdered() ? 0 : null;

        assertThat(type.compare(value(type, 0), value(type, 1))).isEqualTo(less);
        assertThat(type.compare(value(type, 1), value(type, 1))).isEqualTo(same);
        assertThat(type.compare(value(type, 1), this)).isNull();
    }

    @Test
    void amounts_in_two_currencies_do_not_compare() {
        assertThat(FieldType.MONEY.compare(Money.parse("1 EUR"), Money.parse("2 PLN")))
                .isNull();
    }

    @Test
    void a_value_that_no_field_can_have_is_of_no_type() {
        assertThat(FieldType.ofValue(List.of())).isNull();
        assertThat(FieldType.named("varchar")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TEXT, a, a", "YES_NO, yes, true", "DATE, 2026-05-31, 2026-05-31", "MONEY, 12.5 EUR, 12.5 EUR"})
    void json_has_texts_for_what_it_has_no_type_for(FieldType type, String text, String plain) {
        Object value = FieldType.plainValue(type.canonical(text));

        assertThat(value).hasToString(plain);
        assertThat(value).isInstanceOf(type == FieldType.YES_NO ? Boolean.class : String.class);
    }

    @ParameterizedTest
    @EnumSource
    void the_representatives_are_values_and_have_the_constants_among_them(FieldType type) {
        Field field = type == FieldType.CHOICE ? Field.choice("f", "courier", "pickup") : Field.of("f", type);
        List<Object> constants = List.of(value(type, 0), value(type, 1));

        Map<Object, String> representatives = type.representatives(field, constants);

        assertThat(representatives.keySet()).containsAll(constants);
        assertThat(representatives.values()).doesNotHaveDuplicates();
        assertThat(representatives.size())
                .isEqualTo(
                        switch (type) {
                            case YES_NO, CHOICE -> 2;
                            case TEXT -> 3;
                            case NUMBER, INSTANT -> 5;
                            case DATE -> 4; // no day lies between two that follow each other
                            case MONEY -> 6;
                        });
    }
}
