package dev.orderly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.file.Presets;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final AtomicInteger finds = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private volatile Runnable beforeFind = () -> {};

    private final Orders orders =
            Orders.builder(store()).workflow(Presets.bookstore()).build();

    /** A store in memory, but for what a test makes of finding an order. */
    private OrderStore store() {
        OrderStore real = new InMemoryOrderStore();
        return (OrderStore) Proxy.newProxyInstance(
                HealthTest.class.getClassLoader(), new Class<?>[] {OrderStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        finds.incrementAndGet();
                        beforeFind.run();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void fail() {
        throw new IllegalStateException("the database at 10.0.0.7 is gone");
    }

    private static HttpResponse<String> health(OrderlyServer server) throws Exception {
        URI uri = URI.create("http://localhost:" + server.port() + "/health");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void all_is_well_while_orders_can_be_read() throws Exception {
        try (OrderlyServer server =
                OrderlyServer.start(OrderlyServlet.builder(orders).build(), 0)) {
            HttpResponse<String> answer = health(server);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\",\"unreadableOrders\":0}");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    void a_store_that_fails_is_reported_without_details() throws Exception {
        beforeFind = HealthTest::fail;
        try (OrderlyServer server =
                OrderlyServer.start(OrderlyServlet.builder(orders).build(), 0)) {
            HttpResponse<String> answer = health(server);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("{\"status\":\"DOWN\",\"unreadableOrders\":0}");
        }
    }

    @Test
    void the_store_is_queried_once_a_second_however_many_checks_there_are() {
        Health health = new Health(orders, nanos::get);

        for (int i = 0; i < 100; i++) {
            assertThat(health.isUp()).isTrue();
        }
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        beforeFind = HealthTest::fail;
        assertThat(health.isUp()).isFalse();
        assertThat(health.isUp()).isFalse();

        assertThat(finds).hasValue(2);
    }

    @Test
    void a_store_that_does_not_answer_holds_up_one_thread_and_is_down_for_the_others() throws Exception {
        Health health = new Health(orders, nanos::get);
        assertThat(health.isUp()).isTrue();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        beforeFind = () -> {
            asked.countDown();
            try {
                answers.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        Thread first = new Thread(health::isUp);
        first.start();
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(health.isUp()).isTrue();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));
        assertThat(health.isUp()).isFalse();

        answers.countDown();
        first.join();
        assertThat(health.isUp()).isTrue();
        assertThat(finds).hasValue(2);
    }
}
