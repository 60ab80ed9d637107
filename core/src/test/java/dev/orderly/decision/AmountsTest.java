package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Line;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fields that compare with fields and totals, that transitions write, and that bound one another. */
class AmountsTest {

    private static final Reference PAID = Reference.field("paid");
    private static final Reference TOTAL = Reference.linesTotal();

    private static final Workflow SHOP = shop().build();

    /** Takes money and gives it back; reminds three times; keeps a flag. */
    private static WorkflowBuilder<String, String> shop() {
        return Workflow.builder("amounts")
                .field(Field.of("amount", FieldType.MONEY).withLabel("en", "Amount"))
                .field(Field.of("paid", FieldType.MONEY).withLabel("en", "Paid"))
                .field(Field.of("refunded", FieldType.MONEY).withAtMost(PAID).withLabel("en", "Refunded"))
                .field(Field.of("reminders", FieldType.NUMBER).withLabel("en", "Reminders"))
                .field(Field.of("settled", FieldType.YES_NO).withLabel("en", "Settled"))
                .field(Field.of("from", FieldType.DATE).withLabel("en", "From"))
                .field(Field.of("until", FieldType.DATE).withLabel("en", "Until"))
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open").takes("from", "until"))
                .transition(
                        "pay",
                        t -> t.from("open")
                                .needs("amount")
                                .whenField(new FieldCondition("amount", Operator.MORE_THAN, List.of("0 EUR")))
                                .add("paid", Reference.field("amount")))
                .transition(
                        "refund",
                        t -> t.from("open")
                                .needs("amount")
                                .whenField(new FieldCondition("amount", Operator.MORE_THAN, List.of("0 EUR")))
                                .add("refunded", Reference.field("amount")))
                .transition("correct", t -> t.from("open").needs("paid"))
                .transition(
                        "remind",
                        t -> t.from("open")
                                .add("reminders", 1)
                                .whenField(new FieldCondition("reminders", Operator.AT_MOST, List.of(3))))
                .transition(
                        "settle",
                        t -> t.from("open")
                                .whenField(FieldComparison.atLeast("paid", TOTAL))
                                .set("settled", true))
                .transition(
                        "book",
                        t -> t.from("open")
                                .takes("from")
                                .whenField(FieldComparison.lessThan("from", Reference.field("until"))))
                .transition("close", t -> t.from("open").to("closed").whenField("settled", true));
    }

    private static OrderWalk placed(Object... data) {
        return OrderWalk.of(SHOP)
                .ordering(Line.of("978-1", "Solaris", 2).withPrice(Money.parse("20 EUR")))
                .place("customer", data);
    }

    private static @Nullable Object field(OrderWalk walk, String name) {
        return walk.order().field(name);
    }

    @Test
    void what_is_added_counts_from_zero_and_adds_up_in_the_history() {
        OrderWalk walk = placed().go("pay", "staff", "amount", "15 EUR");
        assertThat(field(walk, "paid")).isEqualTo(Money.parse("15 EUR"));

        walk.go("pay", "staff", "amount", "25 EUR");
        assertThat(field(walk, "paid")).isEqualTo(Money.parse("40 EUR"));
        assertThat(walk.last().data())
                .isEqualTo(Data.of("amount", Money.parse("25 EUR")).with("paid", Money.parse("40 EUR")));
        assertThat(walk.decider()
                        .evolution()
                        .apply(placed().go("pay", "staff", "amount", "15 EUR").order(), walk.last())
                        .field("paid"))
                .isEqualTo(Money.parse("40 EUR"));
    }

    @Test
    void no_more_goes_back_than_came_in() {
        OrderWalk walk = placed().go("pay", "staff", "amount", "40 EUR").go("refund", "staff", "amount", "30 EUR");

        Rejected refused = walk.no("refund", "staff", "amount", "10.01 EUR");

        assertThat(refused.reasons())
                .containsExactly(Reason.of(Reason.OUT_OF_BOUNDS)
                        .with("kind", "bound")
                        .with("field", "refunded")
                        .with("actual", "40.01 EUR")
                        .with("expected", "≤ 40 EUR")
                        .with("other", "paid"));
        assertThat(walk.explain(refused)).isEqualTo("Refunded would be 40.01 EUR, but must be ≤ 40 EUR (Paid).");
        walk.go("refund", "staff", "amount", "10 EUR");
        assertThat(field(walk, "refunded")).isEqualTo(Money.parse("40 EUR"));
    }

    @Test
    void a_bound_holds_as_well_when_what_it_names_is_lowered() {
        OrderWalk walk = placed().go("pay", "staff", "amount", "40 EUR").go("refund", "staff", "amount", "30 EUR");

        assertThat(walk.explain(walk.no("correct", "staff", "paid", "29 EUR")))
                .isEqualTo("Refunded would be 30 EUR, but must be ≤ 29 EUR (Paid).");
        assertThat(field(walk.go("correct", "staff", "paid", "30 EUR"), "paid")).isEqualTo(Money.parse("30 EUR"));
    }

    @Test
    void nothing_goes_back_while_nothing_has_come_in() {
        OrderWalk walk = placed();

        assertThat(walk.explain(walk.no("refund", "staff", "amount", "1 EUR")))
                .isEqualTo("Refunded would be 1 EUR, but Paid, by which it is bounded, has no value yet.");
    }

    @Test
    void amounts_in_two_currencies_are_neither_added_nor_compared() {
        OrderWalk walk = placed();

        assertThat(walk.explain(walk.no("pay", "staff", "amount", "15 PLN")))
                .isEqualTo("15 PLN cannot be written into Paid: 0 EUR and 15 PLN cannot be added: they are in two"
                        + " currencies. Amount must be > 0 EUR, but is 15 PLN.");
        Workflow plain = shop().transition(
                        "tip", t -> t.from("open").needs("amount").add("paid", Reference.field("amount")))
                .build();
        OrderWalk tipped = OrderWalk.of(plain).place("customer").go("tip", "staff", "amount", "15 EUR");
        Rejected refused = tipped.no("tip", "staff", "amount", "15 PLN");
        assertThat(refused.reasons()).extracting(Reason::code).containsExactly(Reason.OUT_OF_BOUNDS);
        assertThat(tipped.explain(refused))
                .isEqualTo("15 PLN cannot be written into Paid: 15 EUR and 15 PLN cannot be added: they are in two"
                        + " currencies.");
        assertThat(OrderWalk.of(plain)
                        .ordering(Line.of("1", "Tea", 1).withPrice(Money.parse("3 PLN")))
                        .place("customer")
                        .no("tip", "staff", "amount", "1 EUR")
                        .reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.OUT_OF_BOUNDS);
    }

    @Test
    void a_sum_of_more_than_fifty_digits_is_refused_and_nothing_is_thrown() {
        String most = "9".repeat(50);
        Workflow counting = Workflow.builder("counting")
                .field(Field.of("n", FieldType.NUMBER))
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open").needs("n"))
                .transition("count", t -> t.from("open").add("n", 1))
                .transition("close", t -> t.from("open").to("closed"))
                .build();
        OrderWalk walk = OrderWalk.of(counting).place("customer", "n", most);

        assertThat(walk.explain(walk.no("count", "staff")))
                .isEqualTo("1 cannot be written into n: a number of more than 50 digits is not supported.");
        assertThat(walk.can("count", "staff").isPossible()).isFalse();
    }

    @Test
    void at_most_three_reminders_can_be_said() {
        OrderWalk walk = placed().go("remind", "staff").go("remind", "staff").go("remind", "staff");

        assertThat(field(walk, "reminders")).isEqualTo(BigDecimal.valueOf(3));
        assertThat(walk.explain(walk.no("remind", "staff"))).isEqualTo("Reminders must be ≤ 3, but is 4.");
        assertThat(walk.can("remind", "staff").isPossible()).isFalse();
        assertThat(field(walk, "reminders")).isEqualTo(BigDecimal.valueOf(3));
    }

    @Test
    void a_field_compares_with_the_total_of_the_lines() {
        OrderWalk walk = placed().go("pay", "staff", "amount", "39.99 EUR");

        assertThat(walk.explain(walk.no("settle", "staff")))
                .isEqualTo("Paid must be ≥ 40 EUR (the order’s total), but is 39.99 EUR.");
        walk.go("pay", "staff", "amount", "0.01 EUR").go("settle", "staff").go("close", "staff");
        assertThat(walk.status()).isEqualTo("closed");
    }

    @Test
    void an_order_without_prices_has_no_total_to_compare_with() {
        OrderWalk walk = OrderWalk.of(SHOP).place("customer").go("pay", "staff", "amount", "5 EUR");

        assertThat(walk.explain(walk.no("settle", "staff")))
                .isEqualTo("Paid is compared with the order’s total, which has no value yet.");
        assertThat(walk.can("settle", "staff").isPossible()).isFalse();
    }

    @Test
    void a_field_without_a_value_is_missing_but_what_it_is_compared_with_cannot_be_given() {
        OrderWalk walk = placed();

        Rejected missing = walk.no("book", "staff");
        assertThat(missing.reasons())
                .containsExactly(Reason.of(Reason.DATA_MISSING).with("fields", List.of("from")));
        assertThat(walk.explain(walk.no("book", "staff", "from", "2026-05-01")))
                .isEqualTo("From is compared with Until, which has no value yet.");
        assertThat(walk.no("book", "staff", "from", "2026-05-01", "until", "2026-06-01")
                        .reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.DATA_INVALID);
        assertThat(walk.can("book", "staff").isPossible()).isFalse();
        assertThat(placed("until", "2026-05-02")
                        .go("book", "staff", "from", "2026-05-01")
                        .status())
                .isEqualTo("open");
    }

    @Test
    void what_a_transition_writes_cannot_be_given() {
        OrderWalk walk = placed();

        Rejected refused = walk.no("remind", "staff", "reminders", "0");

        assertThat(refused.reasons())
                .containsExactly(Reason.of(Reason.DATA_INVALID)
                        .with("event", "remind")
                        .with("kind", "not-taken")
                        .with("field", "reminders")
                        .with("value", "0"));
        walk.go("remind", "staff");
        assertThat(walk.no("remind", "staff", "reminders", "2").reasons())
                .extracting(Reason::code)
                .containsExactly(Reason.DATA_INVALID);
        Action remind = walk.can("remind", "staff");
        assertThat(remind.needs()).isEmpty();
        assertThat(remind.takes()).isEmpty();
    }

    @Test
    void what_the_order_has_can_be_said_again_and_is_written_over() {
        OrderWalk walk = placed().go("remind", "staff").go("remind", "staff", "reminders", "1");

        assertThat(field(walk, "reminders")).isEqualTo(BigDecimal.valueOf(2));
    }

    @Test
    void what_is_to_be_added_is_missing_until_it_is_given() {
        OrderWalk walk = placed();

        assertThat(walk.no("pay", "staff").reasons())
                .containsExactly(Reason.of(Reason.DATA_MISSING).with("fields", List.of("amount")));
        assertThat(walk.can("pay", "staff").needs()).extracting(Field::name).containsExactly("amount");
    }

    @Test
    void nothing_is_offered_that_no_amount_could_make_possible() {
        OrderWalk walk = placed();
        assertThat(walk.possible("staff")).doesNotContain("refund");

        walk.go("pay", "staff", "amount", "40 EUR");
        assertThat(walk.possible("staff")).contains("refund");

        walk.go("refund", "staff", "amount", "39.99 EUR");
        assertThat(walk.possible("staff")).contains("refund");

        walk.go("refund", "staff", "amount", "0.01 EUR");
        assertThat(walk.possible("staff")).doesNotContain("refund");
        assertThat(walk.can("refund", "staff").reasons())
                .extracting(reason -> reason.sentence(SHOP, "en"))
                .containsExactly("Refunded would be 40.01 EUR, but must be ≤ 40 EUR (Paid).");
    }

    @Test
    void a_field_that_must_be_there_and_that_nothing_bounds_yet_cannot_be_given() {
        Workflow having =
                shop().transition("note", t -> t.from("open").has("refunded")).build();
        OrderWalk walk = OrderWalk.of(having).place("customer");

        assertThat(walk.can("note", "staff").isPossible()).isFalse();
        assertThat(walk.go("pay", "staff", "amount", "5 EUR")
                        .can("note", "staff")
                        .isPossible())
                .isTrue();
    }

    @Test
    void a_field_can_be_set_to_the_value_of_another_or_to_a_total() {
        Workflow copying = Workflow.builder("copying")
                .field(Field.of("due", FieldType.MONEY))
                .field(Field.of("wish", FieldType.DATE))
                .field(Field.of("promised", FieldType.DATE))
                .field(Field.of("rate", FieldType.NUMBER).withMax(FieldBound.of(5)))
                .field(Field.of("score", FieldType.NUMBER))
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open").takes("wish", "score").set("due", TOTAL))
                .transition("place-free", t -> t.to("open").takes("wish", "score"))
                .transition("promise", t -> t.from("open").set("promised", Reference.field("wish")))
                .transition("grade", t -> t.from("open").needs("score").set("rate", Reference.field("score")))
                .transition("close", t -> t.from("open").to("closed"))
                .build();
        OrderWalk walk = OrderWalk.of(copying)
                .ordering(Line.of("1", "Tea", 3).withPrice(Money.parse("2.50 EUR")))
                .place("customer", "wish", "2026-05-31");

        assertThat(field(walk, "due")).isEqualTo(Money.parse("7.50 EUR"));
        assertThat(field(walk.go("promise", "staff"), "promised")).isEqualTo(field(walk, "wish"));
        assertThat(walk.explain(walk.no("grade", "staff", "score", "6")))
                .isEqualTo("6 cannot be written into rate: 6 is more than 5.");
        assertThat(field(walk.go("grade", "staff", "score", "5"), "rate")).isEqualTo(BigDecimal.valueOf(5));
        assertThat(OrderWalk.of(copying).notPlaced("customer").reasons())
                .containsExactly(Reason.of(Reason.OUT_OF_BOUNDS)
                        .with("kind", "unknown")
                        .with("field", "due")
                        .with("other", "total: lines"));
    }

    @Test
    void several_changes_all_look_at_the_order_before() {
        Workflow swapping = Workflow.builder("swapping")
                .field(Field.of("a", FieldType.NUMBER))
                .field(Field.of("b", FieldType.NUMBER))
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open").needs("a", "b"))
                .transition(
                        "swap",
                        t -> t.from("open").set("a", Reference.field("b")).set("b", Reference.field("a")))
                .transition("close", t -> t.from("open").to("closed"))
                .build();
        OrderWalk walk =
                OrderWalk.of(swapping).place("customer", "a", "1", "b", "2").go("swap", "staff");

        assertThat(field(walk, "a")).isEqualTo(BigDecimal.valueOf(2));
        assertThat(field(walk, "b")).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void a_deadline_counts_what_it_writes() {
        Workflow reminding = Workflow.builder("reminding")
                .roles("staff", "customer", "system")
                .field(Field.of("reminders", FieldType.NUMBER))
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open"))
                .transition(
                        "remind",
                        t -> t.from("open")
                                .after(TimeLimit.after("P1D", "place"))
                                .by("system")
                                .add("reminders", 1)
                                .whenField(new FieldCondition("reminders", Operator.AT_MOST, List.of(1))))
                .transition("again", t -> t.from("open").to("open").by("staff"))
                .transition("close", t -> t.from("open").to("closed"))
                .build();
        OrderWalk walk = OrderWalk.of(reminding).place("customer");
        assertThat(walk.order().deadline()).isNotNull();

        walk.later("PT24H").go("remind", "system");
        assertThat(walk.go("again", "staff").order().deadline()).isNull();
    }
}
