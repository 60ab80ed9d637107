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
class BoundsMeasurementTest {

    @Test
    void measures_orders_with_and_without_bounds_in_a_database() throws Exception {
        try (Databases databases = new Databases(Map.of())) {
            Setting setting = new Setting(true, databases, databases.folder(), line -> {});
            Findings findings = new BoundsMeasurement(List.of(DatabaseProduct.H2), 40_000_000L).measure(setting);

            assertThat(findings.tables().get(0).rows())
                    .extracting(row -> row.get(0) + "/" + row.get(1))
                    .containsExactly(
                            "H2 file/without bounds",
                            "/bounded by a field",
                            "/and by the total of a line",
                            "/and by the total of 100 lines");
        }
    }
}
