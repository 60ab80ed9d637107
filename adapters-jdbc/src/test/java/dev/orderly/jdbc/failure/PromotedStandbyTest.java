package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.jdbc.JdbcOrderStore;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A PostgreSQL is killed for good while orders are placed and moved, and its synchronous standby takes its place. */
@Tag("servers")
class PromotedStandbyTest {

    private static final int PROMOTIONS = Scale.of(1, 10);
    private static final int MILLIS_OF_WORK = 500;

    /** In which a server that does not wait for its standby acknowledges what is lost with it. */
    private static final int MILLIS_WITHOUT_STANDBY = 300;

    @Test
    void the_standby_has_everything_that_was_acknowledged() throws Exception {
        try (PostgresPair pair = new PostgresPair();
                HikariDataSource source = Site.pool(pair.newUrl(), 16)) {
            Orders orders = BusyShop.open(source);
            OrderLoad load = new OrderLoad(List.of(orders));
            Recording recording = new Recording();
            load.during(() -> RecordedLoad.record(recording, List.of(orders), () -> promote(pair, load)));

            JdbcOrderStore store = JdbcOrderStore.builder(source).build();
            Audit audit = new Audit(source, store);
            assertThat(load.acknowledged).doesNotHaveDuplicates();
            assertThat(audit.written(OrderLoad.PREFIX)).containsExactlyInAnyOrderElementsOf(load.acknowledged);
            assertThat(audit.problems("")).isEmpty();
            assertThat(store.verification().run().findings()).isEmpty();
            assertThat(RecordedLoad.problems(store, recording)).isEmpty();
            assertThat(load.client.failures.get() + load.client.unknowns.get()).isPositive();
            Scale.report("PostgreSQL, killed and its synchronous standby promoted, under load: " + PROMOTIONS
                    + " times, "
                    + load.acknowledged.size() + " transitions acknowledged, 0 lost, 0 twice; on the way " + load.client
                    + "; " + recording + ": each order is linearizable");
        }
    }

    private static void promote(PostgresPair pair, OrderLoad load) throws Exception {
        for (int i = 0; i < PROMOTIONS; i++) {
            pair.addStandby();
            pair.awaitWaitingCommits();
            load.awaitProgress();
            Thread.sleep(ThreadLocalRandom.current().nextInt(MILLIS_OF_WORK));
            pair.cutOffStandby();
            Thread.sleep(MILLIS_WITHOUT_STANDBY);
            pair.failOver();
            load.awaitProgress();
        }
    }
}
