package dev.orderly.jdbc;

import dev.orderly.store.OrderStore;
import dev.orderly.testkit.store.OrderStoreContract;
import dev.orderly.testkit.store.OutboxContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The rights that the scripts grant to the application's user are enough for all that a store does. */
@Tag("servers")
class RightsTest {

    private static OrderStore store(TestDatabase database) {
        return JdbcOrderStore.builder(ApplicationUser.of(database)).build();
    }

    @Nested
    class H2OrderStore extends OrderStoreContract {
        @Override
        protected OrderStore newStore() {
            return store(TestDatabase.H2);
        }
    }

    @Nested
    class H2Outbox extends OutboxContract {
        @Override
        protected OrderStore newStore() {
            return store(TestDatabase.H2);
        }
    }

    @Nested
    class PostgresqlOrderStore extends OrderStoreContract {
        @Override
        protected OrderStore newStore() {
            return store(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class PostgresqlOutbox extends OutboxContract {
        @Override
        protected OrderStore newStore() {
            return store(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class PartitionedPostgresqlOrderStore extends OrderStoreContract {
        @Override
        protected OrderStore newStore() {
            return store(TestDatabase.POSTGRESQL_PARTITIONED);
        }
    }

    @Nested
    class PartitionedPostgresqlOutbox extends OutboxContract {
        @Override
        protected OrderStore newStore() {
            return store(TestDatabase.POSTGRESQL_PARTITIONED);
        }
    }

    @Nested
    class MariadbOrderStore extends OrderStoreContract {
        @Override
        protected OrderStore newStore() {
            return store(TestDatabase.MARIADB);
        }
    }

    @Nested
    class MariadbOutbox extends OutboxContract {
        @Override
        protected OrderStore newStore() {
            return store(TestDatabase.MARIADB);
        }
    }
}
