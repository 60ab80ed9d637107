package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests are values. */
class RequestTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Request request() {
        return Request.of("pay", Actor.of("staff"))
                .with("amount", "5 EUR")
                .withComment("cash")
                .withId("r-1")
                .withTime(NOON)
                .withCustomer(Customer.UNKNOWN)
                .withLines(Line.of("1", "Solaris", 2))
                .withItems(LineQuantity.of("1", 1))
                .withExpectedSequence(3);
    }

    @Test
    void requests_with_equal_parts_are_equal() {
        assertThat(request()).isEqualTo(request()).hasSameHashCodeAs(request());
        assertThat(request().hashCode()).isNotEqualTo(request().withId("r-2").hashCode());
    }

    @Test
    void a_request_differs_from_one_with_any_other_part() {
        assertThat(List.of(
                        request().withEvent("refund"),
                        request().withActor(Actor.of("customer")),
                        request().with("amount", "6 EUR"),
                        request().withComment("card"),
                        request().withId("r-2"),
                        request().withTime(NOON.plusSeconds(1)),
                        request().withCustomer(Customer.of("eva@example.com")),
                        request().withLines(Line.of("1", "Solaris", 3)),
                        request().withItems(LineQuantity.of("1", 2)),
                        request().withExpectedSequence(4)))
                .doesNotContain(request())
                .doesNotHaveDuplicates();
        assertThat(request()).isNotEqualTo("pay").isNotEqualTo(null);
    }

    @Test
    void a_request_in_words_says_nothing_personal() {
        assertThat(request()).hasToString("Request[pay by staff at 2026-03-02T12:00:00Z]");
        assertThat(Request.of("pay", Actor.of("staff", "eva"))).hasToString("Request[pay by staff]");
    }
}
