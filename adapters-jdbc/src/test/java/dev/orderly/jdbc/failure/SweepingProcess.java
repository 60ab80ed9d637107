package dev.orderly.jdbc.failure;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.SweepReport;
import dev.orderly.jdbc.JdbcOrderStore;
import java.nio.file.Path;

/**
 * Fires expired deadlines until there are none. Arguments: the URL of the database, the log of the fired ones, a name that
 * it does not need.
 */
final class SweepingProcess {

    private SweepingProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (HikariDataSource source = Site.pool(arguments[0])) {
            Path path = Path.of(arguments[1]);
            Acknowledged.Log log = new Acknowledged.Log(path);
            Orders orders = Orders.builder(JdbcOrderStore.builder(source).build())
                    .workflow(BusyShop.WORKFLOW)
                    .listener((order, entry) -> log.add(
                            new Acknowledged(order.number(), entry.sequence(), String.valueOf(entry.requestId()))))
                    .build();
            StartSignal.await(path);
            SweepReport report;
            do {
                report = orders.sweep();
                if (!report.failed().isEmpty()) {
                    throw new IllegalStateException("failed: " + report.failed());
                }
            } while (!report.fired().isEmpty());
        }
    }
}
