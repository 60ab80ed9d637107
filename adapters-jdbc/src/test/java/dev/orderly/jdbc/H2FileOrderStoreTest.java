package dev.orderly.jdbc;

class H2FileOrderStoreTest extends StoreContractTest {

    H2FileOrderStoreTest() {
        super(TestDatabase.H2_FILE);
    }
}
