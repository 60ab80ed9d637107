package dev.orderly.jdbc;

class H2OrderStoreTest extends StoreContractTest {

    H2OrderStoreTest() {
        super(TestDatabase.H2);
    }
}
