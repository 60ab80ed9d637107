package dev.orderly.jdbc;

class PostgresqlOrderStoreTest extends StoreContractTest {

    PostgresqlOrderStoreTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
