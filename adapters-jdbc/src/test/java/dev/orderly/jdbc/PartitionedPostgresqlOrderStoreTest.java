package dev.orderly.jdbc;

import org.junit.jupiter.api.Tag;

@Tag("servers")
class PartitionedPostgresqlOrderStoreTest extends StoreContractTest {

    PartitionedPostgresqlOrderStoreTest() {
        super(TestDatabase.POSTGRESQL_PARTITIONED);
    }
}
