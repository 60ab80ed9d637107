package dev.orderly.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.file.Presets;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.access.ApiKey;
import dev.orderly.http.access.ApiKeys;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generates a client from what a server says of itself, compiles it, and lets it move orders. */
@Tag("slow")
class GeneratedClientTest {

    private static final Map<String, String> KEYS = new HashMap<>();
    private static final Orders ORDERS = orders();

    @TempDir
    private static Path folder;

    private static OrderlyServer server;
    private static String address;
    private static GeneratedClient client;

    @BeforeAll
    static void generate() throws IOException {
        server = server();
        address = "http://localhost:" + server.port();
        client = GeneratedClient.of(address, folder);
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        server.close();
    }

    private static Orders orders() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:generated-client;DB_CLOSE_DELAY=-1");
        return Orders.builder(JdbcOrderStore.builder(database).migrate().build())
                .workflow(Presets.bookstore())
                .workflow(Presets.pickupPoint())
                .build();
    }

    private static OrderlyServer server() {
        List<ApiKey> kept = new ArrayList<>();
        ApiKey.Created customer = ApiKey.createForCustomer("ijon.tichy@example.com");
        kept.add(customer.key());
        KEYS.put("customer", customer.secret());
        for (String role : List.of("staff", "platform", "carrier")) {
            ApiKey.Created created = ApiKey.create(Actor.of(role, "the-" + role));
            kept.add(created.key());
            KEYS.put(role, created.secret());
        }
        return OrderlyServer.start(
                OrderlyServlet.builder(ORDERS).access(ApiKeys.of(kept)).build(), 0);
    }

    @Test
    void sells_a_book_from_placed_to_delivered() throws Exception {
        assertThat(client.journey("BookstoreJourney").travel(address, KEYS))
                .containsExactly(
                        "sells by bookstore in [pl, en]",
                        "sells by pickup-point in [ru, en]",
                        "rules of bookstore 1",
                        "drawn as stateDiagram-v2",
                        "placed: Awaiting payment, and once: true",
                        "costs: 79.8 PLN, line 1",
                        "staff: pay",
                        "staff: invoice: not-in-status",
                        "staff: release: not-in-status",
                        "staff: attach-waybill: not-in-status",
                        "staff: ship: not-in-status",
                        "staff: deliver: not-in-status",
                        "staff: report-lost: not-in-status",
                        "staff: refuse: not-in-status",
                        "staff: return-to-sender: not-in-status",
                        "staff: turn-up: not-in-status",
                        "staff: take-back: not-in-status",
                        "staff: send-again: not-in-status",
                        "staff: cancel",
                        "staff: refund: not-in-status",
                        "staff: undo-release: not-in-status",
                        "staff: undo-ship: not-in-status",
                        "staff: undo-deliver: not-in-status",
                        "409 urn:orderly:problem:order-refused",
                        "not-in-status {event=ship, possible=[pay, cancel], status=awaiting-payment}",
                        "would be in-progress, is in-progress",
                        "412 The order has changed meanwhile: its history ends at entry 2, not at 1.",
                        "customer says: Please wrap it.",
                        "staff says: Like this?",
                        "and shows red paper",
                        "no more mails: true",
                        "422 /data/tracking-number",
                        "sent: https://inpost.pl/sledzenie-przesylek?number=6200001",
                        "done: true",
                        "1 transition to Oczekuje na płatność",
                        "2 transition to W trakcie realizacji",
                        "3 comment",
                        "4 comment",
                        "5 comment",
                        "6 notification-preference",
                        "7 transition to Czeka na spakowanie",
                        "8 transition to Zrealizowane",
                        "9 transition to Dostarczone",
                        "left to do: 0");

        assertThat(ORDERS.find("2026/118").orElseThrow().status()).isEqualTo("delivered");
    }

    @Test
    void hands_out_a_parcel_at_a_pickup_point() throws Exception {
        assertThat(client.journey("PickupPointJourney").travel(address, KEYS))
                .containsExactly(
                        "awaiting-payment", "in-processing", "ready", "409 condition-not-met", "issued, done: true");

        assertThat(ORDERS.find("P-1").orElseThrow().status()).isEqualTo("issued");
    }

    @Test
    void has_a_name_for_everything() throws IOException {
        assertThat(GeneratedClient.models(folder))
                .contains("Order", "NewOrder", "Problem", "Reason", "HistoryEntry")
                .noneMatch(name -> name.startsWith("Inline") || name.matches(".*[0-9]$"));
    }
}
