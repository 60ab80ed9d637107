package dev.orderly.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProblemsTest {

    private static final String EVENTS = "/api/v1/orders/P-1/events";

    private final ApiFixture shop = new ApiFixture();

    @AfterEach
    void close() {
        shop.close();
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of(400, "", "the body is not one JSON object, as it is expected here"),
                Arguments.of(400, "null", "the body is null where an object is expected"),
                Arguments.of(
                        400,
                        "{\"event\": pay}",
                        "the body is not JSON: Unrecognized token 'pay': was expecting"
                                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false') (line 1, column 11)"),
                Arguments.of(400, "{\"event\": \"pay\"} {}", "the body is not one JSON object"),
                Arguments.of(400, "{\"event\": \"pay\", \"event\": \"cancel\"}", "Duplicate"),
                Arguments.of(
                        400, "{\"evnt\": \"pay\"}", "there is no property \"evnt\" here, only: comment, data, event"),
                Arguments.of(
                        400,
                        "{\"event\": \"pay\", \"data\": {\"a\": " + "[".repeat(30) + "]".repeat(30) + "}}",
                        "the body is nested too deeply"),
                Arguments.of(400, "{\"event\": \"pay\", \"data\": {\"a\": " + "1".repeat(200) + "}}", "too long"),
                Arguments.of(400, "[]", "the body is not one JSON object, as it is expected here"),
                Arguments.of(422, "{}", "this is missing"),
                Arguments.of(422, "{\"event\": 7}", "this value is not of the type that is expected here"),
                Arguments.of(
                        422,
                        "{\"event\": \"pay\", \"data\": {\"a\": {}}}",
                        "a value is a text, a number, or true or false"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void a_body_that_cannot_be_taken_is_refused_with_the_place(int status, String body, String detail) {
        shop.place("P-1");

        HttpResponse<String> answer = shop.post(EVENTS, ApiFixture.STAFF, body);

        problem(answer, status);
        assertThat(ApiFixture.json(answer).get("detail").asString()).contains(detail);
        assertThat(shop.orders.find("P-1").orElseThrow().sequence()).isEqualTo(1);
    }

    @Test
    void what_a_form_of_another_site_could_send_is_refused() {
        shop.place("P-1");
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"}) {
            problem(
                    shop.send(shop.request(EVENTS, ApiFixture.STAFF)
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString("{\"event\": \"cancel\"}"))),
                    415);
        }
        problem(
                shop.send(shop.request(EVENTS, ApiFixture.STAFF)
                        .POST(BodyPublishers.ofString("{\"event\": \"cancel\"}"))),
                415);
        assertThat(shop.orders.find("P-1").orElseThrow().sequence()).isEqualTo(1);
    }

    @Test
    void a_body_that_is_too_long_is_refused() {
        shop.place("P-1");

        problem(shop.post(EVENTS, ApiFixture.STAFF, "{\"event\": \"" + "x".repeat(1 << 20) + "\"}"), 413);
        problem(
                shop.send(shop.request(EVENTS, ApiFixture.STAFF)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(
                                BodyPublishers.ofString("{\"event\": \"" + "x".repeat(1 << 20) + "\"}")))),
                413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders?sort=up",
                "/api/v1/orders?limit=1&limit=2",
                "/api/v1/orders?limit=0",
                "/api/v1/orders?limit=201",
                "/api/v1/orders?limit=many",
                "/api/v1/orders?active=yes",
                "/api/v1/orders?cursor=nonsense",
                "/api/v1/orders?email=ijon.tichy@example.com",
                "/api/v1/orders/P-1?fields=all",
                "/api/v1/workflows/bookstore/diagram?format=svg"
            })
    void parameters_that_make_no_sense_are_refused(String path) {
        shop.place("P-1");

        problem(shop.get(path, ApiFixture.STAFF), 400);
    }

    @Test
    void a_key_that_is_given_twice_is_refused() {
        shop.place("P-1");

        problem(
                shop.post(
                        EVENTS,
                        ApiFixture.STAFF,
                        "{\"event\": \"cancel\"}",
                        "Idempotency-Key",
                        "a",
                        "Idempotency-Key",
                        "b"),
                400);
    }

    @Test
    void every_way_to_go_wrong_is_answered_by_a_problem() {
        shop.place("P-1");

        problem(shop.get("/api/v1/nothing", ApiFixture.STAFF), 404);
        problem(shop.get("/api/v1/orders/none", ApiFixture.STAFF), 404);
        problem(shop.get("/api/v1/workflows/none", ApiFixture.STAFF), 404);
        problem(shop.get("/api/v1/workflows/bookstore?version=99", ApiFixture.STAFF), 404);
        problem(shop.get("/api/v1/orders/P-1/cases/first/actions", ApiFixture.STAFF), 404);
        problem(shop.get("/api/v1/lookup", ApiFixture.STAFF), 405);
        problem(shop.get("/api/v1/orders/P-1", ApiFixture.STAFF, "Accept", "text/html"), 406);
        problem(shop.get("/api/v1/orders/P-1", "Bearer ///"), 500);
        assertThat(shop.get("/api/v1/lookup", ApiFixture.STAFF).headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
    }

    @Test
    void operations_that_need_a_caller_refuse_others_before_they_read_the_body() {
        for (String path : new String[] {
            "/api/v1/orders",
            "/api/v1/orders/P-1",
            "/api/v1/orders/P-1/history",
            "/api/v1/orders/P-1/actions",
            "/api/v1/orders/P-1/comments",
            "/api/v1/orders/P-1/attachments/00",
            "/api/v1/orders/P-1/cases/1/actions",
            "/api/v1/workflows",
            "/api/v1/workflows/bookstore",
            "/api/v1/workflows/bookstore/diagram"
        }) {
            HttpResponse<String> answer = shop.get(path, "");
            problem(answer, 401);
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .containsExactly("Bearer realm=\"orders\"", "Ticket realm=\"orders\"");
        }
        for (String path : new String[] {
            "/api/v1/orders", "/api/v1/order-search", EVENTS, "/api/v1/orders/P-1/comments", "/api/v1/orders/P-1/cases"
        }) {
            problem(shop.post(path, "", "{nonsense"), 401);
        }
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode problem = ApiFixture.json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).startsWith("urn:orderly:problem:");
        assertThat(answer.body()).doesNotContain("Exception", "dev.orderly", "tools.jackson");
    }
}
