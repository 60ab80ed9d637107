package dev.orderly.jdbc;

import dev.orderly.store.OrderStore;
import dev.orderly.testkit.OutboxContract;

class H2OutboxTest extends OutboxContract {

    @Override
    protected OrderStore newStore() {
        return JdbcOrderStore.builder(TestDatabase.H2.emptied()).build();
    }
}
