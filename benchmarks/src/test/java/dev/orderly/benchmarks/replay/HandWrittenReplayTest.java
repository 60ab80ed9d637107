package dev.orderly.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandWrittenReplayTest {

    @TempDir
    private Path folder;

    @Test
    void counts_what_the_flow_allows() throws IOException {
        Path log = folder.resolve("events.csv");
        Files.writeString(log, """
                order,event,at,actor,data.payment,data.tracking-number
                1,place,2024-01-01T00:00:00Z,customer,prepaid,
                1,ship,2024-01-01T00:00:01Z,staff:anna,,PL1
                1,pay,2024-01-01T00:00:02Z,customer,,
                1,pay,2024-01-01T00:00:03Z,platform,,
                1,release,2024-01-01T00:00:04Z,staff:anna,,
                1,ship,2024-01-01T00:00:05Z,staff:anna,,
                1,ship,2024-01-01T00:00:06Z,staff:anna,,PL1
                2,place,2024-01-01T00:00:07Z,customer,prepaid,
                """);

        assertThat(HandWrittenReplay.run(log)).isEqualTo("{\"orders\": 2, \"events\": 8, \"accepted\": 5}");
    }

    @Test
    void the_log_is_the_same_every_time() throws IOException {
        EventLog.write(folder.resolve("a.csv"), 1000);
        EventLog.write(folder.resolve("b.csv"), 1000);

        assertThat(folder.resolve("a.csv")).hasSameTextualContentAs(folder.resolve("b.csv"));
        assertThat(HandWrittenReplay.run(folder.resolve("a.csv"))).contains("\"events\": 1000");
    }
}
