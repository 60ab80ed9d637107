package dev.orderly.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("servers")
class PostgresqlOrderStoreTest extends StoreContractTest {

    PostgresqlOrderStoreTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
