package dev.orderly.jdbc.outside;

import dev.orderly.jdbc.DatabaseDialect;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.jdbc.TestDatabase;
import dev.orderly.store.OrderStore;
import dev.orderly.testkit.store.OutboxContract;

/** The same on PostgreSQL, where the dialect does without writing a step by one statement. */
class BorrowedPostgresqlOutboxTest extends OutboxContract {

    @Override
    protected OrderStore newStore() {
        return JdbcOrderStore.builder(TestDatabase.POSTGRESQL.emptied())
                .dialect(new BorrowedDialect(DatabaseDialect.postgresql()))
                .build();
    }
}
