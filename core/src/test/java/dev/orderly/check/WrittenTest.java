package dev.orderly.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the checker follows of what transitions write, and when it is sure of it. */
class WrittenTest {

    /** Conditions ask for a count of at most 3 and for a gift; nothing asks for the other fields. */
    private static final Workflow SHOP = Shops.counter()
            .field(Field.of("count", FieldType.NUMBER))
            .field(Field.of("gift", FieldType.YES_NO))
            .field(Field.of("free", FieldType.NUMBER))
            .field(Field.of("capped", FieldType.NUMBER).withMax(FieldBound.of(5)))
            .field(Field.of("raised", FieldType.NUMBER).withMin(FieldBound.of(5)))
            .field(Field.of("paid", FieldType.MONEY))
            .field(Field.of("amount", FieldType.MONEY))
            .field(Field.of("note", FieldType.TEXT))
            .transition(
                    "look",
                    t -> t.from("open")
                            .whenField("gift", true)
                            .whenField(new FieldCondition("count", Operator.AT_MOST, List.of(BigDecimal.valueOf(3)))))
            .build();

    private static final DefinedNames NAMES = new DefinedNames(SHOP);
    private static final Domains DOMAINS = new Domains(SHOP, NAMES);
    private static final int COUNT = DOMAINS.indexOf("count");
    private static final int GIFT = DOMAINS.indexOf("gift");

    private static final int FEW = value(COUNT, BigDecimal.valueOf(3));
    private static final int MANY = value(COUNT, BigDecimal.valueOf(4));

    private static int value(int field, Object value) {
        return Long.numberOfTrailingZeros(DOMAINS.get(field).holding(value));
    }

    private static Written written(Consumer<TransitionBuilder<String>> changes) {
        TransitionBuilder<String> transition = Transition.builder("change").from("open");
        changes.accept(transition);
        return new Written(transition.build(), DOMAINS, NAMES);
    }

    /** Of an order that has few and no gift. */
    private static boolean isCertain(Consumer<TransitionBuilder<String>> changes) {
        return isCertain(changes, FEW);
    }

    private static boolean isCertain(Consumer<TransitionBuilder<String>> changes, int count) {
        int[] before = new int[DOMAINS.size()];
        before[COUNT] = count;
        return written(changes).isCertain(before);
    }

    @Test
    void fields_that_conditions_ask_for_are_followed_and_no_others() {
        Written written = written(t -> t.add("count", 1).set("free", 1).add("note", 1));

        assertThat(written.writes(COUNT)).isTrue();
        assertThat(written.writes(GIFT)).isFalse();
        assertThat(written.fields()).isEqualTo(1L << COUNT);
        assertThat(written(t -> t.set("gift", true).set("count", 2)).fields()).isEqualTo(1L << COUNT | 1L << GIFT);
        assertThat(written(t -> t.add("gift", true)).fields()).isZero();
        assertThat(written(t -> t.set("geese", true)).fields()).isZero();
    }

    @Test
    void a_constant_gives_one_value_and_another_field_any() {
        Written set = written(t -> t.set("gift", true).set("count", Reference.field("free")));

        assertThat(set.after(GIFT, 0)).isEqualTo(DOMAINS.get(GIFT).holding(true));
        assertThat(set.after(COUNT, FEW)).isEqualTo(DOMAINS.get(COUNT).present());
        assertThat(written(t -> t.set("gift", "perhaps")).after(GIFT, 0))
                .isEqualTo(DOMAINS.get(GIFT).present());
        assertThat(written(t -> t.add("count", 1)).after(COUNT, MANY)).isEqualTo(1L << MANY);
        assertThat(written(t -> t.add("count", 1)).after(COUNT, FEW)).isEqualTo(1L << FEW | 1L << MANY);
    }

    @Test
    void constants_that_are_set_work_out_from_every_order() {
        assertThat(isCertain(t -> t.set("gift", true))).isTrue();
        assertThat(isCertain(t -> t.set("paid", Money.parse("5 EUR")))).isTrue();
        assertThat(written(t -> t.set("gift", true).set("paid", Money.parse("5 EUR")))
                        .isConstant())
                .isTrue();
        assertThat(isCertain(t -> t.set("gift", "perhaps"))).isFalse();
    }

    @Test
    void a_sum_is_certain_where_it_is_followed_to_one_outcome() {
        assertThat(isCertain(t -> t.add("count", 1), MANY)).isTrue();
        assertThat(isCertain(t -> t.add("count", 1), FEW)).isFalse();
        assertThat(written(t -> t.add("count", 1)).isConstant()).isFalse();
    }

    @Test
    void a_sum_that_is_not_followed_is_certain_where_nothing_can_refuse_it() {
        assertThat(isCertain(t -> t.add("free", 1))).isTrue();
        assertThat(written(t -> t.add("free", 1)).isConstant()).isTrue();
        assertThat(isCertain(t -> t.add("capped", 1))).isFalse();
        assertThat(isCertain(t -> t.add("raised", -1))).isFalse();
        assertThat(isCertain(t -> t.add("paid", Money.parse("5 EUR")))).isFalse();
        assertThat(written(t -> t.add("capped", 1)).isConstant()).isFalse();
    }

    @Test
    void what_comes_from_another_field_is_certain_where_a_request_can_give_what_suits() {
        assertThat(isCertain(t -> t.takes("free").set("amount", Reference.field("paid"))))
                .isFalse();
        assertThat(isCertain(t -> t.takes("paid").set("amount", Reference.field("paid"))))
                .isTrue();
        assertThat(isCertain(t -> t.takes("paid").add("amount", Reference.field("paid"))))
                .isTrue();
        assertThat(isCertain(t -> t.takes("capped").set("free", Reference.field("capped"))))
                .isFalse();
        assertThat(isCertain(t -> t.takes("raised").set("free", Reference.field("raised"))))
                .isFalse();
        assertThat(isCertain(t -> t.takes("free").set("capped", Reference.field("free"))))
                .isFalse();
        assertThat(isCertain(t -> t.takes("free").set("raised", Reference.field("free"))))
                .isFalse();
        assertThat(isCertain(t -> t.takes("free").set("count", Reference.field("free"))))
                .isFalse();
        assertThat(isCertain(t -> t.set("paid", Reference.linesTotal()))).isFalse();
    }

    @Test
    void one_change_that_is_not_certain_makes_the_whole_uncertain() {
        assertThat(isCertain(t -> t.set("gift", true).add("capped", 1))).isFalse();
        assertThat(written(t -> t.set("gift", true).add("count", 1)).isConstant())
                .isFalse();
    }
}
