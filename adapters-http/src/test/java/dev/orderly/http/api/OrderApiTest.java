package dev.orderly.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderApiTest {

    private final ApiShop shop = new ApiShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_lookup_tells_the_customer_and_gives_a_ticket_for_that_order() {
        shop.place("2026-1");

        HttpResponse<String> found = lookup("2026-1", " IJON.Tichy@example.com ");

        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        JsonNode order = ApiShop.json(found).get("order");
        assertThat(order.get("status").get("label").asString()).isEqualTo("Oczekuje na płatność");
        String ticket = "Ticket " + ApiShop.json(found).get("ticket").asString();
        HttpResponse<String> again = shop.get("/api/v1/orders/2026-1", ticket);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(ApiShop.json(again)).isEqualTo(order);
    }

    @Test
    void an_order_is_there_for_those_who_see_it_and_for_nobody_else() {
        shop.place("2026-2");

        assertThat(shop.get("/api/v1/orders/2026-2", ApiShop.STAFF).statusCode())
                .isEqualTo(200);
        HttpResponse<String> hidden = shop.get("/api/v1/orders/2026-2", "Bearer other@example.com");
        HttpResponse<String> missing = shop.get("/api/v1/orders/2026-3", "Bearer other@example.com");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(missing.body());
        HttpResponse<String> stranger = shop.get("/api/v1/orders/2026-2", "");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"orders\"", "Ticket realm=\"orders\"");
        assertThat(stranger.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private HttpResponse<String> lookup(String number, String email) {
        return shop.post("/api/v1/lookup", "", "{\"number\": \"" + number + "\", \"email\": \"" + email + "\"}");
    }
}
