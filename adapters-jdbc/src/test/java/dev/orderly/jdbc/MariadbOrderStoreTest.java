package dev.orderly.jdbc;

class MariadbOrderStoreTest extends StoreContractTest {

    MariadbOrderStoreTest() {
        super(TestDatabase.MARIADB);
    }
}
