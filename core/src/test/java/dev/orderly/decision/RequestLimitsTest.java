package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.workflow.Workflow;
import java.time.LocalDate;
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
                        "lines: a text of 501 characters is too long: the limit is 500.",
                        r -> r.withLines(titled("x".repeat(501)))),
                wrong(
                        "lines: a text of 101 characters is too long: the limit is 100.",
                        r -> r.withLines(Line.of("x".repeat(101), "x", 1))),
                wrong(
                        "lines: +10000-01-01 is not in the years 1 to 9999.",
                        r -> r.withLines(titled("x").withAvailableFrom(LocalDate.of(10_000, 1, 1)))),
                wrong(
                        "lines: 1001 lines are too many: the limit is 1000.",
                        r -> r.withLines(Collections.nCopies(1001, titled("x")).toArray(Line[]::new))));
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
                .withLines(Collections.nCopies(1000, Line.of("x".repeat(100), "x".repeat(500), 1))
                        .toArray(Line[]::new));

        assertThat(answer(DECIDER.place("x".repeat(100), most))).isEqualTo("accepted");
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
}
