package dev.orderly.jdbc;

import dev.orderly.store.OrderStore;
import dev.orderly.testkit.store.OutboxContract;
import org.junit.jupiter.api.Tag;

@Tag("servers")
class PostgresqlOutboxTest extends OutboxContract {

    @Override
    protected OrderStore newStore() {
        return JdbcOrderStore.builder(TestDatabase.POSTGRESQL.emptied()).build();
    }
}
