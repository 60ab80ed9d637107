package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckerConditionsTest {

    private static WorkflowBuilder<String, String> when(Field field, FieldCondition test) {
        return counter()
                .field(field)
                .transition("fill", t -> t.from("open").takes(field.name()))
                .transition("look", t -> t.from("open").whenField(test));
    }

    private static String wrong(String message) {
        return "transitions/3/when/f: error: wrong-condition: " + message;
    }

    @Test
    void a_word_that_is_no_choice_is_reported_with_the_one_that_was_meant() {
        assertThat(problems(when(Field.choice("f", "courier", "pickup"), FieldCondition.of("f", "curier"))))
                .containsExactly(wrong("field f can never have this value: \"curier\" is none of courier, pickup; "
                        + "did you mean \"courier\"?"));
    }

    @Test
    void each_wrong_value_is_reported() {
        assertThat(problems(
                        when(Field.choice("f", "courier", "pickup"), FieldCondition.of("f", "ufo", "pickup", "yak"))))
                .containsExactly(
                        wrong("field f can never have this value: \"ufo\" is none of courier, pickup"),
                        wrong("field f can never have this value: \"yak\" is none of courier, pickup"));
    }

    @Test
    void a_value_must_be_of_the_field_s_type() {
        assertThat(problems(when(Field.of("f", FieldType.NUMBER), FieldCondition.of("f", "many"))))
                .containsExactly(
                        wrong("field f can never have this value: \"many\" is not a number such as 12 or 3.5"));
        assertThat(problems(when(
                        Field.of("f", FieldType.DATE),
                        new FieldCondition("f", Operator.AT_LEAST, List.of("tomorrow")))))
                .containsExactly(
                        wrong("field f can never have this value: \"tomorrow\" is not a date such as 2026-05-31"));
    }

    @Test
    void a_number_must_be_within_the_field_s_bounds() {
        assertThat(problems(when(
                        Field.of("f", FieldType.NUMBER).withBounds(1, 5),
                        new FieldCondition("f", Operator.MORE_THAN, List.of(7)))))
                .containsExactly(wrong("field f can never have this value: 7 is more than 5"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FieldType.class,
            names = {"TEXT", "YES_NO", "CHOICE"})
    void types_without_an_order_cannot_be_compared(FieldType type) {
        Field field = Field.builder("f", type)
                .choices(type == FieldType.CHOICE ? List.of("true") : List.of())
                .build();

        assertThat(problems(when(field, new FieldCondition("f", Operator.AT_LEAST, List.of("true")))))
                .containsExactly(wrong("field f has type " + type.code()
                        + ", which has no order: use \"at-least\" on a " + "number, a date, an instant or money"));
    }

    @ParameterizedTest
    @CsvSource({"NUMBER,5", "DATE,2026-05-31", "INSTANT,2026-05-31T10:15:30Z", "MONEY,12.50 EUR"})
    void types_with_an_order_can_be_compared(FieldType type, String value) {
        for (Operator relation : List.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.MORE_THAN, Operator.LESS_THAN)) {
            assertThat(problems(when(Field.of("f", type), new FieldCondition("f", relation, List.of(value)))))
                    .isEmpty();
        }
    }

    @Test
    void only_a_text_can_be_an_order_s_number() {
        assertThat(problems(when(
                        Field.of("f", FieldType.NUMBER), new FieldCondition("f", Operator.ORDER_NUMBER, List.of()))))
                .containsExactly(wrong("field f has type number, which cannot be an order's number: "
                        + "use \"order-number\" on a text"));
        assertThat(problems(
                        when(Field.of("f", FieldType.TEXT), new FieldCondition("f", Operator.ORDER_NUMBER, List.of()))))
                .isEmpty();
    }

    @Test
    void a_wrong_condition_may_hold_or_not_so_that_nothing_follows_from_it() {
        assertThat(problems(counter()
                        .field(Field.choice("f", "courier"))
                        .removeTransitions(t -> t.event().equals("close"))
                        .transition("close", t -> t.from("open").to("closed").whenField("f", "ufo"))
                        .transition("close", t -> t.from("open").to("closed").takes("f"))
                        .transition("close", t -> t.from("open").to("closed").whenField("f", "courier"))))
                .containsExactly(
                        "transitions/1/when/f: error: wrong-condition: field f can never have this value: "
                                + "\"ufo\" is none of courier",
                        "transitions/3: error: unreachable-alternative: \"close: open → closed\" is never taken: "
                                + "wherever it fits, the earlier \"close: open → closed\" fits as well and is taken; "
                                + "put it first, or tell the two apart by \"when\"");
    }

    @Test
    void a_choice_needs_words_to_choose_from() {
        assertThat(problems(when(Field.of("f", FieldType.CHOICE), FieldCondition.present("f"))))
                .containsExactly("fields/f/of: error: wrong-condition: field f has type choice but no words to choose "
                        + "from: list them in \"of\"");
    }

    @Test
    void only_a_choice_has_words_to_choose_from() {
        assertThat(problems(when(
                        Field.builder("f", FieldType.TEXT).choices(List.of("a")).build(), FieldCondition.present("f"))))
                .containsExactly("fields/f/of: error: wrong-condition: field f has type text: "
                        + "only a choice lists words in \"of\"");
    }

    @Test
    void a_text_has_no_bounds() {
        Field least = Field.of("f", FieldType.TEXT).withMin(FieldBound.of(1));
        Field most = Field.of("f", FieldType.INSTANT).withMax(FieldBound.today());

        assertThat(problems(when(least, FieldCondition.present("f"))))
                .containsExactly("fields/f/min: error: wrong-condition: field f has type text: "
                        + "only a number, an amount of money and a date have bounds");
        assertThat(problems(when(most, FieldCondition.present("f"))))
                .containsExactly("fields/f/max: error: wrong-condition: field f has type instant: "
                        + "only a number, an amount of money and a date have bounds");
    }

    @Test
    void a_bound_is_of_the_type_of_the_field() {
        assertThat(problems(
                        when(Field.of("f", FieldType.MONEY).withMin(FieldBound.of(5)), FieldCondition.present("f"))))
                .containsExactly("fields/f/min: error: wrong-condition: field f has type money, "
                        + "but its \"min\" 5 is a number: write an amount such as 12.50 EUR");
        assertThat(problems(
                        when(Field.of("f", FieldType.NUMBER).withMax(FieldBound.today()), FieldCondition.present("f"))))
                .containsExactly("fields/f/max: error: wrong-condition: field f has type number, "
                        + "but its \"max\" today is a date: write a number such as 12 or 3.5");
        assertThat(problems(when(
                        Field.of("f", FieldType.DATE)
                                .withMin(FieldBound.today())
                                .withMax(FieldBound.parse("2026-12-31")),
                        FieldCondition.present("f"))))
                .isEmpty();
    }

    @Test
    void bounds_of_an_amount_are_in_one_currency() {
        Field amount = Field.of("f", FieldType.MONEY)
                .withMin(FieldBound.parse("5 EUR"))
                .withMax(FieldBound.parse("50 PLN"));
        assertThat(problems(when(amount, FieldCondition.present("f"))))
                .contains("fields/f/max: error: wrong-condition: field f takes no amount at all: "
                        + "its \"min\" 5 EUR and its \"max\" 50 PLN are in two currencies");
    }

    @Test
    void a_condition_compares_with_a_value_within_the_bounds() {
        Field amount = Field.of("f", FieldType.MONEY).withMax(FieldBound.parse("50 EUR"));
        assertThat(problems(when(amount, FieldCondition.of("f", "60 EUR"))))
                .contains("transitions/3/when/f: error: wrong-condition: field f can never have this value: "
                        + "60 EUR is more than 50 EUR");
        assertThat(problems(when(amount, FieldCondition.of("f", "5 PLN"))))
                .contains("transitions/3/when/f: error: wrong-condition: field f can never have this value: "
                        + "5 PLN is not in EUR, the only currency allowed");
    }

    @Test
    void bounds_must_leave_a_value() {
        assertThat(problems(when(Field.of("f", FieldType.NUMBER).withBounds(5, 1), FieldCondition.absent("f"))))
                .containsExactly("fields/f/min: error: wrong-condition: field f takes no number at all: "
                        + "its \"min\" 5 is more than its \"max\" 1");
        assertThat(problems(when(Field.of("f", FieldType.NUMBER).withBounds(1, 1), FieldCondition.present("f"))))
                .isEmpty();
        Field never = Field.of("f", FieldType.DATE)
                .withMin(FieldBound.parse("2026-02-01"))
                .withMax(FieldBound.parse("2026-01-31"));
        assertThat(problems(when(never, FieldCondition.absent("f"))))
                .containsExactly("fields/f/min: error: wrong-condition: field f takes no date at all: "
                        + "its \"min\" 2026-02-01 is more than its \"max\" 2026-01-31");
        Field least = Field.builder("f", FieldType.NUMBER).min(FieldBound.of(1)).build();
        Field most = Field.builder("f", FieldType.NUMBER).max(FieldBound.of(1)).build();
        assertThat(problems(when(least, FieldCondition.present("f")))).isEmpty();
        assertThat(problems(when(most, FieldCondition.present("f")))).isEmpty();
    }

    @Test
    void a_checklist_has_yes_no_fields() {
        assertThat(problems(counter()
                        .field(Field.of("card", FieldType.YES_NO))
                        .field(Field.of("note", FieldType.TEXT))
                        .transition("tick", t -> t.from("open").checklist("card", "note"))))
                .containsExactly("transitions/2/checklist: error: wrong-condition: field note has type text: "
                        + "only yes-no fields can be ticked on a checklist");
    }

    @Test
    void a_limit_counts_the_days_in_a_number_from_a_date_or_an_instant() {
        WorkflowBuilder<String, String> limited = counter()
                .field(Field.of("days", FieldType.TEXT))
                .field(Field.of("day", FieldType.TEXT))
                .status("open", s -> s.due(TimeLimit.after("days in days").datedBy("day")))
                .transition("fill", t -> t.from("open").takes("days", "day"));

        assertThat(problems(limited))
                .containsExactly(
                        "statuses/open/due/time: error: wrong-condition: field days has type text: "
                                + "a limit counts the days in a number",
                        "statuses/open/due/dated-by: error: wrong-condition: field day has type text: "
                                + "a limit is dated by a date or an instant");
        assertThat(problems(limited.field(Field.of("days", FieldType.NUMBER)).field(Field.of("day", FieldType.DATE))))
                .isEmpty();
        assertThat(problems(limited.field(Field.of("day", FieldType.INSTANT)))).isEmpty();
    }

    @Test
    void a_limit_names_fields_that_exist() {
        assertThat(problems(counter()
                        .status(
                                "open",
                                s -> s.due(TimeLimit.after("days in nothing").datedBy("nowhen")))))
                .containsExactly(
                        "statuses/open/due/time: error: unknown-field: \"nothing\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"",
                        "statuses/open/due/dated-by: error: unknown-field: \"nowhen\" is no field of this workflow: "
                                + "correct it, or declare it under \"fields\"");
    }

    @Test
    void parcels_have_a_text_for_the_number_and_a_text_or_choice_for_the_carrier() {
        WorkflowBuilder<String, String> parcels = counter()
                .field(Field.choice("number", "a"))
                .field(Field.of("carrier", FieldType.DATE))
                .transition("fill", t -> t.from("open").takes("number", "carrier"))
                .parcels(new ParcelFields("number", "carrier", null));

        assertThat(problems(parcels))
                .containsExactly(
                        "parcels/number: error: wrong-condition: field number has type choice: "
                                + "a tracking number is a text",
                        "parcels/carrier: error: wrong-condition: field carrier has type date: "
                                + "a carrier's name is a text or a choice");
        assertThat(problems(parcels.field(Field.of("number", FieldType.TEXT)).field(Field.choice("carrier", "a"))))
                .isEmpty();
        assertThat(problems(parcels.field(Field.of("carrier", FieldType.TEXT)))).isEmpty();
    }

    @Test
    void a_field_that_no_transition_can_set_is_reported() {
        assertThat(problems(counter()
                        .field(Field.of("colour", FieldType.TEXT))
                        .transition("look", t -> t.from("open").whenField(FieldCondition.absent("colour")))))
                .containsExactly("fields/colour: warning: unused-field: no transition can set field colour: "
                        + "name it in \"needs\", \"has\" or \"takes\" of one, or remove it");
    }

    @Test
    void a_field_that_some_transition_can_set_in_whatever_way_is_used() {
        assertThat(problems(counter()
                        .field(Field.of("a", FieldType.TEXT))
                        .field(Field.of("b", FieldType.TEXT))
                        .field(Field.of("c", FieldType.TEXT))
                        .field(Field.of("d", FieldType.YES_NO))
                        .field(Field.of("e", FieldType.TEXT))
                        .transition(
                                "fill",
                                t -> t.from("open")
                                        .needs("a")
                                        .has("b")
                                        .takes("c")
                                        .checklist("d")
                                        .whenField(FieldCondition.present("e")))))
                .isEmpty();
    }
}
