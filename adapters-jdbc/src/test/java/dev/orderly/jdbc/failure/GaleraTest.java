package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.jdbc.DatabaseDialect;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Order;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes of a Galera cluster that are all written to, with the settings that the page on operating asks for. */
@Tag("servers")
class GaleraTest {

    private static final int LOSSES = Scale.of(1, 10);
    private static final int CREATIONS = Scale.of(3, 30);
    private static final int MILLIS_OF_WORK = 500;

    private static GaleraCluster cluster;

    @BeforeAll
    static void form() throws Exception {
        cluster = new GaleraCluster();
    }

    @AfterAll
    static void end() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void nodes_that_create_the_tables_at_the_same_time_do_not_stop_the_cluster() throws Exception {
        for (int i = 0; i < CREATIONS; i++) {
            List<HikariDataSource> sources =
                    cluster.newUrls().stream().map(Site::pool).toList();
            try {
                List<CompletableFuture<Orders>> nodes = sources.stream()
                        .map(source -> CompletableFuture.supplyAsync(() -> BusyShop.open(source)))
                        .toList();
                assertThat(nodes)
                        .allSatisfy(node -> assertThat(node.get().find("A-1")).isEmpty());
            } finally {
                sources.forEach(HikariDataSource::close);
            }
        }
    }

    @Test
    void rivals_on_three_nodes_are_told_exactly_what_happened(@TempDir Path folder) throws Exception {
        Rivals.compete("Galera", cluster.newUrls(), folder);
    }

    @Test
    void each_due_deadline_fires_once_though_three_nodes_sweep(@TempDir Path folder) throws Exception {
        Sweepers.share("Galera", cluster.newUrls(), folder);
    }

    /** A node that is to answer while it has not yet written what another acknowledged. */
    @Test
    void a_node_sees_what_another_acknowledged_only_if_it_waits_for_it() throws Exception {
        List<String> urls = cluster.newUrls();
        try (HikariDataSource first = Site.pool(urls.get(0));
                HikariDataSource second = Site.pool(urls.get(1));
                HikariDataSource hasty = Site.pool(urls.get(1) + "&sessionVariables=wsrep_sync_wait=0");
                Connection administrator =
                        DriverManager.getConnection(cluster.node(1).adminUrl());
                Statement statement = administrator.createStatement();
                Connection waiting = second.getConnection();
                Connection notWaiting = hasty.getConnection()) {
            Orders here = BusyShop.open(first);
            Orders there = BusyShop.open(second);
            Orders thereAtOnce = BusyShop.open(hasty);
            assertThat(DatabaseDialect.mariadb().staleReadProblems(waiting)).isEmpty();
            assertThat(DatabaseDialect.mariadb().staleReadProblems(notWaiting))
                    .containsExactly("wsrep_sync_wait is 0, and must be 7");

            statement.execute("flush tables with read lock"); // which keeps the node from writing what others wrote
            here.place("A-1", BusyShop.placing("place"));
            assertThat(thereAtOnce.find("A-1")).isEmpty();
            assertThat(thereAtOnce
                            .fire("A-1", BusyShop.firing("pay", "too-early"))
                            .isAccepted())
                    .isFalse();
            CompletableFuture<Optional<Order>> found = CompletableFuture.supplyAsync(() -> there.find("A-1"));
            statement.execute("unlock tables");

            assertThat(found.get()).isPresent();
            assertThat(there.fire("A-1", BusyShop.firing("pay", "in-time")).isAccepted())
                    .isTrue();
        }
    }

    @Test
    void nothing_is_lost_or_done_twice_while_nodes_are_killed_and_cut_off() throws Exception {
        List<HikariDataSource> sources =
                cluster.newUrls().stream().map(Site::pool).toList();
        try {
            List<Orders> nodes = sources.stream().parallel().map(BusyShop::open).toList();
            OrderLoad load = new OrderLoad(nodes);
            Recording recording = new Recording();
            load.during(() -> RecordedLoad.record(recording, nodes, () -> lose(load)));
            assertThat(load.acknowledged).doesNotHaveDuplicates();
            for (HikariDataSource source : sources) {
                JdbcOrderStore store = JdbcOrderStore.builder(source).build();
                Audit audit = new Audit(source, store);
                assertThat(audit.written(OrderLoad.PREFIX)).containsExactlyInAnyOrderElementsOf(load.acknowledged);
                assertThat(audit.problems("")).isEmpty();
                assertThat(store.verification().run().findings()).isEmpty();
                assertThat(RecordedLoad.problems(store, recording)).isEmpty();
            }
            assertThat(load.client.failures.get() + load.client.unknowns.get()).isPositive();
            Scale.report("Galera, one of three nodes killed, and one cut off, under load: " + LOSSES + " times each, "
                    + load.acknowledged.size() + " transitions acknowledged, 0 lost, 0 twice; on the way " + load.client
                    + "; " + recording + ": each order is linearizable");
        } finally {
            sources.forEach(HikariDataSource::close);
        }
    }

    private static void lose(OrderLoad load) throws Exception {
        for (int i = 0; i < LOSSES; i++) {
            GaleraNode killed = cluster.node(i);
            work(load);
            killed.kill();
            cluster.awaitAll(cluster.without(killed));
            work(load);
            killed.start();
            cluster.awaitWhole();

            GaleraNode cutOff = cluster.node(i + 1);
            work(load);
            cutOff.pause();
            cluster.awaitAll(cluster.without(cutOff));
            work(load);
            cutOff.resume();
            cluster.awaitWhole();
        }
        work(load);
    }

    private static void work(OrderLoad load) throws Exception {
        load.awaitProgress();
        Thread.sleep(ThreadLocalRandom.current().nextInt(MILLIS_OF_WORK));
    }
}
