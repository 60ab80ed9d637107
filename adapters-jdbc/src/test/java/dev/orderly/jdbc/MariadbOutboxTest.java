package dev.orderly.jdbc;

import dev.orderly.store.OrderStore;
import dev.orderly.testkit.OutboxContract;
import org.junit.jupiter.api.Tag;

@Tag("servers")
class MariadbOutboxTest extends OutboxContract {

    @Override
    protected OrderStore newStore() {
        return JdbcOrderStore.over(TestDatabase.MARIADB.emptied()).build();
    }
}
