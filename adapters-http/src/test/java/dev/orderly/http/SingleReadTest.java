package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.http.access.Caller;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a request reads its order, and what happens to an order that changes hands in between. */
class SingleReadTest {

    private static final Actor CUSTOMER = Actor.of("customer");

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> beforeAppend = new AtomicReference<>(() -> {});
    private final OrderStore store = new InMemoryOrderStore();

    /** Orders of which the caller sees those that are not paid yet. */
    private final HttpFixture shop = new HttpFixture(
            observed(),
            builder -> builder.access(request -> Optional.of(Caller.of(Actor.of("platform"))
                            .seeing(order -> order.status().equals("awaiting-payment"))))
                    .build());

    private final Orders elsewhere =
            Orders.builder(store).workflow(Presets.bookstore()).build();

    private OrderStore observed() {
        return (OrderStore) Proxy.newProxyInstance(
                OrderStore.class.getClassLoader(), new Class<?>[] {OrderStore.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    if (method.getName().equals("append")) {
                        beforeAppend.getAndSet(() -> {}).run();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @BeforeEach
    void place_an_order() {
        elsewhere.place(
                "1",
                Request.of("place", CUSTOMER).with("payment", "prepaid").withCustomer(Customer.of(HttpFixture.EMAIL)));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_event_reads_the_order_once() {
        assertThat(fire("1", "pay", "").statusCode()).isEqualTo(200);
        assertThat(calls).containsOnlyOnce("find", "append").doesNotContain("history");
    }

    @Test
    void a_refused_event_reads_the_order_once() {
        HttpResponse<String> refused = fire("1", "ship", "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("not-in-status");
        assertThat(calls).containsOnlyOnce("find").doesNotContain("append");
    }

    @Test
    void an_event_by_ticket_reads_the_order_once() {
        String ticket = HttpFixture.ticket(shop.lookup("1", HttpFixture.EMAIL));
        calls.clear();

        assertThat(fire("1", "cancel", "Ticket " + ticket).statusCode()).isEqualTo(200);
        assertThat(calls).containsOnlyOnce("find", "append");
    }

    @Test
    void an_event_from_the_page_reads_the_order_once() {
        String ticket = HttpFixture.ticket(shop.lookup("1", HttpFixture.EMAIL));
        calls.clear();

        HttpResponse<String> page = shop.act("r-1", ticket, "event", "cancel", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(calls).containsOnlyOnce("find", "append");
    }

    @Test
    void an_order_that_stops_to_exist_for_the_caller_meanwhile_is_not_moved() {
        beforeAppend.set(() -> elsewhere.fire("1", Request.of("cancel", CUSTOMER)));

        HttpResponse<String> fired = fire("1", "pay", "");
        HttpResponse<String> unknown = fire("2", "pay", "");

        assertThat(fired.statusCode()).isEqualTo(404);
        assertThat(fired.body()).isEqualTo(unknown.body());
        assertThat(elsewhere.find("1").orElseThrow().status()).isEqualTo("cancelled");
    }

    private HttpResponse<String> fire(String number, String event, String credentials) {
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.uri("/api/v1/orders/" + number + "/events"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"event\": \"" + event + "\"}"));
        return credentials.isEmpty() ? shop.send(request) : shop.send(request, "Authorization", credentials);
    }
}
