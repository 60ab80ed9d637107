package dev.orderly.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.benchmarks.database.DatabaseProduct;
import dev.orderly.benchmarks.database.Databases;
import dev.orderly.benchmarks.report.Findings;
import dev.orderly.benchmarks.report.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program runs, with turns so short that its figures say nothing. */
@Tag("slow")
class StackMeasurementTest {

    @Test
    void measures_in_memory_and_in_a_database() throws Exception {
        try (Databases databases = new Databases(Map.of())) {
            Setting setting = new Setting(true, databases, databases.folder(), line -> {});
            Findings findings = new StackMeasurement(List.of(DatabaseProduct.H2), 40_000_000L).measure(setting);

            assertThat(findings.tables())
                    .extracting(table -> table.rows().size())
                    .containsExactly(4, 8);
            assertThat(findings.tables().get(1).rows())
                    .extracting(row -> row.get(0) + "/" + row.get(1))
                    .containsExactly(
                            "H2 file, 1 thread/Orderly",
                            "/by hand, same promises",
                            "/by hand, keyed",
                            "/by hand, bare",
                            "H2 file, 8 threads/Orderly",
                            "/by hand, same promises",
                            "/by hand, keyed",
                            "/by hand, bare");
            assertThat(findings.goals()).hasSize(2);
            assertThat(findings.charts()).hasSize(2);
            assertThat(databases.used()).singleElement().asString().startsWith("H2 file 2.");
        }
    }
}
