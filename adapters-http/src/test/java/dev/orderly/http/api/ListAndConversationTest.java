package dev.orderly.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Actor;
import dev.orderly.order.HashChain;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ListAndConversationTest {

    private static final Pattern NEXT = Pattern.compile("<(/api/v1/orders\\?[^>]+)>; rel=\"next\"");
    private static final String ALL = "/api/v1/orders?limit=4";

    private final ApiFixture shop = new ApiFixture();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void following_the_links_passes_every_order_once() {
        List<String> placed = IntStream.range(0, 23).mapToObj(i -> "Ł/" + i).toList();
        placed.forEach(shop::place);

        List<String> listed = walk(ALL + "&status=awaiting-payment&status=shipped", ApiFixture.STAFF);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(placed);
    }

    @Test
    void a_caller_who_sees_some_orders_finds_these_and_no_others() {
        List<String> placed = IntStream.range(0, 20)
                .mapToObj(i -> (i % 3 == 0 ? "S-" : "X-") + i)
                .toList();
        placed.forEach(shop::place);

        List<String> listed = walk("/api/v1/orders?limit=2", "Bearer seller");

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        placed.stream().filter(n -> n.startsWith("S-")).toList());
    }

    @Test
    void following_the_links_passes_every_overdue_order_once_the_longest_overdue_first() {
        Instant longAgo = Instant.parse("2026-01-05T10:00:00Z");
        for (int i = 0; i < 9; i++) {
            shop.orders.place(
                    "L-" + i,
                    "marketplace-acceptance",
                    Request.of("place", Actor.of("customer"))
                            .with("payment", "cash-on-delivery")
                            .withTime(longAgo));
            shop.orders.fire(
                    "L-" + i,
                    Request.of("accept", Actor.of("seller")).withTime(longAgo.plus(Duration.ofDays(7L * (9 - i)))));
        }
        shop.place("in-time");

        assertThat(walk("/api/v1/orders?overdue=true&limit=2", ApiFixture.STAFF))
                .containsExactly("L-8", "L-7", "L-6", "L-5", "L-4", "L-3", "L-2", "L-1", "L-0");
    }

    private List<String> walk(String first, String credentials) {
        List<String> numbers = new ArrayList<>();
        Optional<String> next = Optional.of(first);
        while (next.isPresent()) {
            HttpResponse<String> page = shop.get(next.get(), credentials);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            ApiFixture.json(page)
                    .get("orders")
                    .forEach(order -> numbers.add(order.get("number").asString()));
            Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
            next = link.matches() ? Optional.of(link.group(1)) : Optional.empty();
        }
        return numbers;
    }

    @Test
    void customers_find_their_own_orders_and_staff_those_of_an_address() {
        shop.place("C-1");
        shop.orders.place("C-2", Request.of("place", Actor.of("customer")).with("payment", "prepaid"));
        shop.orders.fire("C-1", Request.of("cancel", Actor.of("customer")));

        assertThat(numbers(shop.get("/api/v1/orders", "Bearer " + ApiFixture.EMAIL)))
                .containsExactly("C-1");
        assertThat(numbers(shop.get("/api/v1/orders", "Bearer other@example.com")))
                .isEmpty();
        assertThat(numbers(shop.get("/api/v1/orders?active=true", ApiFixture.STAFF)))
                .containsExactly("C-2");
        assertThat(numbers(shop.get("/api/v1/orders?overdue=true", ApiFixture.STAFF)))
                .isEmpty();
        assertThat(numbers(shop.get("/api/v1/orders?workflow=pickup-point", ApiFixture.STAFF)))
                .isEmpty();
        assertThat(numbers(search(ApiFixture.STAFF))).containsExactly("C-1");
        assertThat(numbers(search("Bearer other@example.com"))).isEmpty();
    }

    private HttpResponse<String> search(String credentials) {
        return shop.post("/api/v1/order-search", credentials, "{\"email\": \"IJON.tichy@example.com\"}");
    }

    private static List<String> numbers(HttpResponse<String> list) {
        return ApiFixture.json(list).get("orders").findValuesAsString("number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"}], \"internal\": true, \"x\": [{\"",
                "\u202Edesrever\u202C 𝕌𝕟𝕚𝕔𝕠𝕕𝕖 ﷽",
                "${7*7} {{7*7}} @{x} '; drop table orderly_order; --",
                "line one\nline two\ttabbed\\"
            })
    void hostile_text_comes_back_as_it_went_in(String text) {
        shop.place("T-1");

        HttpResponse<String> said = shop.post(
                "/api/v1/orders/T-1/comments",
                "Bearer " + ApiFixture.EMAIL,
                new String(Json.write(new NewComment(text, null)), StandardCharsets.UTF_8));

        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
        HttpResponse<String> read = shop.get("/api/v1/orders/T-1/comments", ApiFixture.STAFF);
        assertThat(ApiFixture.json(read).at("/0/text").asString()).isEqualTo(text);
        assertThat(read.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void internal_comments_and_their_files_are_kept_from_the_customer() {
        shop.place("T-2");
        shop.orders.comment(
                "T-2",
                CommentRequest.of(Actor.of("staff"), "notes")
                        .withUploads(new Upload("notes.txt", "text/plain", "secret".getBytes(StandardCharsets.UTF_8)))
                        .asInternal());
        String file = "/api/v1/orders/T-2/attachments/" + HashChain.sha256("secret".getBytes(StandardCharsets.UTF_8));

        assertThat(shop.get(file, ApiFixture.STAFF).body()).isEqualTo("secret");
        String customer = "Bearer " + ApiFixture.EMAIL;
        assertThat(shop.get(file, customer).statusCode()).isEqualTo(404);
        assertThat(shop.get("/api/v1/orders/T-2/comments", customer).body()).isEqualTo("[]");
        assertThat(shop.get("/api/v1/orders/T-2/history", customer).body()).doesNotContain("notes");
        HttpResponse<String> internal =
                shop.post("/api/v1/orders/T-2/comments", customer, "{\"text\": \"x\", \"internal\": true}");
        assertThat(internal.statusCode()).isEqualTo(403);
    }

    @Test
    void files_come_with_a_comment_once_under_their_key() {
        shop.place("T-3");

        HttpResponse<String> first = upload("k-1", "", "file");
        HttpResponse<String> second = upload("k-1", "", "file");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        JsonNode file = ApiFixture.json(first).at("/attachments/0");
        assertThat(file.get("name").asString()).isEqualTo("faktura.html");
        HttpResponse<String> bytes =
                shop.get("/api/v1/orders/T-3/attachments/" + file.get("sha256").asString(), ApiFixture.STAFF);
        assertThat(bytes.body()).isEqualTo("<b>");
        assertThat(bytes.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(bytes.headers().firstValue("Content-Disposition")).hasValue("attachment");
        assertThat(shop.orders.find("T-3").orElseThrow().sequence()).isEqualTo(2);
    }

    @Test
    void files_without_a_key_or_with_unknown_parts_are_refused() {
        shop.place("T-3");

        assertThat(upload("", "", "file").statusCode()).isEqualTo(400);
        assertThat(upload("k-2", "", "virus").statusCode()).isEqualTo(400);
        assertThat(upload("k-3", part("text", "again"), "file").statusCode()).isEqualTo(400);
        HttpResponse<String> damaged = shop.send(
                shop.request("/api/v1/orders/T-3/attachments", ApiFixture.STAFF)
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(BodyPublishers.ofString("no parts at all")),
                "Idempotency-Key",
                "k-4");
        assertThat(damaged.statusCode()).as(damaged.body()).isEqualTo(400);
        assertThat(shop.orders.find("T-3").orElseThrow().sequence()).isEqualTo(1);
    }

    private HttpResponse<String> upload(String key, String more, String name) {
        String body = part("text", "The invoice") + more
                + "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"faktura.html\"\r\n"
                + "Content-Type: text/html\r\n\r\n<b>\r\n--cut--\r\n";
        String[] headers = key.isEmpty() ? new String[0] : new String[] {"Idempotency-Key", key};
        return shop.send(
                shop.request("/api/v1/orders/T-3/attachments", ApiFixture.STAFF)
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(BodyPublishers.ofString(body)),
                headers);
    }

    private static String part(String name, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void workflows_are_served_as_files_and_diagrams() {
        String customer = "Bearer " + ApiFixture.EMAIL;

        assertThat(ApiFixture.json(shop.get("/api/v1/workflows", customer)).findValuesAsString("name"))
                .containsExactly("bookstore", "marketplace-acceptance", "parts", "quiet");
        HttpResponse<String> file = shop.get("/api/v1/workflows/bookstore?version=1", customer);
        assertThat(WorkflowFiles.read("read.json", file.body()).orThrow()).isEqualTo(Presets.bookstore());
        HttpResponse<String> diagram = shop.get("/api/v1/workflows/bookstore/diagram?format=dot", customer);
        assertThat(diagram.body()).startsWith("digraph");
        assertThat(shop.get("/api/v1/workflows/bookstore/diagram", customer).body())
                .contains("stateDiagram-v2");
        String tag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(shop.get("/api/v1/workflows/bookstore?version=1", customer, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void the_description_is_there_for_everybody() {
        HttpResponse<String> document = shop.get("/openapi.json", "");

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(ApiFixture.json(document).get("openapi").asString()).isEqualTo("3.1.0");
    }
}
