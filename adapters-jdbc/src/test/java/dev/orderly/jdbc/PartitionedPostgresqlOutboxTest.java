package dev.orderly.jdbc;

import dev.orderly.store.OrderStore;
import dev.orderly.testkit.OutboxContract;
import org.junit.jupiter.api.Tag;

@Tag("servers")
class PartitionedPostgresqlOutboxTest extends OutboxContract {

    @Override
    protected OrderStore newStore() {
        return JdbcOrderStore.over(TestDatabase.POSTGRESQL_PARTITIONED.emptied())
                .build();
    }
}
