package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupSecurityTest {

    private final HttpFixture shop = new HttpFixture();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_unknown_number_and_a_wrong_address_get_the_same_answer() {
        shop.place("A-1");

        HttpResponse<String> wrong = shop.lookup("A-1", "somebody@example.com");
        HttpResponse<String> unknown = shop.lookup("A-2", "somebody@example.com");

        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
        assertThat(wrong.body().replace("A-1", "A-2")).isEqualTo(unknown.body());
        assertThat(headers(wrong)).isEqualTo(headers(unknown));
    }

    @Test
    void an_order_without_an_address_cannot_be_looked_up() {
        shop.orders.place("A-3", Request.of("place", Actor.of("customer")).with("payment", "prepaid"));

        assertThat(shop.lookup("A-3", "").statusCode()).isEqualTo(404);
    }

    @Test
    void the_eleventh_try_at_an_order_has_to_wait_even_with_the_right_address() {
        shop.place("A-4");
        for (int i = 0; i < 10; i++) {
            assertThat(shop.lookup("A-4", "guess" + i + "@example.com").statusCode())
                    .isEqualTo(404);
        }

        HttpResponse<String> eleventh = shop.lookup("A-4", HttpFixture.EMAIL);

        assertThat(eleventh.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(eleventh.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 900);
    }

    @Test
    void the_sixty_first_attempt_of_a_client_has_to_wait_whatever_address_its_header_claims() {
        IntStream.range(0, 60)
                .parallel()
                .forEach(i -> shop.send(
                        HttpRequest.newBuilder(shop.uri("/status"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(HttpFixture.form("number", "n" + i, "email", "e"))),
                        "X-Forwarded-For",
                        "10.0.0." + i));

        assertThat(shop.lookup("another", "e").statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number=1&number=2&email=e",
                "number=1&email=e&email=f",
                "number=1&email=e&admin=true",
            })
    void what_is_given_twice_or_is_unknown_is_refused(String form) {
        HttpResponse<String> answer = shop.send(HttpRequest.newBuilder(shop.uri("/status"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_lookup_by_address_line_does_not_exist() {
        shop.place("A-5");

        assertThat(shop.get("/status?number=A-5&email=" + HttpFixture.EMAIL).statusCode())
                .isEqualTo(405);
    }

    @Test
    void a_form_that_is_too_long_is_refused() {
        assertThat(shop.lookup("x".repeat(70_000), "e").statusCode()).isEqualTo(413);
    }

    @Test
    void a_ticket_opens_its_own_order_and_no_other() {
        shop.place("A-6");
        shop.place("A-7");
        String ticket = HttpFixture.ticket(shop.lookup("A-6", HttpFixture.EMAIL));
        String other = HttpFixture.ticket(shop.lookup("A-7", HttpFixture.EMAIL));
        String forged = other.substring(0, other.lastIndexOf('.')) + ticket.substring(ticket.lastIndexOf('.'));

        HttpResponse<String> answer = shop.post("/order", "ticket", forged, "language", "en");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Please enter your order once more.").doesNotContain("A-7");
    }

    @Test
    void pages_stay_out_of_caches_and_frames_and_load_nothing_foreign() {
        HttpResponse<String> page = shop.get("/");

        assertThat(headers(page))
                .containsEntry("cache-control", "no-store")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("x-content-type-options", "nosniff");
        assertThat(headers(page).get("content-security-policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    private static Map<String, String> headers(HttpResponse<?> answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.remove("date");
        return headers;
    }
}
