package dev.orderly.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The application's user of a database, who has the rights of its script and no others. */
final class ApplicationUser {

    private static final String USER = "orderly_app";
    private static final Map<TestDatabase, HikariDataSource> AS_APPLICATION = new ConcurrentHashMap<>();

    private ApplicationUser() {}

    /** The shared database, emptied, as its application's user sees it; SQLite has no users. */
    static HikariDataSource of(TestDatabase database) {
        HikariDataSource owner = database.emptied();
        if (database == TestDatabase.SQLITE) {
            return owner;
        }
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
            case SQLITE -> throw new IllegalArgumentException("SQLite has no users");
        };
    }

    private static String creation(TestDatabase database) {
        return switch (database) {
            case H2, H2_FILE -> "create user if not exists " + USER + " password 'secret'";
            case POSTGRESQL, POSTGRESQL_PARTITIONED ->
                "do $$ begin create role " + USER + " login password 'secret';"
                        + " exception when duplicate_object then null; end $$";
            case SQLITE -> throw new IllegalArgumentException("SQLite has no users");
            case MARIADB -> "create user if not exists " + USER + "@localhost identified by 'secret'";
        };
    }
}
