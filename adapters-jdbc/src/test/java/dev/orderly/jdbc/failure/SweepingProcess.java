package dev.orderly.jdbc.failure;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.SweepReport;
import java.nio.file.Path;

/** Fires what is due, until nothing is. Arguments: where the database is, the log of what it fired. */
final class SweepingProcess {

    private SweepingProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (HikariDataSource source = Site.pool(arguments[0])) {
            Orders orders = BusyShop.open(source);
            Path path = Path.of(arguments[1]);
            Acknowledged.Log log = new Acknowledged.Log(path);
            StartSignal.await(path);
            SweepReport report;
            do {
                report = orders.sweep();
                report.fired().forEach(accepted -> log.add(Acknowledged.of(accepted)));
                if (!report.failed().isEmpty()) {
                    throw new IllegalStateException("failed: " + report.failed());
                }
            } while (!report.fired().isEmpty());
        }
    }
}
