package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.jdbc.JdbcOrderStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of a JVM in the middle of a sweep. */
@Tag("servers")
class KilledSweepTest {

    private static final int ROUNDS = Scale.of(1, 20);
    private static final int DEADLINES = Scale.of(600, 5_000);
    private static final int MOST_MILLIS = Scale.of(30, 300);

    @ParameterizedTest
    @EnumSource
    void what_it_had_claimed_fires_when_the_lease_is_over_and_nothing_twice(Site site, @TempDir Path folder)
            throws Exception {
        String url = site.sharedUrl();
        int left = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String prefix = "r" + round + "-";
            try (HikariDataSource source = Site.pool(url)) {
                place(BusyShop.open(source), prefix);
            }
            List<Acknowledged> heard = killed(url, folder, prefix);
            try (HikariDataSource source = Site.pool(url)) {
                JdbcOrderStore store = JdbcOrderStore.builder(source).build();
                Audit audit = new Audit(source, store);
                assertThat(heard).doesNotHaveDuplicates();
                assertThat(audit.lost(prefix, heard)).isEmpty();
                left += afterTheLease(store).sweep().fired().size();
                assertThat(audit.written(prefix)).hasSize(2 * DEADLINES);
                assertThat(audit.problems(prefix)).isEmpty();
            }
        }
        Scale.report(site + ", kill -9 of a sweep: " + ROUNDS + " rounds of " + DEADLINES + " deadlines, " + left
                + " left for the next sweep, 0 lost, 0 twice");
    }

    private static void place(Orders orders, String prefix) {
        Instant placed = Instant.now().minus(Duration.ofDays(15));
        IntStream.range(0, DEADLINES)
                .parallel()
                .forEach(i -> orders.place(prefix + i, BusyShop.placing("place").withTime(placed)));
    }

    private static Orders afterTheLease(JdbcOrderStore store) {
        Instant later = Instant.now().plus(Duration.ofHours(1));
        return Orders.builder(store)
                .workflow(BusyShop.WORKFLOW)
                .clock(Clock.fixed(later, ZoneOffset.UTC))
                .build();
    }

    /** The steps that returned in the process before it was killed. */
    private static List<Acknowledged> killed(String url, Path folder, String name) throws Exception {
        Path round = Files.createDirectory(folder.resolve(name));
        Path log = round.resolve("log");
        try (ChildJvm sweeper = new ChildJvm(SweepingProcess.class, url, log.toString())) {
            StartSignal.give(round, List.of(sweeper), List.of("log"));
            while (Files.size(log) == 0) {
                assertThat(sweeper.isAlive()).as(sweeper::said).isTrue();
                Thread.sleep(1);
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(MOST_MILLIS));
            sweeper.kill();
        }
        return Acknowledged.read(log);
    }
}
