package dev.orderly.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.store.OrderStore;
import dev.orderly.testkit.OrderStoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The law of stores on a real database. */
abstract class StoreContractTest extends OrderStoreContract {

    private final TestDatabase database;
    private final List<HikariDataSource> opened = new ArrayList<>();

    StoreContractTest(TestDatabase database) {
        this.database = database;
    }

    @Override
    protected OrderStore newStore() {
        HikariDataSource source = database.open();
        opened.add(source);
        return database.builder(source).build();
    }

    @AfterEach
    void closeConnections() {
        opened.forEach(HikariDataSource::close);
    }
}
