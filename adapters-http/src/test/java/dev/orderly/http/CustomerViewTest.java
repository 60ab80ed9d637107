package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Request;
import dev.orderly.http.access.Caller;
import dev.orderly.order.Actor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages and API show a customer the same of an order. */
class CustomerViewTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANSWER = "A new one is on its way.";

    private final HttpFixture shop =
            new HttpFixture(builder -> builder.access(request -> Optional.of(Caller.customer(HttpFixture.EMAIL)))
                    .build());

    @AfterEach
    void close() {
        shop.close();
    }

    @BeforeEach
    void answer_an_incident() {
        shop.placeAccepted("M-1");
        shop.orders.openCase(
                "M-1", "incident", Request.of("open", Actor.of("customer")).with("reason", "Nothing came"));
        shop.orders.fireCase(
                "M-1",
                1,
                Request.of("answer", Actor.of("seller", "anna"))
                        .with("answer", ANSWER)
                        .withComment("third time this week"));
    }

    @Test
    void both_show_the_answer_of_an_incident_and_neither_the_remark_that_came_with_it() {
        HttpResponse<String> page = shop.lookup("M-1", HttpFixture.EMAIL);
        HttpResponse<String> activity = shop.post("/activity", "ticket", HttpFixture.ticket(page), "language", "en");
        HttpResponse<String> history = shop.get("/api/v1/orders/M-1/history");

        for (HttpResponse<String> shown : List.of(page, activity, history)) {
            assertThat(shown.body())
                    .contains(ANSWER, "Nothing came")
                    .doesNotContain("third time")
                    .doesNotContain("anna");
        }
    }

    @Test
    void the_activity_page_has_an_entry_for_each_of_the_histories() {
        HttpResponse<String> page = shop.lookup("M-1", HttpFixture.EMAIL);
        HttpResponse<String> activity = shop.post("/activity", "ticket", HttpFixture.ticket(page), "language", "en");
        JsonNode history = JSON.readTree(
                shop.get("/api/v1/orders/M-1/history", "Accept-Language", "en").body());

        List<String> times = Jsoup.parse(activity.body()).select("li time").eachAttr("datetime");
        Stream<String> same = history.valueStream().map(entry -> entry.get("at").asString());
        assertThat(times).containsExactlyElementsOf(same.toList());
    }
}
