package dev.orderly.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.store.OrderStore;
import dev.orderly.testkit.store.OrderStoreContract;
import dev.orderly.testkit.store.OutboxContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The rights that the scripts grant to the application's user are enough for all that a store does. */
@Tag("servers")
class RightsTest {

    private static final String USER = "orderly_app";
    private static final Map<TestDatabase, HikariDataSource> AS_APPLICATION = new ConcurrentHashMap<>();

    /** The shared database, emptied, as its application's user sees it. */
    private static HikariDataSource asApplication(TestDatabase database) {
        HikariDataSource owner = database.emptied();
        return AS_APPLICATION.computeIfAbsent(database, key -> {
            try (Connection connection = owner.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(creation(key));
                for (String sql : Script.statements(folder(key) + "/rights.sql")) {
                    statement.execute(key == TestDatabase.MARIADB ? sql.replace(USER, USER + "@localhost") : sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the user could not be made", e);
            }
            return TestDatabase.pool(owner.getJdbcUrl().replaceFirst("user=\\w+&?|;DB_CLOSE_DELAY=-1", ""), config -> {
                config.setUsername(USER);
                config.setPassword("secret");
            });
        });
    }

    private static String folder(TestDatabase database) {
        return switch (database) {
            case H2, H2_FILE -> "h2";
            case POSTGRESQL, POSTGRESQL_PARTITIONED -> "postgresql";
            case MARIADB -> "mariadb";
        };
    }

    private static String creation(TestDatabase database) {
        return switch (database) {
            case H2, H2_FILE -> "create user if not exists " + USER + " password 'secret'";
            case POSTGRESQL, POSTGRESQL_PARTITIONED ->
                "do $$ begin create role " + USER + " login password 'secret';"
                        + " exception when duplicate_object then null; end $$";
            case MARIADB -> "create user if not exists " + USER + "@localhost identified by 'secret'";
        };
    }

    private static OrderStore store(TestDatabase database) {
        return JdbcOrderStore.builder(asApplication(database)).build();
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
