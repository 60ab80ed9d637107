package dev.orderly.jdbc;

import dev.orderly.store.OrderStore;
import dev.orderly.testkit.store.OutboxContract;

class SqliteOutboxTest extends OutboxContract {

    @Override
    protected OrderStore newStore() {
        return JdbcOrderStore.builder(TestDatabase.SQLITE.emptied()).build();
    }
}
