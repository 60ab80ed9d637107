package dev.orderly.jdbc.outside;

import dev.orderly.jdbc.DatabaseDialect;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.jdbc.TestDatabase;
import dev.orderly.store.OrderStore;
import dev.orderly.testkit.store.OutboxContract;

/** A dialect of a program outside Orderly, on H2: the published contract is the one of every store. */
class BorrowedH2OutboxTest extends OutboxContract {

    @Override
    protected OrderStore newStore() {
        return JdbcOrderStore.builder(TestDatabase.H2.emptied())
                .dialect(new BorrowedDialect(DatabaseDialect.h2()))
                .build();
    }
}
