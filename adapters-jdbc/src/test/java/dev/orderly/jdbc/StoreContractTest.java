package dev.orderly.jdbc;

import dev.orderly.store.OrderStore;
import dev.orderly.testkit.store.OrderStoreContract;

/** The contract of stores on a real database. */
abstract class StoreContractTest extends OrderStoreContract {

    private final TestDatabase database;

    StoreContractTest(TestDatabase database) {
        this.database = database;
    }

    @Override
    protected OrderStore newStore() {
        return JdbcOrderStore.builder(database.emptied()).build();
    }
}
