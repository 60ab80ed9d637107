package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.http.HttpListener.LookupResult;
import dev.orderly.http.lookup.Lookup;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ConstantTimeLookupTest {

    private final Orders orders = Orders.inMemory(Presets.bookstore());
    private final List<LookupResult> heard = new ArrayList<>();
    private final List<Thread> making = new ArrayList<>();
    private final ConstantTimeLookup desk =
            new ConstantTimeLookup(new Lookup(orders, Clock.systemUTC()), request -> "client", new HttpListener() {
                @Override
                public void lookedUp(LookupResult result) {
                    heard.add(result);
                }
            });

    ConstantTimeLookupTest() {
        orders.place(
                "A-1",
                Request.of("place", Actor.of("customer"))
                        .with("payment", "prepaid")
                        .withCustomer(Customer.of("anna@example.com")));
    }

    /** The thread that the answer is given on. */
    private Thread answering(String number, String email) throws Exception {
        CompletableFuture<Thread> answering = new CompletableFuture<>();
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                ConstantTimeLookupTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> null);
        desk.find(
                request,
                number,
                email,
                answer -> making.add(Thread.currentThread()),
                made -> answering.complete(Thread.currentThread()));
        return answering.get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_wrong_address_and_an_unknown_number_both_wait_and_no_thread_waits_with_them() throws Exception {
        Thread mine = Thread.currentThread();

        assertThat(answering("A-1", "somebody@example.com")).isNotSameAs(mine);
        assertThat(answering("A-2", "anna@example.com")).isNotSameAs(mine);
        assertThat(answering("A-1", "anna@example.com")).isSameAs(mine);

        assertThat(making).containsOnly(mine); // what the request knows is gone later
    }

    @Test
    void what_came_of_a_lookup_is_heard() throws Exception {
        answering("A-1", "anna@example.com");
        answering("A-2", "anna@example.com");
        for (int i = 0; i < 10; i++) {
            answering("A-1", "anna@example.com");
        }

        assertThat(heard)
                .startsWith(LookupResult.FOUND, LookupResult.UNKNOWN)
                .endsWith(LookupResult.FOUND, LookupResult.TOO_MANY);
    }
}
