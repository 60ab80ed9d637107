package dev.orderly.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.workflow.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    private static final Line BOOK = Line.of("b-1", "Solaris", 3);

    private static Line at(String price) {
        return BOOK.withPrice(Money.parse(price));
    }

    private static Order order(Line... lines) {
        return Order.builder("A-1", "shop", 1, Activities.START, StatusTrail.start("place", "new", Activities.START))
                .lines(List.of(lines))
                .build();
    }

    @Test
    void a_line_costs_its_price_for_each() {
        assertThat(at("39.90 PLN").total()).isEqualTo(Money.parse("119.70 PLN"));
        assertThat(at("0 PLN").total()).isEqualTo(Money.parse("0 PLN"));
        assertThat(BOOK.total()).isNull();
    }

    @Test
    void an_order_costs_what_its_lines_cost() {
        Order order = order(at("39.90 PLN"), at("0.05 PLN"));

        assertThat(order.total()).isEqualTo(Money.parse("119.85 PLN"));
        assertThat(order.currency()).isEqualTo(Currency.getInstance("PLN"));
    }

    @Test
    void an_order_without_prices_has_no_total() {
        assertThat(order(BOOK).total()).isNull();
        assertThat(order(BOOK).currency()).isNull();
        assertThat(order().total()).isNull();
        assertThat(order().currency()).isNull();
    }

    @Test
    void where_prices_do_not_add_up_there_is_no_total() {
        assertThat(order(at("1 PLN"), BOOK).total()).isNull();
        assertThat(order(at("1 PLN"), at("1 EUR")).total()).isNull();
    }

    @Test
    void the_greatest_order_has_a_total() {
        Line greatest = Line.of("b-1", "Solaris", Line.MAX_QUANTITY).withPrice(Money.parse("999999999999.9999 CLF"));
        Order order = order(Collections.nCopies(10_000, greatest).toArray(Line[]::new));

        assertThat(order.total()).isEqualTo(Money.parse("9999999999999999000000 CLF"));
    }

    @Test
    void a_line_that_has_no_id_has_its_place_in_the_order_for_one() {
        List<Line> lines = List.of(BOOK.withId("x-9"), BOOK, BOOK.withId("1"));

        assertThat(order(lines.toArray(Line[]::new)).lines())
                .extracting(Line::id)
                .containsExactly("x-9", "2", "1");
        assertThat(Placement.of("A-1", "shop", 1).withLines(lines).lines())
                .extracting(Line::id)
                .containsExactly("x-9", "2", "1");
        assertThat(OrderState.of("A-1", "new", Activities.START)
                        .withLines(lines)
                        .lines())
                .extracting(Line::id)
                .containsExactly("x-9", "2", "1");
    }

    @Test
    void what_cannot_be_ordered_is_no_line() {
        assertThatThrownBy(() -> Line.of("b-1", "Solaris", 0))
                .hasMessage("the quantity of b-1 must be at least 1, but is 0");
        assertThatThrownBy(() -> Line.of("b-1", "Solaris", 1_000_001))
                .hasMessage("the quantity of b-1 must be at most 1000000, but is 1000001");
        assertThatThrownBy(() -> at("-0.01 EUR"))
                .hasMessage("the price of b-1 must be from 0 to below 1000000000000, but is -0.01 EUR");
        assertThatThrownBy(() -> at("1000000000000 VND"))
                .hasMessage("the price of b-1 must be from 0 to below 1000000000000, but is 1000000000000 VND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://shop.example/1", "javascript:alert(1)", "//shop.example/1", " https://a.example", ""})
    void an_address_leads_to_a_page_over_https(String url) {
        assertThatThrownBy(() -> BOOK.withImageUrl(url))
                .hasMessage("the address of the image of b-1 must begin with https://, but is " + url);
        assertThatThrownBy(() -> BOOK.withProductUrl(url))
                .hasMessage("the address of the page of b-1 must begin with https://, but is " + url);
    }

    @Test
    void a_copy_differs_in_one_thing() {
        Line whole = BOOK.withId("7")
                .withPrice(Money.parse("5 EUR"))
                .withAvailableFrom(LocalDate.EPOCH)
                .withImageUrl("https://shop.example/1.jpg")
                .withProductUrl("HTTPS://shop.example/1");

        assertThat(whole)
                .hasToString("Line[id=7, sku=b-1, title=Solaris, quantity=3, price=5 EUR, availableFrom=1970-01-01,"
                        + " imageUrl=https://shop.example/1.jpg, productUrl=HTTPS://shop.example/1]");
        assertThat(List.of(
                        whole.withId("8"),
                        whole.withPrice(null),
                        whole.withAvailableFrom(null),
                        whole.withImageUrl(null),
                        whole.withProductUrl(null)))
                .doesNotContain(whole)
                .doesNotHaveDuplicates();
        assertThat(whole.withId("8").withId("7")).isEqualTo(whole).hasSameHashCodeAs(whole);
    }
}
