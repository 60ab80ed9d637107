package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoredOrder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What concurrent clients of several nodes are answered about an order is what one copy of it would answer. */
@Tag("servers")
class LinearizabilityTest {

    private static final int KILLS = Scale.of(1, 5);

    private static Orders over(OrderStore store) {
        return Orders.builder(store).workflow(BusyShop.WORKFLOW).build();
    }

    @ParameterizedTest
    @EnumSource(Site.class)
    void orders_on_a_database_are_linearizable_while_it_is_killed(Site site) throws Exception {
        if (site.isFile()) {
            linearizable(site, site.newUrl(), () -> {});
            return;
        }
        ServerProcess server = site.launch(); // of its own: what others did to theirs may not survive being killed
        try {
            linearizable(site, server.url(server.port, server.newDatabase()), () -> {
                for (int i = 0; i < KILLS; i++) {
                    Thread.sleep(ThreadLocalRandom.current().nextInt(30, 150));
                    server.kill();
                    server.start();
                }
            });
        } finally {
            server.stop();
        }
    }

    private static void linearizable(Site site, String url, Happening meanwhile) throws Exception {
        try (HikariDataSource first = Site.pool(url);
                HikariDataSource second = Site.pool(url)) {
            List<Orders> nodes = List.of(BusyShop.open(first), BusyShop.open(second));
            Recording recording = RecordedLoad.during(nodes, meanwhile);
            try (HikariDataSource afterwards = Site.pool(url)) {
                assertThat(RecordedLoad.problems(
                                JdbcOrderStore.builder(afterwards).build(), recording))
                        .isEmpty();
            }
            Scale.report(site + ", " + recording.operations().size() + " operations of "
                    + nodes.size() * RecordedLoad.CLIENTS
                    + " clients on two nodes, server killed " + (site.isFile() ? 0 : KILLS)
                    + " times: each order is linearizable");
        }
    }

    @Test
    void orders_in_memory_are_linearizable() throws Exception {
        OrderStore store = new InMemoryOrderStore();
        assertThat(RecordedLoad.problems(store, RecordedLoad.during(List.of(over(store), over(store)), () -> {})))
                .isEmpty();
    }

    /** Every fifth step is acknowledged and not written. */
    @Test
    void a_planted_lost_update_is_found() throws Exception {
        OrderStore store = new InMemoryOrderStore();
        AtomicInteger steps = new AtomicInteger();
        OrderStore forgetful = faulty(
                store,
                (method, arguments, go) ->
                        method.equals("append") && steps.incrementAndGet() % 5 == 0 ? null : go.run());

        assertThat(RecordedLoad.problems(
                        store, RecordedLoad.during(List.of(over(forgetful), over(forgetful)), () -> {})))
                .anyMatch(problem -> problem.contains("has no such entry, which was acknowledged"));
    }

    /** Each read finds what was there at the one before. */
    @Test
    void a_planted_stale_read_is_found() throws Exception {
        OrderStore store = new InMemoryOrderStore();
        Map<String, Optional<StoredOrder>> old = new ConcurrentHashMap<>();
        OrderStore stale = faulty(store, (method, arguments, go) -> {
            if (!method.equals("find") || arguments.length != 1) {
                return go.run();
            }
            Optional<StoredOrder> before = old.getOrDefault(arguments[0].toString(), Optional.empty());
            old.put(arguments[0].toString(), store.find(arguments[0].toString()));
            return before;
        });

        assertThat(RecordedLoad.problems(store, RecordedLoad.during(List.of(over(stale), over(stale)), () -> {})))
                .anyMatch(problem -> problem.contains("was read at entry"));
    }

    private static OrderStore faulty(OrderStore store, Fault fault) {
        return (OrderStore) Proxy.newProxyInstance(
                OrderStore.class.getClassLoader(), new Class<?>[] {OrderStore.class}, (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    return fault.call(method.getName(), given, () -> {
                        try {
                            return method.invoke(store, given);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
                });
    }

    /** Does something else than a store does. */
    @FunctionalInterface
    private interface Fault {

        @Nullable
        Object call(String method, Object[] arguments, Call go) throws Throwable;
    }

    /** What the store would do. */
    @FunctionalInterface
    private interface Call {

        @Nullable
        Object run() throws Throwable;
    }
}
