package dev.orderly.jdbc;

import dev.orderly.store.OrderStore;
import dev.orderly.testkit.store.OutboxContract;

class PartitionedPostgresqlOutboxTest extends OutboxContract {

    @Override
    protected OrderStore newStore() {
        return JdbcOrderStore.over(TestDatabase.POSTGRESQL_PARTITIONED.emptied())
                .build();
    }
}
