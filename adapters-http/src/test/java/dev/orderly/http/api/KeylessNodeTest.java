package dev.orderly.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.access.Caller;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.order.Actor;
import dev.orderly.order.ChainKey;
import dev.orderly.order.ChainKeys;
import dev.orderly.order.Customer;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.Workflow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that was not given the chain key which the others have shows their orders, and leaves changes to them. */
class KeylessNodeTest {

    private static final Workflow KIOSK = Workflow.builder("kiosk")
            .status("open", s -> s.label("en", "Open"))
            .status("closed", s -> s.label("en", "Closed").done())
            .transition("place", t -> t.to("open").by("customer"))
            .transition("close", t -> t.from("open").to("closed").by("staff"))
            .build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final OrderStore store = new InMemoryOrderStore();
    private OrderlyServer keyless;

    @BeforeEach
    void twoNodes() {
        Orders.builder(store)
                .workflow(KIOSK)
                .chainKeys(ChainKeys.of(ChainKey.of("2026-11", new byte[ChainKey.MIN_BYTES])))
                .build()
                .place("A-1", Request.of("place", Actor.of("customer")).withCustomer(Customer.of("anna@example.org")));
        keyless = OrderlyServer.start(
                OrderlyServlet.builder(Orders.builder(store).workflow(KIOSK).build())
                        .access(request -> Optional.of(Caller.of(Actor.of("staff", "anna"))))
                        .build(),
                0);
    }

    @AfterEach
    void stop() {
        keyless.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, String type) throws Exception {
        return client.send(
                request.uri(URI.create("http://localhost:" + keyless.port() + path))
                        .header("Content-Type", type)
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void a_change_is_answered_with_try_again_which_another_node_may_answer() throws Exception {
        HttpResponse<String> fired = send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofString("{\"event\": \"close\"}")),
                "/api/v1/orders/A-1/events",
                "application/json");

        assertThat(fired.statusCode()).isEqualTo(503);
        assertThat(fired.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(fired.body()).contains("this node lacks a key that others have");
        assertThat(store.find("A-1").orElseThrow().order().status()).isEqualTo("open");
    }

    @Test
    void the_order_is_shown() throws Exception {
        assertThat(send(HttpRequest.newBuilder().GET(), "/api/v1/orders/A-1", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_comment_on_the_page_is_answered_with_try_again() throws Exception {
        HttpResponse<String> page = send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofString("number=A-1&email=anna@example.org")),
                "/status",
                "application/x-www-form-urlencoded");
        String ticket = page.body().replaceFirst("(?s).*name=\"ticket\" value=\"([^\"]+)\".*", "$1");
        String form = part("ticket", ticket) + part("language", "en") + part("text", "hello") + "--limit--\r\n";

        HttpResponse<String> comment = send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofString(form)),
                "/comment",
                "multipart/form-data; boundary=limit");

        assertThat(comment.statusCode()).isEqualTo(503);
        assertThat(comment.headers().firstValue("Retry-After")).hasValue("1");
    }

    private static String part(String name, String value) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
