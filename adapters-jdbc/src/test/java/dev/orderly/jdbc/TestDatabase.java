package dev.orderly.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real database for tests: its server is started once for the whole run, and gives any number of empty databases. */
enum TestDatabase {
    H2 {
        @Override
        String newUrl() {
            return "jdbc:h2:mem:" + newName() + ";DB_CLOSE_DELAY=-1";
        }
    },
    H2_FILE {
        @Override
        String newUrl() {
            try {
                return "jdbc:h2:" + Files.createTempDirectory("orderly").resolve(newName()) + ";WRITE_DELAY=0";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL {
        @Override
        String newUrl() {
            return PostgresServer.url(newName());
        }
    },
    POSTGRESQL_PARTITIONED {
        @Override
        String newUrl() {
            return PostgresServer.url(newName());
        }

        @Override
        JdbcOrderStoreBuilder builder(HikariDataSource source) {
            return JdbcOrderStore.over(source).migratePartitioned();
        }
    },
    MARIADB {
        @Override
        String newUrl() {
            return MariaServer.url(newName());
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Where to connect to a new, empty database. */
    abstract String newUrl();

    JdbcOrderStoreBuilder builder(HikariDataSource source) {
        return JdbcOrderStore.over(source).migrate();
    }

    private static String newName() {
        return "orderly" + COUNT.incrementAndGet();
    }

    /** A pool of connections to a new, empty database. */
    HikariDataSource open() {
        return pool(newUrl());
    }

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed", e);
        }
    }
}
