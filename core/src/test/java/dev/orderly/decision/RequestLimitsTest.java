package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no order can take, whatever its workflow says. */
class RequestLimitsTest {

    private static final Workflow SHOP = Workflow.builder("shop")
            .status("open", s -> s.done())
            .transition("place", t -> t.to("open"))
            .transition("note", t -> t.from("open"))
            .build();
    private static final Decider DECIDER = Decider.of(SHOP);
    private static final Request PLACE =
            Request.of("place", Actor.of("customer")).withTime(OrderWalk.START);

    private static String answer(Decision decision) {
        return decision instanceof Rejected rejected
                ? rejected.code() + " " + rejected.explain(SHOP, "en")
                : "accepted";
    }

    private static Arguments wrong(String problem, UnaryOperator<Request> change) {
        return Arguments.of(problem, change);
    }

    private static Line titled(String title) {
        return Line.of("1", title, 1);
    }

    static Stream<Arguments> wrongPlacings() {
        return Stream.of(
                wrong(
                        "request-id: a text of 201 characters is too long: the limit is 200.",
                        r -> r.withId("x".repeat(201))),
                wrong(
                        "request-id: the character U+0000 at place 2 is none that a text can have.",
                        r -> r.withId("x\0")),
                wrong(
                        "comment: the character U+D800 at place 1 is none that a text can have.",
                        r -> r.withComment("\uD800")),
                wrong(
                        "e-mail: a text of 321 characters is too long: the limit is 320.",
                        r -> r.withCustomer(Customer.of("x".repeat(321)))),
                wrong(
                        "name: a text of 201 characters is too long: the limit is 200.",
                        r -> r.withCustomer(Customer.UNKNOWN.withName("x".repeat(201)))),
                wrong(
                        "language: a text of 36 characters is too long: the limit is 35.",
                        r -> r.withCustomer(Customer.UNKNOWN.withLanguage("x".repeat(36)))),
                wrong(
                        "lines: line 1: a text of 501 characters is too long: the limit is 500.",
                        r -> r.withLines(titled("x".repeat(501)))),
                wrong(
                        "lines: line 1: a text of 101 characters is too long: the limit is 100.",
                        r -> r.withLines(Line.of("x".repeat(101), "x", 1))),
                wrong(
                        "lines: line 1: +10000-01-01 is not in the years 1 to 9999.",
                        r -> r.withLines(titled("x").withAvailableFrom(LocalDate.of(10_000, 1, 1)))),
                wrong(
                        "lines: 10001 lines are too many: the limit is 10000.",
                        r -> r.withLines(
                                Collections.nCopies(10_001, titled("x")).toArray(Line[]::new))));
    }

    static Stream<Arguments> wrongLines() {
        Line a = titled("x").withId("a");
        Line b = titled("x").withId("b");
        Money zloty = Money.parse("1 PLN");
        String twice = ": give each line its own, or none, for a line without an id has its position for one.";
        return Stream.of(
                lines(
                        "line 1: a text of 101 characters is too long: the limit is 100.",
                        titled("x").withId("x".repeat(101))),
                lines("line 1: a blank text is no id.", titled("x").withId(" ")),
                lines("line 3: the id \"a\" is that of line 1" + twice, a, b, a),
                lines("line 3: the id \"3\" is that of line 1" + twice, a.withId("3"), b, titled("x")),
                lines(
                        "line 2: it has no price, but line 1 has one: give every line a price, or none.",
                        a.withPrice(zloty),
                        b),
                lines(
                        "line 3: it has a price, but line 1 has none: give every line a price, or none.",
                        a,
                        b,
                        titled("x").withPrice(zloty)),
                lines(
                        "line 2: its price is in EUR, but that of line 1 in PLN: an order has one currency.",
                        a.withPrice(zloty),
                        b.withPrice(Money.parse("1 EUR"))),
                lines(
                        "line 1: a text of 2001 characters is too long: the limit is 2000.",
                        a.withImageUrl("https://" + "x".repeat(1993))),
                lines("line 1: a text of 501 characters is too long: the limit is 500.", titled("x".repeat(501))),
                lines("line 1: the address https:///1.jpg names no host.", a.withImageUrl("https:///1.jpg")),
                lines(
                        "line 1: the address https://me@shop.example/ must not name a user.",
                        a.withProductUrl("https://me@shop.example/")),
                lines(
                        "line 2: \"https://shop.example/a b\" is no web address: Illegal character in path at place 23.",
                        a,
                        b.withProductUrl("https://shop.example/a b")));
    }

    @Test
    void the_texts_of_all_lines_have_a_limit_together() {
        Line[] lines =
                Collections.nCopies(4_000, Line.of("1", "x".repeat(500), 1)).toArray(Line[]::new);

        assertThat(answer(DECIDER.place("A-1", PLACE.withLines(lines))))
                .isEqualTo("data-invalid lines: the texts of all lines have 2004000 characters together: the limit is"
                        + " 2000000.");
    }

    private static Arguments lines(String problem, Line... lines) {
        return Arguments.of(problem, lines);
    }

    @ParameterizedTest
    @MethodSource("wrongLines")
    void a_line_that_cannot_be_is_named(String problem, Line[] lines) {
        assertThat(answer(DECIDER.place("A-1", PLACE.withLines(lines)))).isEqualTo("data-invalid lines: " + problem);
    }

    @ParameterizedTest
    @MethodSource("wrongPlacings")
    void what_no_store_can_keep_is_refused(String problem, UnaryOperator<Request> change) {
        assertThat(answer(DECIDER.place("A-1", change.apply(PLACE)))).isEqualTo("data-invalid " + problem);
    }

    @Test
    void what_is_just_not_too_long_is_accepted() {
        Request most = PLACE.withId("x".repeat(200))
                .withComment("x".repeat(10_000))
                .withCustomer(
                        Customer.of("x".repeat(320)).withName("x".repeat(200)).withLanguage("x".repeat(35)))
                .withLines(Collections.nCopies(
                                10_000,
                                Line.of("x".repeat(100), "x".repeat(80), 1_000_000)
                                        .withPrice(Money.parse("999999999999.99 EUR"))
                                        .withImageUrl("https://a.example/12"))
                        .toArray(Line[]::new));

        assertThat(answer(DECIDER.place("x".repeat(100), most))).isEqualTo("accepted");
    }

    @Test
    void an_order_keeps_the_ids_prices_and_addresses_of_its_lines() {
        Line line = titled("Solaris")
                .withId("x".repeat(100))
                .withPrice(Money.parse("39.90 PLN"))
                .withImageUrl("https://shop.example/1.jpg")
                .withProductUrl("https://shop.example:8443/b/1?from=mail#top");
        Accepted placed = (Accepted)
                DECIDER.place("A-1", PLACE.withLines(line, titled("Eden").withPrice(line.price())));

        assertThat(placed.order().lines()).first().isEqualTo(line);
        assertThat(placed.order().lines()).extracting(Line::id).containsExactly(line.id(), "2");
        assertThat(placed.order().total()).isEqualTo(Money.parse("79.80 PLN"));
        assertThat(placed.entry().placement())
                .isNotNull()
                .satisfies(placement ->
                        assertThat(placement.lines()).isEqualTo(placed.order().lines()));
    }

    @Test
    void a_number_that_is_too_long_or_blank_is_refused() {
        assertThat(answer(DECIDER.place("x".repeat(101), PLACE)))
                .isEqualTo("data-invalid number: a text of 101 characters is too long: the limit is 100.");
        assertThat(answer(DECIDER.place(" ", PLACE))).isEqualTo("data-invalid number: a blank text names no order.");
    }

    @Test
    void who_moves_an_order_has_a_name_that_can_be_written_down() {
        Accepted placed = (Accepted) DECIDER.place("A-1", PLACE);
        Request note = Request.of("note", Actor.of("staff", "x".repeat(201))).withTime(OrderWalk.START);

        assertThat(answer(DECIDER.decide(placed.order(), note)))
                .isEqualTo("data-invalid actor: a text of 201 characters is too long: the limit is 200.");
    }

    @Test
    void letters_outside_the_basic_plane_are_texts() {
        assertThat(answer(DECIDER.place("A-1", PLACE.withComment("🎁 for 中国")))).isEqualTo("accepted");
    }

    @Test
    void a_customer_or_lines_that_only_placing_takes_are_refused_and_not_dropped() {
        Order order = ((Accepted) DECIDER.place("A-1", PLACE)).order();
        Request again = Request.of("note", Actor.of("staff")).withTime(OrderWalk.START);

        assertThat(answer(DECIDER.decide(order, again))).isEqualTo("accepted");
        assertThat(answer(DECIDER.decide(order, again.withCustomer(Customer.of("right@example.org")))))
                .isEqualTo("data-invalid customer: only the event that places an order takes this: leave it out of a"
                        + " later request.");
        assertThat(answer(DECIDER.decide(order, again.withLines(titled("a book")))))
                .startsWith("data-invalid lines: only the event that places an order takes this");
    }

    @Test
    void all_texts_of_all_lines_count() {
        Line line = Line.of("s".repeat(100), "t", 1)
                .withImageUrl("https://example.com/" + "i".repeat(180))
                .withProductUrl("https://example.com/" + "p".repeat(180));
        Line[] lines = new Line[4_000];
        Arrays.fill(lines, line);

        assertThat(answer(DECIDER.place("A-1", PLACE.withLines(lines))))
                .contains("the texts of all lines have 2004000 characters together: the limit is 2000000");
    }
}
