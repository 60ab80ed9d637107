package dev.orderly.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.store.OrderStore;
import dev.orderly.testkit.store.OrderStoreContract;
import dev.orderly.testkit.store.OutboxContract;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contracts of stores and outboxes behind a PgBouncer in transaction mode. */
@Tag("servers")
class PgBouncerTest {

    private static final Map<TestDatabase, HikariDataSource> POOLS = new ConcurrentHashMap<>();

    private static OrderStore emptied() {
        String url = TestDatabase.POSTGRESQL.emptied().getJdbcUrl();
        return JdbcOrderStore.builder(POOLS.computeIfAbsent(TestDatabase.POSTGRESQL, key -> PgBouncer.to(url)))
                .build();
    }

    @Nested
    class Store extends OrderStoreContract {
        @Override
        protected OrderStore newStore() {
            return emptied();
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        @Override
        protected OrderStore newStore() {
            return emptied();
        }
    }
}
