package dev.orderly.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OrderApiTest {

    private static final String SHIP = """
            {"event": "ship", "data": {"tracking-number": "6200001", "carrier": "inpost"}}""";

    private final ApiFixture shop = new ApiFixture();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_order_is_placed_and_moved_until_it_is_shipped() {
        HttpResponse<String> placed = shop.post("/api/v1/orders", ApiFixture.STAFF, """
                {"number": "2026-1", "customer": {"email": "ijon.tichy@example.com", "language": "pl"},
                 "lines": [{"sku": "978-1", "title": "Solaris", "quantity": 2, "availableFrom": "2026-01-31"}],
                 "data": {"payment": "prepaid"}}""");
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(409);
        assertThat(reasons(placed)).containsExactly("role-not-allowed");

        placed = shop.post("/api/v1/orders", "Bearer ijon.tichy@example.com", """
                {"number": "2026-1", "customer": {"language": "pl"},
                 "lines": [{"sku": "978-1", "title": "Solaris", "quantity": 2, "availableFrom": "2026-01-31"}],
                 "data": {"payment": "prepaid"}}""");
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        assertThat(placed.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/orders/2026-1");

        assertThat(fire("2026-1", "Bearer platform", "{\"event\": \"pay\"}").statusCode())
                .isEqualTo(200);
        assertThat(fire("2026-1", ApiFixture.STAFF, "{\"event\": \"release\"}").statusCode())
                .isEqualTo(200);
        HttpResponse<String> shipped = fire("2026-1", ApiFixture.STAFF, SHIP);

        JsonNode order = ApiFixture.json(shipped);
        assertThat(order.at("/status/name").asString()).isEqualTo("shipped");
        assertThat(order.at("/customer/email").asString()).isEqualTo(ApiFixture.EMAIL);
        assertThat(order.at("/parcels/0/link").asString())
                .isEqualTo("https://inpost.pl/sledzenie-przesylek?number=6200001");
        assertThat(order.at("/lines/0/availableFrom").asString()).isEqualTo("2026-01-31");
    }

    @Test
    void an_order_has_what_its_lines_cost() {
        HttpResponse<String> placed = shop.post("/api/v1/orders", "Bearer ijon.tichy@example.com", """
                {"number": "2026-6", "data": {"payment": "prepaid"},
                 "lines": [{"id": "a-1", "sku": "978-1", "title": "Solaris", "quantity": 2, "price": "39.90 PLN",
                            "imageUrl": "https://shop.example/1.jpg", "productUrl": "https://shop.example/978-1"},
                           {"sku": "978-2", "title": "Eden", "quantity": 1, "price": "0.05 PLN"}]}""");

        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        JsonNode order = ApiFixture.json(placed);
        assertThat(order.get("total").asString()).isEqualTo("79.85 PLN");
        assertThat(order.get("lines").toString()).isEqualTo("""
                [{"id":"a-1","sku":"978-1","title":"Solaris","quantity":2,"price":"39.9 PLN","total":"79.8 PLN",\
                "imageUrl":"https://shop.example/1.jpg","productUrl":"https://shop.example/978-1"},\
                {"id":"2","sku":"978-2","title":"Eden","quantity":1,"price":"0.05 PLN","total":"0.05 PLN"}]""");
    }

    @Test
    void what_is_wrong_with_a_line_is_said_where_it_stands() {
        HttpResponse<String> wrong = shop.post("/api/v1/orders", "Bearer ijon.tichy@example.com", """
                {"number": "2026-7", "data": {"payment": "prepaid"},
                 "lines": [{"sku": "978-1", "title": "Solaris", "quantity": 0, "price": "39.905 PLN", "id": ""},
                           {"sku": "978-1", "title": "Solaris", "quantity": 1000001, "price": "-1 PLN",
                            "imageUrl": "http://shop.example/1.jpg", "productUrl": "javascript:alert(1)"}]}""");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(pointers(wrong))
                .containsExactlyInAnyOrder(
                        "/lines/0/quantity",
                        "/lines/0/price",
                        "/lines/0/id",
                        "/lines/1/quantity",
                        "/lines/1/price",
                        "/lines/1/imageUrl",
                        "/lines/1/productUrl");
        assertThat(wrong.body()).contains("39.905 PLN has too many decimals: PLN has 2");
    }

    @Test
    void a_total_is_computed_and_not_taken() {
        HttpResponse<String> placed = shop.post("/api/v1/orders", "Bearer ijon.tichy@example.com", """
                {"number": "2026-8", "data": {"payment": "prepaid"},
                 "lines": [{"sku": "978-1", "title": "Solaris", "quantity": 2, "total": "1 PLN"}]}""");

        assertThat(placed.statusCode()).isEqualTo(400);
    }

    @Test
    void an_order_of_ten_thousand_lines_is_placed() {
        String line = "{\"sku\": \"978-1\", \"title\": \"" + "日".repeat(190) + "\", \"quantity\": 1}";
        String lines = String.join(",", Collections.nCopies(10_000, line));

        HttpResponse<String> placed = shop.post(
                "/api/v1/orders",
                "Bearer ijon.tichy@example.com",
                "{\"number\": \"2026-9\", \"data\": {\"payment\": \"prepaid\"}, \"lines\": [" + lines + "]}");

        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(ApiFixture.json(placed).get("lines").size()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026/118", "zamówienie 7", "100%", "a;b?c#d&e=f", "Παραγγελία+1", "<script>alert(1)</script>"})
    void numbers_of_any_characters_find_their_order(String number) {
        shop.place(number);
        String path = "/api/v1/orders/"
                + URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");

        HttpResponse<String> found = shop.get(path, ApiFixture.STAFF);

        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(ApiFixture.json(found).get("number").asString()).isEqualTo(number);
        assertThat(shop.get(path + "/history", ApiFixture.STAFF).statusCode()).isEqualTo(200);
    }

    @Test
    void an_order_exists_for_callers_who_see_it_and_for_no_others() {
        shop.place("2026-2");

        assertThat(shop.get("/api/v1/orders/2026-2", ApiFixture.STAFF).statusCode())
                .isEqualTo(200);
        for (String part : List.of("", "/history", "/actions", "/comments", "/attachments/00", "/cases/1/actions")) {
            HttpResponse<String> hidden = shop.get("/api/v1/orders/2026-2" + part, "Bearer other@example.com");
            HttpResponse<String> missing = shop.get("/api/v1/orders/2026-3" + part, "Bearer other@example.com");
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(missing.body());
        }
        HttpResponse<String> fired = fire("2026-2", "Bearer seller", "{\"event\": \"cancel\"}");
        assertThat(fired.statusCode()).isEqualTo(404);
    }

    @Test
    void an_order_that_a_caller_does_not_see_is_not_revealed_by_preconditions() {
        shop.place("2026-4");

        HttpResponse<String> hidden =
                shop.get("/api/v1/orders/2026-4", "Bearer other@example.com", "If-None-Match", "*");

        assertThat(hidden.statusCode()).isEqualTo(404);
    }

    @Test
    void a_customer_reads_no_internals_and_a_carrier_no_address() {
        shop.place("2026-5");
        shop.orders.fire(
                "2026-5", Request.of("pay", Actor.of("platform", "p24")).withComment("paid by his wife"));

        String customer =
                shop.get("/api/v1/orders/2026-5", "Bearer " + ApiFixture.EMAIL).body();
        String history = shop.get("/api/v1/orders/2026-5/history", "Bearer " + ApiFixture.EMAIL)
                .body();

        assertThat(customer).contains(ApiFixture.EMAIL).doesNotContain("fields", "deadline");
        assertThat(history).contains("in-progress").doesNotContain("\"pay\"", "wife", "p24");
        assertThat(shop.get("/api/v1/orders/2026-5/history", ApiFixture.STAFF).body())
                .contains("wife", "p24");
        assertThat(shop.get("/api/v1/orders/2026-5", "Bearer carrier").body()).doesNotContain(ApiFixture.EMAIL);
    }

    @Test
    void the_same_key_does_it_once_and_gets_the_same_answer() {
        shop.place("2026-6");
        String pay = "{\"event\": \"pay\"}";

        HttpResponse<String> first = fire("2026-6", "Bearer platform", pay, "Idempotency-Key", "k-1");
        HttpResponse<String> second = fire("2026-6", "Bearer platform", pay, "Idempotency-Key", "k-1");
        HttpResponse<String> other =
                fire("2026-6", "Bearer platform", "{\"event\": \"cancel\"}", "Idempotency-Key", "k-1");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(shop.orders.find("2026-6").orElseThrow().sequence()).isEqualTo(2);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(ApiFixture.json(other).get("type").asString()).isEqualTo("urn:orderly:problem:request-id-reused");
    }

    @Test
    void of_two_who_saw_the_same_state_one_wins() {
        for (int round = 0; round < 20; round++) {
            String number = "race-" + round;
            shop.place(number);
            String tag = shop.get("/api/v1/orders/" + number, ApiFixture.STAFF)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();

            List<CompletableFuture<Integer>> answers = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> fire(number, "Bearer platform", "{\"event\": \"pay\"}", "If-Match", tag)
                                    .statusCode()))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void what_is_known_already_is_not_sent_again() {
        shop.place("2026-7");
        for (String part : List.of("", "/history", "/actions", "/comments")) {
            String path = "/api/v1/orders/2026-7" + part;
            String tag = shop.get(path, ApiFixture.STAFF, "Accept-Language", "pl")
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            assertThat(tag).matches("\"1-[0-9a-f]{16}\"");

            HttpResponse<String> known =
                    shop.get(path, ApiFixture.STAFF, "Accept-Language", "pl", "If-None-Match", tag);
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.body()).isEmpty();
        }
        String polish = shop.get("/api/v1/orders/2026-7", ApiFixture.STAFF, "Accept-Language", "pl")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(shop.get("/api/v1/orders/2026-7", ApiFixture.STAFF, "Accept-Language", "en", "If-None-Match", polish)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_refusal_says_why_in_the_readers_language() {
        shop.place("2026-8");

        HttpResponse<String> refused = fire("2026-8", ApiFixture.STAFF, SHIP, "Accept-Language", "en");

        assertThat(refused.statusCode()).isEqualTo(409);
        JsonNode problem = ApiFixture.json(refused);
        assertThat(problem.get("type").asString()).isEqualTo("urn:orderly:problem:order-refused");
        assertThat(problem.at("/reasons/0/code").asString()).isEqualTo("not-in-status");
        assertThat(problem.at("/reasons/0/sentence").asString())
                .startsWith("“Hand over to courier” is not possible in status “Awaiting payment”.");
        assertThat(ApiFixture.json(fire("2026-8", ApiFixture.STAFF, SHIP))
                        .at("/reasons/0/sentence")
                        .asString())
                .startsWith("„Przekaż kurierowi” nie jest możliwe");
    }

    @Test
    void missing_and_wrong_data_are_named_by_their_place() {
        shop.place("2026-9");
        fire("2026-9", "Bearer platform", "{\"event\": \"pay\"}");
        fire("2026-9", ApiFixture.STAFF, "{\"event\": \"release\"}");

        HttpResponse<String> missing =
                fire("2026-9", ApiFixture.STAFF, "{\"event\": \"ship\"}", "Accept-Language", "en");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(pointers(missing)).contains("/data/tracking-number");

        HttpResponse<String> wrong = fire(
                "2026-9",
                ApiFixture.STAFF,
                "{\"event\": \"ship\", \"data\": {\"tracking-number\": [1], \"x/y\": null}}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(pointers(wrong)).containsExactlyInAnyOrder("/data/tracking-number", "/data/x~1y");

        HttpResponse<String> unknown = fire(
                "2026-9",
                ApiFixture.STAFF,
                "{\"event\": \"ship\", \"data\": {\"tracking-number\": \"1\", \"colour\": \"red\"}}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(pointers(unknown)).containsExactly("/data/colour");
    }

    @Test
    void some_units_are_sent_and_the_order_says_where_each_is() {
        HttpResponse<String> placed = shop.post("/api/v1/orders", ApiFixture.STAFF, """
                {"number": "P-1", "workflow": "parts", "customer": {"email": "ijon.tichy@example.com"},
                 "lines": [{"id": "a", "sku": "978-1", "title": "Solaris", "quantity": 3},
                           {"id": "b", "sku": "978-2", "title": "Eden", "quantity": 1}]}""");
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);

        HttpResponse<String> sent = fire("P-1", ApiFixture.STAFF, """
                {"event": "send", "items": [{"line": "a", "quantity": 2}], "data": {"tracking-number": "T1"}}""");

        JsonNode order = ApiFixture.json(sent);
        assertThat(order.at("/status/name").asString()).as(sent.body()).isEqualTo("packing");
        assertThat(order.at("/lines/0/units").toString())
                .isEqualTo("[{\"status\":{\"name\":\"ordered\",\"label\":\"Ordered\"},\"quantity\":1},"
                        + "{\"status\":{\"name\":\"sent\",\"label\":\"Sent\"},\"quantity\":2}]");
        assertThat(order.at("/parcels/0/contents").toString()).isEqualTo("[{\"line\":\"a\",\"quantity\":2}]");
        JsonNode actions = ApiFixture.json(shop.get("/api/v1/orders/P-1/actions", ApiFixture.STAFF));
        assertThat(actions.at("/actions/0/items").toString())
                .isEqualTo("[{\"line\":\"a\",\"quantity\":1},{\"line\":\"b\",\"quantity\":1}]");
        JsonNode history = ApiFixture.json(shop.get("/api/v1/orders/P-1/history", "Bearer " + ApiFixture.EMAIL));
        assertThat(history.at("/1/items/0/to/label").asString()).isEqualTo("Sent");
        assertThat(history.at("/1/items/0/quantity").asInt()).isEqualTo(2);

        HttpResponse<String> tooMany = fire("P-1", ApiFixture.STAFF, """
                {"event": "send", "items": [{"line": "a", "quantity": 2}], "data": {"tracking-number": "T2"}}""");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(reasons(tooMany)).containsExactly("not-so-many");
        HttpResponse<String> unknown = fire("P-1", ApiFixture.STAFF, """
                {"event": "send", "items": [{"line": "c", "quantity": 2}], "data": {"tracking-number": "T2"}}""");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(pointers(unknown)).containsExactly("/items");
        HttpResponse<String> nothing = fire("P-1", ApiFixture.STAFF, """
                {"event": "send", "items": [], "data": {"tracking-number": "T2"}}""");
        assertThat(ApiFixture.json(nothing).at("/status/name").asString())
                .as("an empty list, which generated clients send for none")
                .isEqualTo("sent");
    }

    @Test
    void a_customer_reads_nothing_of_internal_statuses_wherever_he_looks() {
        shop.orders.place(
                "Q-1", "quiet", Request.of("place", Actor.of("customer")).withCustomer(Customer.of(ApiFixture.EMAIL)));
        shop.orders.fire("Q-1", Request.of("suspect", Actor.of("staff")));
        String customer = "Bearer " + ApiFixture.EMAIL;

        HttpResponse<String> refused = fire("Q-1", customer, "{\"event\": \"cancel\"}");

        assertThat(reasons(refused)).containsExactly("not-in-status");
        assertThat(ApiFixture.json(refused).at("/reasons/0/params/status").asString())
                .isEqualTo("working");
        assertThat(refused.body()).contains("We are on it").doesNotContainIgnoringCase("suspicious", "clear");
        for (String part : List.of("", "/history", "/actions")) {
            assertThat(shop.get("/api/v1/orders/Q-1" + part, customer).body()).doesNotContainIgnoringCase("suspicious");
        }
        assertThat(shop.get("/api/v1/orders?status=suspicious", customer).body())
                .doesNotContain("Q-1");
        assertThat(shop.get("/api/v1/orders?status=working", customer).body()).contains("Q-1");
        assertThat(shop.get("/api/v1/orders/Q-1", ApiFixture.STAFF).body()).contains("suspicious");
    }

    @Test
    void asking_changes_nothing() {
        shop.place("2026-10");

        HttpResponse<String> asked =
                shop.post("/api/v1/orders/2026-10/events?dryRun=true", "Bearer platform", "{\"event\": \"pay\"}");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(ApiFixture.json(asked).at("/status/name").asString()).isEqualTo("in-progress");
        assertThat(shop.orders.find("2026-10").orElseThrow().status()).isEqualTo("awaiting-payment");
    }

    @Test
    void actions_have_the_fields_that_they_need_or_the_reasons_against_them() {
        shop.place("2026-11");

        JsonNode staff =
                ApiFixture.json(shop.get("/api/v1/orders/2026-11/actions", ApiFixture.STAFF, "Accept-Language", "en"));
        JsonNode customer = ApiFixture.json(
                shop.get("/api/v1/orders/2026-11/actions", "Bearer " + ApiFixture.EMAIL, "Accept-Language", "en"));

        assertThat(action(staff, "ship").get("possible").asBoolean()).isFalse();
        assertThat(action(staff, "ship").at("/reasons/0/code").asString()).isEqualTo("not-in-status");
        assertThat(action(customer, "cancel").get("possible").asBoolean()).isTrue();
        assertThat(action(customer, "cancel").at("/takes/0/name").asString()).isEqualTo("reason");
        assertThat(action(customer, "ship").isMissingNode()).isTrue();
    }

    private static JsonNode action(JsonNode actions, String event) {
        for (JsonNode action : actions.get("actions")) {
            if (action.get("event").asString().equals(event)) {
                return action;
            }
        }
        return actions.path("none");
    }

    @Test
    void notifications_are_up_to_the_customer() {
        shop.place("2026-12");

        HttpResponse<String> muted = mute("2026-12", "Bearer " + ApiFixture.EMAIL, "{\"muted\": true}");
        assertThat(muted.statusCode()).isEqualTo(200);
        assertThat(ApiFixture.json(muted).get("muted").asBoolean()).isTrue();
        assertThat(mute("2026-12", "Bearer carrier", "{\"muted\": false}").statusCode())
                .isEqualTo(403);
        assertThat(pointers(mute("2026-12", ApiFixture.STAFF, "{}"))).containsExactly("/muted");
        assertThat(shop.orders.find("2026-12").orElseThrow().muted()).isTrue();
    }

    private HttpResponse<String> mute(String number, String credentials, String json) {
        return shop.send(shop.request("/api/v1/orders/" + number + "/muted", credentials)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    @Test
    void a_case_is_opened_and_brought_to_its_end() {
        shop.orders.place(
                "S-1",
                "marketplace-acceptance",
                Request.of("place", Actor.of("customer"))
                        .with("payment", "cash-on-delivery")
                        .withCustomer(Customer.of(ApiFixture.EMAIL)));
        shop.orders.fire("S-1", Request.of("accept", Actor.of("seller")));
        String customer = "Bearer " + ApiFixture.EMAIL;
        JsonNode options = ApiFixture.json(shop.get("/api/v1/orders/S-1/actions", customer))
                .get("caseOptions");
        assertThat(options.at("/0/type").asString()).isEqualTo("incident");
        assertThat(options.at("/0/action/possible").asBoolean()).isTrue();
        assertThat(options.at("/0/action/needs/0/name").asString()).isEqualTo("reason");

        HttpResponse<String> opened = shop.post(
                "/api/v1/orders/S-1/cases",
                customer,
                "{\"type\": \"incident\", \"data\": {\"reason\": \"Nothing came\"}}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/orders/S-1/cases/1");

        List<String> possible = new ArrayList<>();
        ApiFixture.json(shop.get("/api/v1/orders/S-1/cases/1/actions", "Bearer seller"))
                .get("actions")
                .forEach(action -> possible.add(action.get("event").asString() + ":"
                        + action.get("possible").asBoolean()));
        assertThat(possible).isNotEmpty();
        HttpResponse<String> refused =
                shop.post("/api/v1/orders/S-1/cases/1/events", customer, "{\"event\": \"nonsense\"}");
        assertThat(reasons(refused)).containsExactly("unknown-event");
        HttpResponse<String> missing =
                shop.post("/api/v1/orders/S-1/cases/2/events", customer, "{\"event\": \"close\"}");
        assertThat(missing.statusCode()).isEqualTo(404);
        HttpResponse<String> kind = shop.post("/api/v1/orders/S-1/cases", customer, "{\"type\": \"flood\"}");
        assertThat(pointers(kind)).containsExactly("/type");
    }

    private HttpResponse<String> fire(String number, String credentials, String json, String... headers) {
        return shop.post("/api/v1/orders/" + number + "/events", credentials, json, headers);
    }

    private static List<String> reasons(HttpResponse<String> answer) {
        return ApiFixture.json(answer).get("reasons").findValuesAsString("code");
    }

    private static List<String> pointers(HttpResponse<String> answer) {
        return ApiFixture.json(answer).get("errors").findValuesAsString("pointer");
    }
}
