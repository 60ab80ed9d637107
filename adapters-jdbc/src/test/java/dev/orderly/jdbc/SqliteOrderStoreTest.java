package dev.orderly.jdbc;

class SqliteOrderStoreTest extends StoreContractTest {

    SqliteOrderStoreTest() {
        super(TestDatabase.SQLITE);
    }
}
