package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.workflow.FieldCondition.Operator;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void a_word_of_a_choice_without_a_label_stands_for_itself() {
        Field pace = Field.choice("pace", "slow", "fast").withChoiceLabel("slow", "pl", "wolno");

        assertThat(pace.choiceLabel("slow", "pl")).isEqualTo("wolno");
        assertThat(pace.choiceLabel("fast", "pl")).isEqualTo("fast");
    }

    @Test
    void only_the_words_of_a_choice_have_labels() {
        assertThatThrownBy(() -> Field.choice("pace", "slow", "fast").withChoiceLabel("quick", "en", "Quickly"))
                .hasMessage("field pace has a label for \"quick\", which is none of its words: slow, fast");
    }

    @Test
    void a_customer_sees_a_coarser_status_where_there_is_one() {
        Workflow shop = Workflow.builder("shop")
                .customerStatus("working", LocalText.of("en", "We are on it"), LocalText.EMPTY)
                .status("checked", s -> s.label("en", "Checked for fraud").shownAs("working"))
                .status("sent", s -> s.label("en", "Sent").done())
                .transition("place", t -> t.to("checked"))
                .transition("send", t -> t.from("checked").to("sent"))
                .build();

        assertThat(shop.customerStatusLabel("checked", "en")).isEqualTo("We are on it");
        assertThat(shop.customerStatusLabel("sent", "en")).isEqualTo("Sent");
        assertThat(shop.customerStatus("sent")).isEmpty();
    }

    @Test
    void trailing_zeros_do_not_matter_to_money_or_numbers() {
        assertThat(Money.parse("1.50 EUR")).isEqualTo(Money.parse("1.5 EUR")).hasSameHashCodeAs(Money.parse("1.5 EUR"));
        assertThat(FieldType.NUMBER.canonical("1.50")).isEqualTo(FieldType.NUMBER.canonical(1.5));
        assertThat(FieldType.NUMBER.canonical("1e3")).isEqualTo(FieldType.NUMBER.canonical(1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e51"})
    void huge_exponents_are_refused_before_they_fill_the_memory(String text) {
        BigDecimal number = new BigDecimal(text);
        String message = "a number of more than 50 digits is not supported";
        assertThatThrownBy(() -> FieldType.NUMBER.canonical(text)).hasMessage(message);
        assertThatThrownBy(() -> FieldType.NUMBER.canonical(number)).hasMessage(message);
        assertThatThrownBy(() -> new Money(number, Currency.getInstance("EUR"))).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, twelve, a number such as 12 or 3.5",
        "YES_NO, maybe, true or false",
        "DATE, 2026-02-30, a date such as 2026-05-31",
        "INSTANT, 2026-05-31, a time such as 2026-05-31T10:15:30Z",
    })
    void a_value_of_another_type_is_refused_with_what_it_should_be(FieldType type, String value, String expectation) {
        assertThatThrownBy(() -> type.canonical(value)).hasMessage("\"" + value + "\" is not " + expectation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.50", "EUR", "12.50 EURO", "x EUR", "EUR 12.50", ""})
    void what_is_no_money_is_refused_with_an_example(String text) {
        assertThatThrownBy(() -> Money.parse(text))
                .hasMessage("\"" + text + "\" is no amount of money: write it as 12.50 EUR");
    }

    @Test
    void dates_have_years_of_four_digits() {
        assertThatThrownBy(() -> FieldType.DATE.canonical("+999999999-12-31"))
                .hasMessage("\"+999999999-12-31\" is not in the years 1 to 9999");
        assertThatThrownBy(() -> FieldType.DATE.canonical(LocalDate.MIN)).hasMessageContaining("years 1 to 9999");
        assertThatThrownBy(() -> FieldType.INSTANT.canonical(Instant.MAX)).hasMessageContaining("years 1 to 9999");
        assertThat(FieldType.DATE.canonical("9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
    }

    @Test
    void an_instant_may_be_written_with_an_offset() {
        assertThat(FieldType.INSTANT.canonical("2026-05-31T12:00:00+02:00"))
                .isEqualTo(Instant.parse("2026-05-31T10:00:00Z"));
    }

    @Test
    void a_text_has_a_limit() {
        assertThatThrownBy(() -> FieldType.TEXT.canonical("x".repeat(10_001)))
                .hasMessage("a text of 10001 characters is too long: the limit is 10000");
    }

    @Test
    void the_bounds_of_a_number_are_included() {
        Field rating = Field.of("rating", FieldType.NUMBER).withBounds(1, 5);
        assertThat(rating.canonical("1")).isEqualTo(BigDecimal.ONE);
        assertThat(rating.canonical("5.0")).isEqualTo(BigDecimal.valueOf(5));
        assertThatThrownBy(() -> rating.canonical("0.9")).hasMessage("0.9 is less than 1");
        assertThatThrownBy(() -> rating.canonical("5.1")).hasMessage("5.1 is more than 5");
    }

    @ParameterizedTest
    @CsvSource({
        "9.99 EUR, 9.99 EUR is less than 10 EUR",
        "20.01 EUR, 20.01 EUR is more than 20 EUR",
        "15 PLN, '15 PLN is not in EUR, the only currency allowed'"
    })
    void the_bounds_of_an_amount_are_included_and_say_its_currency(String amount, String message) {
        Field refund = Field.of("refund", FieldType.MONEY)
                .withMin(FieldBound.of(Money.parse("10 EUR")))
                .withMax(FieldBound.of(Money.parse("20 EUR")));
        assertThat(refund.canonical("10.00 EUR")).isEqualTo(Money.parse("10 EUR"));
        assertThat(refund.canonical("20 EUR")).isEqualTo(Money.parse("20 EUR"));
        assertThatThrownBy(() -> refund.canonical(amount)).hasMessage(message);
    }

    @Test
    void the_bounds_of_a_date_are_included() {
        Field birthday = Field.of("birthday", FieldType.DATE)
                .withMin(FieldBound.of(LocalDate.parse("1900-01-01")))
                .withMax(FieldBound.of(LocalDate.parse("2010-12-31")));
        assertThat(birthday.canonical("1900-01-01")).isEqualTo(LocalDate.parse("1900-01-01"));
        assertThat(birthday.canonical("2010-12-31")).isEqualTo(LocalDate.parse("2010-12-31"));
        assertThatThrownBy(() -> birthday.canonical("1899-12-31")).hasMessage("1899-12-31 is before 1900-01-01");
        assertThatThrownBy(() -> birthday.canonical("2011-01-01")).hasMessage("2011-01-01 is after 2010-12-31");
    }

    @Test
    void today_is_the_day_of_the_request_where_the_shop_is() {
        Field received = Field.of("received", FieldType.DATE).withMax(FieldBound.today());
        Field wished = Field.of("wished", FieldType.DATE).withMin(FieldBound.today());
        Instant lateInLondon = Instant.parse("2026-03-02T23:30:00Z");
        WorkCalendar warsaw = WorkCalendar.UTC.withZone(ZoneId.of("Europe/Warsaw"));

        assertThat(received.canonical("2026-03-03", lateInLondon, warsaw)).isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(wished.canonical("2026-03-02", lateInLondon, WorkCalendar.UTC))
                .isEqualTo(LocalDate.parse("2026-03-02"));
        assertThatThrownBy(() -> received.canonical("2026-03-03", lateInLondon, WorkCalendar.UTC))
                .hasMessage("2026-03-03 is after today, 2026-03-02");
        assertThatThrownBy(() -> wished.canonical("2026-03-02", lateInLondon, warsaw))
                .hasMessage("2026-03-02 is before today, 2026-03-03");
    }

    @Test
    void whether_an_older_value_was_in_time_is_settled() {
        Field received = Field.of("received", FieldType.DATE).withMax(FieldBound.today());
        assertThat(received.canonical("9999-12-31")).isEqualTo(LocalDate.parse("9999-12-31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "-0.5", "12.5 EUR", "2026-05-31", "today"})
    void a_bound_is_read_as_it_is_written(String text) {
        assertThat(FieldBound.parse(text)).hasToString(text).isEqualTo(FieldBound.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "five, '\"five\" is no bound: write a number such as 5, an amount such as 12.50 EUR, a date such as "
                + "2026-05-31, or today'",
        "1.005 EUR, 1.005 EUR has too many decimals: EUR has 2",
        "2026-02-30, \"2026-02-30\" is not a date such as 2026-05-31",
        "99999-01-01, \"99999-01-01\" is not a date such as 2026-05-31"
    })
    void what_is_no_bound_is_refused(String text, String message) {
        assertThatThrownBy(() -> FieldBound.parse(text)).hasMessage(message);
    }

    @Test
    void a_choice_takes_its_words_only() {
        assertThatThrownBy(() -> Field.choice("delivery", "courier", "pickup").canonical("drone"))
                .hasMessage("\"drone\" is none of courier, pickup");
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 4, false", "AT_LEAST, 5, true", "AT_MOST, 5, true", "AT_MOST, 6, false",
        "MORE_THAN, 5, false", "MORE_THAN, 6, true", "LESS_THAN, 5, false", "LESS_THAN, 4, true",
        "IS, 5, true", "IS, 4, false", "IS_NOT, 5, false", "IS_NOT, 4, true",
    })
    void a_value_is_compared_with_the_one_given(Operator operator, BigDecimal value, boolean holds) {
        FieldCondition test = new FieldCondition("n", operator, List.of(BigDecimal.valueOf(5)));
        assertThat(test.holds(value, "A-1")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"IS", "IS_NOT", "AT_LEAST", "LESS_THAN"})
    void what_is_not_known_is_neither_equal_nor_different(Operator operator) {
        assertThat(new FieldCondition("n", operator, List.of(BigDecimal.ONE)).holds(null, "A-1"))
                .isFalse();
    }

    @Test
    void only_absence_holds_without_a_value() {
        assertThat(FieldCondition.absent("n").holds(null, "A-1")).isTrue();
        assertThat(FieldCondition.absent("n").holds("x", "A-1")).isFalse();
        assertThat(FieldCondition.present("n").holds(null, "A-1")).isFalse();
        assertThat(FieldCondition.present("n").holds("x", "A-1")).isTrue();
    }

    @Test
    void the_orders_number_is_compared_exactly() {
        FieldCondition test = new FieldCondition("n", Operator.ORDER_NUMBER, List.of());
        assertThat(test.holds("A-1", "A-1")).isTrue();
        assertThat(test.holds("a-1", "A-1")).isFalse();
    }

    @Test
    void money_is_ordered_within_one_currency() {
        FieldCondition test = new FieldCondition("n", Operator.AT_LEAST, List.of(Money.parse("5 EUR")));
        assertThat(test.holds(Money.parse("6 EUR"), "A-1")).isTrue();
        assertThat(test.holds(Money.parse("6 PLN"), "A-1")).isFalse();
    }

    @Test
    void a_condition_takes_as_many_values_as_its_operator_needs() {
        assertThatThrownBy(() -> FieldCondition.of("n")).hasMessage("the condition \"is\" on n does not take 0 values");
        assertThatThrownBy(() -> new FieldCondition("n", Operator.PRESENT, List.of("x")))
                .hasMessage("the condition \"present\" on n does not take 1 values");
    }

    @Test
    void data_is_a_copy_sorted_by_name() {
        Map<String, Object> map = new LinkedHashMap<>(Map.of("b", 1));
        Data data = Data.of(map).with("a", 2);
        map.put("c", 3);
        assertThat(data.asMap().keySet()).containsExactly("a", "b");
        assertThatThrownBy(() -> data.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void later_data_take_the_place_of_earlier_ones() {
        assertThat(Data.of("a", 1).with(Data.of("a", 2).with("b", 3))).isEqualTo(Data.of(Map.of("a", 2, "b", 3)));
    }

    @Test
    void a_text_in_a_missing_language_is_given_in_english_or_else_in_any() {
        LocalText text = LocalText.of("pl", "Nowe").with("en", "New");
        assertThat(text.textOr("pl", "?")).isEqualTo("Nowe");
        assertThat(text.textOr("el", "?")).isEqualTo("New");
        assertThat(LocalText.of("pl", "Nowe").textOr("el", "?")).isEqualTo("Nowe");
        assertThat(LocalText.EMPTY.textOr("el", "?")).isEqualTo("?");
    }

    @Test
    void a_text_cannot_be_blank() {
        assertThatThrownBy(() -> LocalText.of("en", " ")).hasMessage("the text in \"en\" is blank");
    }

    @Test
    void a_calendar_leaves_at_least_one_day_to_work_on() {
        assertThatThrownBy(() -> new WorkCalendar(ZoneOffset.UTC, Set.of(DayOfWeek.values()), Set.of()))
                .hasMessage("the weekend cannot be the whole week: no business day would remain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "PROCESSED", "partially fulfilled", "v1.2", "В обработке", "हिन्दी", "a_b-c"})
    void a_name_is_made_of_words_of_any_script(String name) {
        assertThat(Name.isValid(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " new", "new ", "a  b", "a--b", "a/b", "-a", "a\n"})
    void what_stands_between_words_is_single(String name) {
        assertThat(Name.isValid(name)).isFalse();
    }

    @Test
    void a_name_has_at_most_64_characters() {
        assertThat(Name.isValid("x".repeat(64))).isTrue();
        assertThat(Name.isValid("x".repeat(65))).isFalse();
    }

    @Test
    void the_nearest_name_has_few_slips() {
        List<String> known = List.of("new", "shipped", "awaiting-payment");
        assertThat(Name.nearest("shiped", known)).hasValue("shipped");
        assertThat(Name.nearest("nwe", known)).hasValue("new");
        assertThat(Name.nearest("NEW", known)).hasValue("new");
        assertThat(Name.nearest("awaiting-paxxxnt", known)).hasValue("awaiting-payment");
        assertThat(Name.nearest("awaiting-xxxxent", known)).isEmpty();
        assertThat(Name.nearest("x".repeat(1_000_000), known)).isEmpty();
    }
}
