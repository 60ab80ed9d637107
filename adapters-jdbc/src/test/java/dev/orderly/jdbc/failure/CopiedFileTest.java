package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.order.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An H2 file that is copied between two steps: what {@code kill -9} at that moment would leave. The database is closed
 * now and then, because H2 then moves what it holds and leaves free space, which it must not use; and steps are of many
 * sizes, which fit into that space or do not. Without {@code REUSE_SPACE=FALSE} some are missing in most runs.
 */
@Tag("slow")
class CopiedFileTest {

    private static final int OPENINGS = Scale.of(10, 100);
    private static final int MOST_STEPS = 30;
    private static final int MOST_CHARACTERS = 20_000;
    private static final String SETTINGS = ";WRITE_DELAY=0;REUSE_SPACE=FALSE";

    private final Path folder;
    private final Random random = new Random(1);

    CopiedFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void what_was_acknowledged_is_in_the_file_after_every_step() throws Exception {
        List<Acknowledged> missing = new ArrayList<>();
        int steps = 0;
        for (int opening = 0; opening < OPENINGS; opening++) {
            try (HikariDataSource source = Site.pool("jdbc:h2:" + folder.resolve("orders") + SETTINGS)) {
                Orders orders = BusyShop.open(source);
                int most = 1 + random.nextInt(MOST_STEPS);
                for (int step = 0; step < most; step++) {
                    Acknowledged one = step(orders, "r" + opening + "-" + step / 5, step % 5);
                    if (!copyHolds(one)) {
                        missing.add(one);
                    }
                    steps++;
                }
            }
        }
        assertThat(missing).isEmpty();
        Scale.report("H2 file, copied after each of " + steps + " steps: all are in it");
    }

    private Acknowledged step(Orders orders, String number, int step) {
        Decision decision = step == 0
                ? orders.place(number, BusyShop.placing("place"))
                : orders.fire(number, BusyShop.firing(BusyShop.WAY.get(step - 1), "step " + step));
        if (random.nextInt(3) == 0) {
            String text = "x".repeat(1 + random.nextInt(MOST_CHARACTERS));
            orders.comment(number, CommentRequest.of(Actor.of("staff"), text));
        }
        return Acknowledged.of((Accepted) decision);
    }

    private boolean copyHolds(Acknowledged one) throws Exception {
        Files.copy(folder.resolve("orders.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:" + folder.resolve("copy") + ";ACCESS_MODE_DATA=r");
                PreparedStatement history = connection.prepareStatement(
                        "select 1 from orderly_history where number = ? and sequence = ? and request_id = ?")) {
            return holds(history, one);
        }
    }

    private static boolean holds(PreparedStatement history, Acknowledged one) throws SQLException {
        history.setString(1, one.number());
        history.setLong(2, one.sequence());
        history.setString(3, one.requestId());
        try (ResultSet row = history.executeQuery()) {
            return row.next();
        }
    }
}
