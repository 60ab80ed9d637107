package dev.orderly.jdbc;

class PartitionedPostgresqlOrderStoreTest extends StoreContractTest {

    PartitionedPostgresqlOrderStoreTest() {
        super(TestDatabase.POSTGRESQL_PARTITIONED);
    }
}
