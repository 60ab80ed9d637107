package dev.orderly.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("servers")
class MariadbOrderStoreTest extends StoreContractTest {

    MariadbOrderStoreTest() {
        super(TestDatabase.MARIADB);
    }
}
