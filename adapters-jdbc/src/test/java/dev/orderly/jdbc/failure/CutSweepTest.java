package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.SweepReport;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.jdbc.failure.CuttingProxy.Cut;
import dev.orderly.jdbc.failure.CuttingProxy.Direction;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The connection breaks while a sweep claims or writes several orders at a time. */
@Tag("servers")
class CutSweepTest {

    private static final int DEADLINES = 5;
    private static final int ROUNDS = Scale.of(2, 50);
    private static final int PLACES = Scale.of(10, 500);

    /** Lets all through until the entries are written and the commit comes, which is cut before or after the server has it. */
    private static Cut aroundTheCommit(boolean reachesServer) {
        AtomicBoolean writing = new AtomicBoolean();
        AtomicBoolean committing = new AtomicBoolean();
        return (direction, bytes) -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (direction == Direction.TO_CLIENT) {
                return committing.get() ? 0 : bytes.length;
            }
            writing.compareAndSet(false, text.contains("insert into orderly_history"));
            if (writing.get() && text.contains("COMMIT")) {
                committing.set(true);
                return reachesServer ? bytes.length : 0;
            }
            return bytes.length;
        };
    }

    private static Cut after(long count, Direction which) {
        AtomicLong left = new AtomicLong(count);
        return (direction, bytes) -> direction == which
                ? (int) Math.max(0, Math.min(bytes.length, left.getAndAdd(-bytes.length)))
                : bytes.length;
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SQLITE", "H2_FILE"})
    void a_cut_around_the_commit_is_an_unknown_outcome_for_each_that_shared_it(Site site) throws Exception {
        try (Scene scene = new Scene(site)) {
            for (boolean written : List.of(false, true)) {
                for (int round = 0; round < ROUNDS; round++) {
                    Set<String> expired = scene.expired();
                    scene.proxy.arm(aroundTheCommit(written));

                    SweepReport report = scene.orders.sweep();

                    assertThat(report.fired()).isEmpty();
                    assertThat(report.failed().keySet()).isEqualTo(expired);
                    assertThat(report.failed().values()).hasOnlyElementsOfType(OutcomeUnknownException.class);
                    if (written) {
                        scene.await(expired);
                    }
                    assertThat(scene.fired(expired)).isEqualTo(written ? expired : Set.of());
                    scene.sweepsUp(expired);
                }
            }
            Scale.report(site + ", connection cut around the commit of a sweep: " + scene);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SQLITE", "H2_FILE"})
    void wherever_the_connection_is_cut_each_deadline_fires_once(Site site) throws Exception {
        try (Scene scene = new Scene(site)) {
            for (Direction direction : Direction.values()) {
                long length = scene.length(direction);
                for (int place = 0; place < PLACES; place++) {
                    Set<String> expired = scene.expired();
                    scene.proxy.arm(after(length * place / PLACES, direction));
                    scene.sweep(expired);
                    scene.proxy.disarm();
                    scene.sweepsUp(expired);
                }
            }
            assertThat(scene.cut).isPositive();
            Scale.report(site + ", connection cut after any number of bytes of a sweep: " + scene);
        }
    }

    /** A shop that reaches its database through a proxy, and an audit of the database itself. */
    private static final class Scene implements AutoCloseable {

        final CuttingProxy proxy;
        final Orders orders;
        int cut;
        private final HikariDataSource throughProxy;
        private final HikariDataSource direct;
        private final Orders later;
        private final Audit audit;
        private int count;

        Scene(Site site) throws Exception {
            ServerProcess server = site.server();
            String database = server.newDatabase();
            proxy = new CuttingProxy(server.port);
            String url = server.url(proxy.port(), database);
            throughProxy = Site.pool(site == Site.POSTGRESQL ? url + "&prepareThreshold=0" : url, 1);
            direct = Site.pool(server.url(server.port, database), 1);
            orders = BusyShop.open(throughProxy);
            JdbcOrderStore store = JdbcOrderStore.builder(direct).build();
            later = Orders.builder(store)
                    .workflow(BusyShop.WORKFLOW)
                    .clock(Clock.fixed(Instant.now().plus(Duration.ofHours(1)), ZoneOffset.UTC))
                    .build();
            audit = new Audit(direct, store);
        }

        Set<String> expired() {
            String prefix = "o" + count++ + ".";
            Instant placed = Instant.now().minus(Duration.ofDays(15));
            Set<String> numbers = new HashSet<>();
            IntStream.range(0, DEADLINES).forEach(i -> {
                later.place(prefix + i, BusyShop.placing("place").withTime(placed));
                numbers.add(prefix + i);
            });
            return numbers;
        }

        /** How many bytes it takes to sweep while nothing is cut. */
        long length(Direction direction) throws Exception {
            expired();
            long before = proxy.passed(direction);
            assertThat(orders.sweep().fired()).hasSize(DEADLINES);
            return proxy.passed(direction) - before;
        }

        /** Sweeps while the connection is cut; its report must be true. */
        void sweep(Set<String> expired) throws Exception {
            try {
                SweepReport report = orders.sweep();
                Set<String> fired = fired(expired);
                assertThat(report.overtaken()).isEmpty();
                report.fired().forEach(a -> assertThat(fired).contains(a.order().number()));
                report.failed().forEach((number, failure) -> {
                    assertThat(failure).isInstanceOfAny(StoreFailedException.class, OutcomeUnknownException.class);
                    if (failure instanceof StoreFailedException) {
                        assertThat(fired).doesNotContain(number);
                    }
                });
                cut += report.failed().isEmpty() ? 0 : 1;
            } catch (StoreFailedException | OutcomeUnknownException e) {
                cut++; // nothing could be claimed
            }
        }

        /** Which of some orders have expired. */
        Set<String> fired(Set<String> numbers) throws Exception {
            Set<String> fired = new HashSet<>();
            for (String number : numbers) {
                audit.written(number).stream()
                        .filter(step -> step.sequence() == 2)
                        .forEach(step -> fired.add(step.number()));
            }
            return fired;
        }

        /** Waits until the server has done what came to it before the cut. */
        void await(Set<String> expired) throws Exception {
            for (int i = 0; i < 1000 && !fired(expired).equals(expired); i++) {
                Thread.sleep(10);
            }
        }

        /** Sweeps after the lease fire what is left, once the server has let go of it, and nothing twice. */
        void sweepsUp(Set<String> expired) throws Exception {
            for (int i = 0; i < 1000 && !fired(expired).equals(expired); i++) {
                assertThat(later.sweep().failed()).isEmpty();
                Thread.sleep(10);
            }
            assertThat(fired(expired)).isEqualTo(expired);
            for (String number : expired) {
                assertThat(audit.written(number)).hasSize(2);
                assertThat(audit.problems(number)).isEmpty();
            }
        }

        @Override
        public void close() throws IOException {
            throughProxy.close();
            direct.close();
            proxy.close();
        }

        @Override
        public String toString() {
            return count + " sweeps of " + DEADLINES + " deadlines, " + cut
                    + " cut at another place; all fired by the next sweep at the latest, 0 twice";
        }
    }
}
