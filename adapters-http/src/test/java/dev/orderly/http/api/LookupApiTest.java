package dev.orderly.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LookupApiTest {

    private final ApiFixture shop = new ApiFixture();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_lookup_has_what_the_customer_may_see() {
        shop.place("L/1");
        shop.orders.fire("L/1", Request.of("pay", Actor.of("platform")));
        Actor staff = Actor.of("staff", "anna");
        shop.orders.comment("L/1", CommentRequest.of(staff, "It goes out today."));
        shop.orders.comment(
                "L/1", CommentRequest.of(staff, "A difficult customer.").asInternal());

        HttpResponse<String> found = lookup(" L/1 ", " IJON.Tichy@example.com ");

        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        JsonNode body = ApiFixture.json(found);
        assertThat(body.at("/order/status/label").asString()).isEqualTo("W trakcie realizacji");
        assertThat(body.at("/stays/0/status/label").asString()).isEqualTo("Oczekuje na płatność");
        assertThat(body.at("/stays/0/left")).isEqualTo(body.at("/stays/1/reached"));
        assertThat(body.at("/comments/0/text").asString()).isEqualTo("It goes out today.");
        assertThat(found.body()).doesNotContain("difficult", "anna");
        assertThat(found.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void a_ticket_acts_on_its_order_and_on_no_other() {
        shop.place("L-2");
        shop.place("L-3");
        String ticket = "Ticket "
                + ApiFixture.json(lookup("L-2", ApiFixture.EMAIL)).get("ticket").asString();

        assertThat(shop.get("/api/v1/orders/L-2", ticket).statusCode()).isEqualTo(200);
        assertThat(shop.get("/api/v1/orders/L-3", ticket).statusCode()).isEqualTo(404);
        assertThat(ApiFixture.json(shop.get("/api/v1/orders", ticket))
                        .get("orders")
                        .size())
                .isEqualTo(1);
        HttpResponse<String> cancelled = shop.post("/api/v1/orders/L-2/events", ticket, "{\"event\": \"cancel\"}");
        assertThat(ApiFixture.json(cancelled).at("/status/name").asString()).isEqualTo("cancelled");
        HttpResponse<String> other = shop.post("/api/v1/orders/L-3/events", ticket, "{\"event\": \"cancel\"}");
        assertThat(other.statusCode()).isEqualTo(404);
        HttpResponse<String> placed =
                shop.post("/api/v1/orders", ticket, "{\"number\": \"L-4\", \"data\": {\"payment\": \"prepaid\"}}");
        assertThat(placed.statusCode()).isEqualTo(403);
    }

    @Test
    void a_ticket_that_was_tampered_with_opens_nothing() {
        shop.place("L-5");
        shop.place("L-6");
        String mine =
                ApiFixture.json(lookup("L-5", ApiFixture.EMAIL)).get("ticket").asString();
        String other =
                ApiFixture.json(lookup("L-6", ApiFixture.EMAIL)).get("ticket").asString();
        String forged = other.substring(0, other.lastIndexOf('.')) + mine.substring(mine.lastIndexOf('.'));

        assertThat(shop.get("/api/v1/orders/L-6", "Ticket " + forged).statusCode())
                .isEqualTo(401);
        assertThat(shop.get("/api/v1/orders/L-6", "Ticket ").statusCode()).isEqualTo(401);
    }

    @Test
    void an_unknown_number_and_a_wrong_address_get_the_same_answer_after_the_same_wait() {
        shop.place("L-7");

        long start = System.nanoTime();
        HttpResponse<String> wrong = lookup("L-7", "somebody@example.com");
        long taken = System.nanoTime() - start;
        HttpResponse<String> unknown = lookup("L-8", "somebody@example.com");

        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(headers(wrong)).isEqualTo(headers(unknown));
        assertThat(taken).isGreaterThan(200_000_000L);
    }

    @Test
    void the_eleventh_try_at_an_order_has_to_wait_even_with_the_right_address() {
        shop.place("L-9");
        for (int i = 0; i < 10; i++) {
            assertThat(lookup("L-9", "guess" + i + "@example.com").statusCode()).isEqualTo(404);
        }

        HttpResponse<String> eleventh = lookup("L-9", ApiFixture.EMAIL);

        assertThat(eleventh.statusCode()).isEqualTo(429);
        assertThat(eleventh.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d{0,2}");
        assertThat(ApiFixture.json(eleventh).get("type").asString()).isEqualTo("urn:orderly:problem:too-many-requests");
    }

    @Test
    void asks_for_number_and_address_at_once() {
        HttpResponse<String> empty = shop.post("/api/v1/lookup", "", "{}");

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(ApiFixture.json(empty).get("errors").findValuesAsString("pointer"))
                .containsExactly("/number", "/email");
    }

    private HttpResponse<String> lookup(String number, String email) {
        return shop.post("/api/v1/lookup", "", "{\"number\": \"" + number + "\", \"email\": \"" + email + "\"}");
    }

    private static Map<String, String> headers(HttpResponse<?> answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.remove("date");
        return headers;
    }
}
