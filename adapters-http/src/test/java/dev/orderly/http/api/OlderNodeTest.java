package dev.orderly.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.access.Caller;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.order.Actor;
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
import tools.jackson.databind.json.JsonMapper;

/** While a new release is rolled out, a node that runs the old one meets orders whose workflow it does not have. */
class OlderNodeTest {

    private static final Workflow FIRST = Workflow.builder("kiosk")
            .status("open", s -> s.label("en", "Open"))
            .status("closed", s -> s.label("en", "Closed").done())
            .transition("place", t -> t.to("open").by("staff"))
            .transition("close", t -> t.from("open").to("closed").by("staff"))
            .build();

    private static final Workflow SECOND = FIRST.nextVersion()
            .removeTransitions(t -> t.event().equals("close"))
            .transition("close", t -> t.from("open").to("closed").by("staff").guard("stock"))
            .build();

    private final HttpClient client = HttpClient.newHttpClient();
    private OrderlyServer older;

    @BeforeEach
    void twoReleases() {
        OrderStore store = new InMemoryOrderStore();
        Orders old = Orders.builder(store).workflow(FIRST).build();
        old.place("A-1", Request.of("place", Actor.of("staff")));
        Orders.builder(store)
                .workflow(SECOND)
                .guard("stock", (order, request) -> Optional.empty())
                .build()
                .place("A-2", Request.of("place", Actor.of("staff")));
        older = OrderlyServer.start(
                OrderlyServlet.builder(old)
                        .access(request -> Optional.of(Caller.of(Actor.of("staff", "anna"))))
                        .build(),
                0);
    }

    @AfterEach
    void stop() {
        older.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
        return client.send(
                request.uri(URI.create("http://localhost:" + older.port() + path))
                        .header("Content-Type", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void the_order_is_answered_with_try_again_which_another_node_may_answer() throws Exception {
        HttpResponse<String> found = send(HttpRequest.newBuilder().GET(), "/api/v1/orders/A-2");
        assertThat(found.statusCode()).isEqualTo(503);
        assertThat(found.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(found.body()).contains("this node does not have");

        HttpResponse<String> fired = send(
                HttpRequest.newBuilder().POST(BodyPublishers.ofString("{\"event\": \"close\"}")),
                "/api/v1/orders/A-2/events");
        assertThat(fired.statusCode()).isEqualTo(503);
    }

    @Test
    void the_list_has_the_others() throws Exception {
        HttpResponse<String> list = send(HttpRequest.newBuilder().GET(), "/api/v1/orders");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(list.body())
                        .get("orders")
                        .valueStream()
                        .map(order -> order.get("number").asString()))
                .containsExactly("A-1");
    }
}
