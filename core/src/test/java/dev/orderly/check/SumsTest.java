package dev.orderly.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What adding a constant makes of the stretches of numbers and amounts that conditions distinguish. */
class SumsTest {

    private static final Field COUNT = Field.of("f", FieldType.NUMBER);

    /** Below 1, 1, between 1 and 2, 2, above 2. */
    private static final Domain FIVE = new Domain(
            COUNT,
            List.of(
                    number(Operator.AT_LEAST, 1),
                    number(Operator.AT_LEAST, 2),
                    number(Operator.IS, 1),
                    number(Operator.IS, 2)));

    private static FieldCondition number(Operator operator, int value) {
        return new FieldCondition("f", operator, List.of(BigDecimal.valueOf(value)));
    }

    private static int value(Domain domain, String shown) {
        for (int i = 0; i < domain.size(); i++) {
            if (domain.show(i).equals(shown)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no value is shown as " + shown);
    }

    private static List<String> after(Domain domain, String before, Object added) {
        long mask = domain.after(value(domain, before), added);
        List<String> after = new ArrayList<>();
        for (int i = 0; i < domain.size(); i++) {
            if ((mask & 1L << i) != 0) {
                after.add(domain.show(i));
            }
        }
        return after;
    }

    private static List<String> after(String before, String added) {
        return after(FIVE, before, new BigDecimal(added));
    }

    private static boolean isAlwaysTaken(Field field, String before, String added) {
        Domain domain = new Domain(field, List.of(number(Operator.AT_LEAST, 2)));
        int value = Long.numberOfTrailingZeros(domain.holding(new BigDecimal(before)));
        return domain.isAlwaysTaken(value, new BigDecimal(added));
    }

    @Test
    void a_constant_moves_to_another_or_between_two() {
        assertThat(after("f = 1", "1")).containsExactly("f = 2");
        assertThat(after("f = 2", "-1")).containsExactly("f = 1");
        assertThat(after("f = 1", "0.5")).containsExactly("f = 1.5");
        assertThat(after("f = 1", "2")).containsExactly("f = 3");
        assertThat(after("f = 2", "-2")).containsExactly("f = 0");
    }

    @Test
    void what_lies_between_two_constants_does_not_get_onto_the_next_by_their_distance() {
        assertThat(after("f = 1.5", "1")).containsExactly("f = 3");
        assertThat(after("f = 1.5", "-1")).containsExactly("f = 0");
        assertThat(after("f = 1.5", "0.5")).containsExactlyInAnyOrder("f = 1.5", "f = 2", "f = 3");
        assertThat(after("f = 1.5", "-0.5")).containsExactlyInAnyOrder("f = 0", "f = 1", "f = 1.5");
    }

    @Test
    void what_has_no_end_on_one_side_reaches_all_on_that_side() {
        assertThat(after("f = 0", "1")).containsExactlyInAnyOrder("f = 0", "f = 1", "f = 1.5");
        assertThat(after("f = 0", "1.5")).containsExactlyInAnyOrder("f = 0", "f = 1", "f = 1.5", "f = 2", "f = 3");
        assertThat(after("f = 3", "-1")).containsExactlyInAnyOrder("f = 1.5", "f = 2", "f = 3");
        assertThat(after("f = 3", "1")).containsExactly("f = 3");
        assertThat(after("f = 0", "-1")).containsExactly("f = 0");
    }

    @Test
    void no_value_counts_as_zero() {
        assertThat(after("no f", "2")).containsExactly("f = 2");
        assertThat(FIVE.isAlwaysTaken(0, BigDecimal.valueOf(2))).isTrue();
    }

    @Test
    void sums_beyond_the_bounds_of_the_field_are_left_out() {
        Field bounded = COUNT.withBounds(0, 3);
        Domain domain = new Domain(bounded, List.of(number(Operator.AT_LEAST, 2)));

        assertThat(after(domain, "f = 2", BigDecimal.ONE)).containsExactly("f = 2");
        assertThat(after(domain, "f = 2", BigDecimal.valueOf(2))).isEmpty();
        assertThat(after(domain, "no f", BigDecimal.valueOf(4))).isEmpty();
        assertThat(after(domain, "no f", BigDecimal.valueOf(3))).containsExactly("f = 2");
    }

    @Test
    void an_addition_is_always_taken_where_no_sum_is_beyond_a_bound() {
        Field bounded = COUNT.withBounds(0, 3);

        assertThat(isAlwaysTaken(bounded, "1", "1")).isTrue();
        assertThat(isAlwaysTaken(bounded, "1", "1.5")).isFalse();
        assertThat(isAlwaysTaken(bounded, "1", "-1")).isFalse();
        assertThat(isAlwaysTaken(bounded, "2", "1")).isFalse();
        assertThat(isAlwaysTaken(bounded, "2", "-2")).isTrue();
        assertThat(isAlwaysTaken(bounded, "2", "-2.5")).isFalse();
        Domain domain = new Domain(bounded, List.of(number(Operator.AT_LEAST, 2)));
        assertThat(domain.isAlwaysTaken(0, BigDecimal.valueOf(3))).isTrue();
        assertThat(domain.isAlwaysTaken(0, BigDecimal.valueOf(4))).isFalse();
    }

    @Test
    void a_bound_on_one_side_says_nothing_of_the_other() {
        Field least = COUNT.withMin(FieldBound.of(0));
        Field most = COUNT.withMax(FieldBound.of(3));

        assertThat(isAlwaysTaken(least, "2", "100")).isTrue();
        assertThat(isAlwaysTaken(least, "1", "-1")).isFalse();
        assertThat(isAlwaysTaken(most, "1", "-100")).isTrue();
        assertThat(isAlwaysTaken(most, "2", "1")).isFalse();
        assertThat(isAlwaysTaken(COUNT, "1", "100")).isTrue();
    }

    @Test
    void amounts_move_within_their_currency() {
        Domain domain = new Domain(
                Field.of("f", FieldType.MONEY),
                List.of(new FieldCondition("f", Operator.AT_MOST, List.of(Money.parse("10 EUR")))));

        assertThat(after(domain, "f = 10 EUR", Money.parse("5 EUR"))).hasSize(2);
        assertThat(after(domain, "f = 10 EUR", Money.parse("-5 EUR"))).containsExactly("f = 10 EUR");
        assertThat(after(domain, "no f", Money.parse("10 EUR"))).containsExactly("f = 10 EUR");
        assertThat(after(domain, "f = 10 EUR", Money.parse("5 USD"))).isEmpty();
        assertThat(domain.isAlwaysTaken(1, Money.parse("-5 EUR"))).isFalse();
    }
}
