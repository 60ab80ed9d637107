package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import dev.orderly.store.Backlog;
import dev.orderly.workflow.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of a JVM that sends messages: twice while the channel is down, and once while it takes them. */
@Tag("servers")
class KilledDispatcherTest {

    private static final int ORDERS = Scale.of(50, 1000);
    private static final int MESSAGES = 2 * ORDERS;
    private static final int THREADS = 2;

    private static final Workflow NOTIFYING = Workflow.builder("notifying")
            .status("new", s -> {})
            .status("sent", s -> s.done())
            .transition("place", t -> t.to("new").by("customer").notifying("customer"))
            .transition("ship", t -> t.from("new").to("sent").by("staff").notifying("customer"))
            .build();

    @ParameterizedTest
    @EnumSource
    @Timeout(600)
    void every_message_arrives_in_order_and_twice_only_where_the_process_died_over_it(Site site, @TempDir Path folder)
            throws Exception {
        String url = site.sharedUrl();
        Path log = folder.resolve("log");
        Path isUp = folder.resolve("up");
        try (HikariDataSource source = Site.pool(url)) {
            JdbcOrderStore store = JdbcOrderStore.builder(source).migrate().build();
            place(Orders.builder(store).workflow(NOTIFYING).build());
            killedAfter(1, url, log, isUp);
            killedAfter(lines(log) + 1, url, log, isUp);
            assertThat(store.outbox().backlog().waiting()).isEqualTo(MESSAGES);
            Files.createFile(isUp);
            int tried = lines(log);
            killedAfter(tried + ORDERS / 2, url, log, isUp);
            try (ChildJvm last = process(url, log, isUp)) {
                while (store.outbox().backlog().waiting() > 0) {
                    assertThat(last.isAlive()).as(last::said).isTrue();
                    Thread.sleep(20);
                }
            }
            assertThat(store.outbox().backlog()).isEqualTo(new Backlog(List.of(), 0));
        }
        List<Acknowledged> sent = Acknowledged.read(log).stream()
                .filter(one -> one.sequence() > 0)
                .toList();
        int twice = sent.size() - MESSAGES;

        assertThat(new LinkedHashSet<>(sent)).hasSize(MESSAGES);
        assertThat(twice).isBetween(0, THREADS);
        assertThat(sent.stream()
                        .distinct()
                        .collect(Collectors.groupingBy(
                                Acknowledged::number, Collectors.mapping(Acknowledged::sequence, Collectors.toList())))
                        .values())
                .allMatch(List.of(1L, 2L)::equals);
        Scale.report(site + ", kill -9 of the dispatcher, twice in an outage and once after it: " + MESSAGES
                + " messages, 0 lost, " + twice + " sent twice");
    }

    private static void place(Orders orders) {
        for (int i = 0; i < ORDERS; i++) {
            orders.place("o" + i, Request.of("place", Actor.of("customer")));
            orders.fire("o" + i, Request.of("ship", Actor.of("staff")));
        }
    }

    /** A process that is killed when the log has so many lines. */
    private static void killedAfter(int lines, String url, Path log, Path isUp) throws Exception {
        try (ChildJvm process = process(url, log, isUp)) {
            while (lines(log) < lines) {
                assertThat(process.isAlive()).as(process::said).isTrue();
                Thread.sleep(1);
            }
            process.kill();
        }
    }

    private static ChildJvm process(String url, Path log, Path isUp) throws Exception {
        return new ChildJvm(NotifyingProcess.class, url, log.toString(), isUp.toString());
    }

    private static int lines(Path log) throws Exception {
        return Acknowledged.read(log).size();
    }
}
