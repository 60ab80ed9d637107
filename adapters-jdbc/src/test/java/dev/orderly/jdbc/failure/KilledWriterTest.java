package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.jdbc.JdbcOrderStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of a JVM that writes orders, at a random moment. */
@Tag("servers")
class KilledWriterTest {

    private static final int ROUNDS = Scale.of(2, 50);
    private static final int MOST_MILLIS = Scale.of(400, 1000);

    @ParameterizedTest
    @EnumSource
    void what_was_acknowledged_outlives_the_process(Site site, @TempDir Path folder) throws Exception {
        String url = site.newUrl();
        List<Acknowledged> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String prefix = "r" + round;
            List<Acknowledged> acknowledged = round(url, folder.resolve(prefix), prefix);
            all.addAll(acknowledged);
            try (HikariDataSource source = Site.pool(url)) {
                Audit audit = new Audit(source, JdbcOrderStore.builder(source).build());
                assertThat(audit.lost(prefix + "-", acknowledged)).isEmpty();
                assertThat(audit.problems(prefix + "-")).isEmpty();
            }
        }
        try (HikariDataSource source = Site.pool(url)) {
            Audit audit = new Audit(source, JdbcOrderStore.builder(source).build());
            assertThat(audit.lost("r", all)).isEmpty();
            int written = audit.written("r").size();
            Scale.report(site + ", kill -9 of the writer: " + ROUNDS + " rounds, " + all.size()
                    + " transitions acknowledged, 0 lost, " + (written - all.size())
                    + " written but not yet acknowledged");
        }
    }

    private static List<Acknowledged> round(String url, Path log, String prefix) throws Exception {
        try (ChildJvm writer = new ChildJvm(WriterProcess.class, url, log.toString(), prefix, "4")) {
            while (!Files.exists(log) || Files.size(log) == 0) {
                assertThat(writer.isAlive()).as(writer::said).isTrue();
                Thread.sleep(10);
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(MOST_MILLIS));
            assertThat(writer.said()).isEmpty();
            writer.kill();
        }
        return Acknowledged.read(log);
    }
}
