package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.http.access.Caller;
import dev.orderly.http.metrics.OrderlyMetrics;
import dev.orderly.http.metrics.PrometheusRegistry;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.store.InMemoryOrderStore;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MetricsTest {

    private final InMemoryOrderStore store = new InMemoryOrderStore();

    private static HttpResponse<String> get(OrderlyServer server, String path, String role)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri(server, path))
                                .header("X-Role", role)
                                .build(),
                        BodyHandlers.ofString());
    }

    private static HttpResponse<String> lookup(OrderlyServer server, String number, String email)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri(server, "/status"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(HttpFixture.form("number", number, "email", email)))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static URI uri(OrderlyServer server, String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private static Optional<Caller> role(String name) {
        return name == null || name.equals("none") ? Optional.empty() : Optional.of(Caller.of(Actor.of(name)));
    }

    private Orders orders(OrderlyMetrics metrics) {
        Orders orders = Orders.builder(store)
                .workflow(Presets.bookstore())
                .listener(metrics)
                .build();
        orders.place(
                "A-1",
                Request.of("place", Actor.of("customer"))
                        .with("payment", "prepaid")
                        .withCustomer(Customer.of("anna@example.com")));
        orders.fire("A-1", Request.of("ship", Actor.of("staff")));
        orders.fire("A-2", Request.of("ship", Actor.of("staff")));
        return orders;
    }

    @Test
    @Timeout(60)
    void what_happens_is_counted_without_anything_personal() throws Exception {
        try (PrometheusRegistry registry = new PrometheusRegistry()) {
            OrderlyMetrics metrics = OrderlyMetrics.of(registry.meters()).store(store);
            OrderlyServlet servlet = OrderlyServlet.builder(orders(metrics))
                    .access(request -> role(request.getHeader("X-Role")))
                    .listener(metrics)
                    .metrics(registry::text)
                    .build();
            try (OrderlyServer server =
                    OrderlyServer.builder(servlet).metrics(registry.meters()).start()) {
                lookup(server, "A-1", "anna@example.com");
                lookup(server, "A-1", "somebody@example.com");
                get(server, "/anna@example.com", "none");

                HttpResponse<String> answer = get(server, "/metrics", "metrics");
                while (!answer.body().contains("route=\"/status\",status=\"404\"")) { // counted when the answer is gone
                    answer = get(server, "/metrics", "metrics");
                }

                assertThat(answer.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type ->
                                assertThat(type).startsWith("text/plain").contains("version=0.0.4"));
                assertThat(answer.body())
                        .contains("orderly_lookups_total{result=\"found\"} 1.0")
                        .contains("orderly_lookups_total{result=\"unknown\"} 1.0")
                        .contains("orderly_transitions_total{event=\"place\",workflow=\"bookstore\"} 1.0")
                        .contains("orderly_refusals_total{code=\"not-in-status\",workflow=\"bookstore\"} 1.0")
                        .contains("orderly_refusals_total{code=\"unknown-order\",workflow=\"none\"} 1.0")
                        .contains("orderly_outbox_waiting 1.0")
                        .contains("orderly_outbox_dead_lettered 0.0")
                        .contains("orderly_server_threads_max 200.0")
                        .contains("orderly_server_connections ")
                        .contains("jvm_memory_used_bytes")
                        .containsPattern("orderly_http_requests_seconds_count\\{method=\"POST\",route=\"/status\","
                                + "status=\"404\"} 1")
                        .doesNotContain("example.com", "A-1", "A-2");
            }
        }
    }

    @Test
    void metrics_are_for_callers_in_the_role_metrics() throws Exception {
        OrderlyServlet servlet = OrderlyServlet.builder(Orders.inMemory(Presets.bookstore()))
                .access(request -> role(request.getHeader("X-Role")))
                .metrics(() -> "figures")
                .build();
        try (OrderlyServer server = OrderlyServer.start(servlet, 0)) {
            assertThat(get(server, "/metrics", "none").statusCode()).isEqualTo(401);
            assertThat(get(server, "/metrics", "seller").statusCode()).isEqualTo(403);
            assertThat(get(server, "/metrics", "metrics").body()).isEqualTo("figures");
        }
    }

    @Test
    void there_are_no_metrics_unless_they_are_configured() throws Exception {
        OrderlyServlet servlet = OrderlyServlet.builder(Orders.inMemory(Presets.bookstore()))
                .access(request -> role("metrics"))
                .build();
        try (OrderlyServer server = OrderlyServer.start(servlet, 0)) {
            assertThat(get(server, "/metrics", "metrics").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatever_clients_make_up_there_are_no_more_series() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        OrderlyMetrics metrics = OrderlyMetrics.of(registry);
        OrderlyServlet servlet =
                OrderlyServlet.builder(orders(metrics)).listener(metrics).build();
        try (OrderlyServer server = OrderlyServer.start(servlet, 0)) {
            for (int i = 0; i < 20; i++) {
                get(server, "/made/up/" + i, "none");
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(uri(server, "/status"))
                                        .method("VERB" + i, BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.ofString());
            }
        }

        assertThat(registry.find("orderly.http.requests").meters().stream()
                        .map(Meter::getId)
                        .map(id -> id.getTag("method") + " " + id.getTag("route") + " " + id.getTag("status"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("GET none 404", "OTHER none 405");
    }
}
