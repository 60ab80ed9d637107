package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.access.Caller;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shops on a real server, and a program's part of talking to them. A caller is named by the role, or by an address. */
final class ApiFixture implements AutoCloseable {

    static final String EMAIL = "ijon.tichy@example.com";
    static final String STAFF = "Bearer staff";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    final Orders orders = Orders.builder(new InMemoryOrderStore())
            .workflow(Presets.bookstore())
            .workflow(Presets.marketplaceAcceptance())
            .workflow(quiet())
            .workflow(parts())
            .build();

    private final OrderlyServer server = OrderlyServer.start(
            OrderlyServlet.builder(orders)
                    .access(request -> caller(request.getHeader("Authorization")))
                    .build(),
            0);

    /** A workflow of which customers see less than there is. */
    private static Workflow quiet() {
        return Workflow.builder("quiet")
                .customerStatus("working", LocalText.of("en", "We are on it"), LocalText.EMPTY)
                .status("open", s -> s.label("en", "Open").shownAs("working"))
                .status("suspicious", s -> s.label("en", "Suspicious").shownAs("working"))
                .status("closed", s -> s.label("en", "Closed").done())
                .transition("place", t -> t.to("open").by("customer"))
                .transition("suspect", t -> t.from("open").to("suspicious").by("staff"))
                .transition("clear", t -> t.from("suspicious").to("open").by("staff"))
                .transition(
                        "close", t -> t.from("open", "suspicious").to("closed").by("staff"))
                .transition("cancel", t -> t.from("open").to("closed").by("customer"))
                .build();
    }

    /** A workflow whose units can be sent in several parcels. */
    private static Workflow parts() {
        return Workflow.builder("parts")
                .field(Field.of("tracking-number", FieldType.TEXT))
                .parcels(new ParcelFields("tracking-number", null, null))
                .items(
                        Status.builder("ordered")
                                .label(LocalText.of("en", "Ordered"))
                                .build(),
                        Status.builder("sent")
                                .label(LocalText.of("en", "Sent"))
                                .done(true)
                                .build())
                .status("packing", s -> s.label("en", "Packing"))
                .status("sent", s -> s.label("en", "Sent").done())
                .transition("place", t -> t.to("packing").by("staff"))
                .transition(
                        "send",
                        t -> t.from("packing")
                                .to("sent")
                                .by("staff")
                                .needs("tracking-number")
                                .items("ordered", "sent")
                                .parcel()
                                .whenItems(ItemCondition.all("sent")))
                .transition(
                        "send",
                        t -> t.from("packing")
                                .by("staff")
                                .needs("tracking-number")
                                .items("ordered", "sent")
                                .parcel())
                .build();
    }

    private static Optional<Caller> caller(String credentials) {
        if (credentials == null || !credentials.startsWith("Bearer ")) {
            return Optional.empty();
        }
        String who = credentials.substring("Bearer ".length());
        if (who.contains("@")) {
            return Optional.of(Caller.customer(who));
        }
        Caller caller = Caller.of(Actor.of(who, "anna"));
        return Optional.of(who.equals("seller") ? caller.seeing(o -> o.number().startsWith("S")) : caller);
    }

    /** An order of a customer who reads Polish. */
    void place(String number) {
        orders.place(
                number,
                Request.of("place", Actor.of("customer"))
                        .with("payment", "prepaid")
                        .withCustomer(Customer.of(EMAIL).withLanguage("pl"))
                        .withLines(Line.of("978-1", "Solaris", 1)));
    }

    HttpResponse<String> get(String path, String credentials, String... headers) {
        return send(request(path, credentials).GET(), headers);
    }

    HttpResponse<String> post(String path, String credentials, String json, String... headers) {
        return send(
                request(path, credentials)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)),
                headers);
    }

    HttpRequest.Builder request(String path, String credentials) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
        return credentials.isEmpty() ? request : request.header("Authorization", credentials);
    }

    HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
