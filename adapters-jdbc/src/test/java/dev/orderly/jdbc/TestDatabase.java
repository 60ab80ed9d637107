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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A real database for tests: its server is started once for the whole run, and gives any number of empty databases. */
public enum TestDatabase {
    SQLITE {
        @Override
        public String newUrl() {
            try {
                return "jdbc:sqlite:" + Files.createTempDirectory("orderly").resolve(newName());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    H2 {
        @Override
        public String newUrl() {
            return "jdbc:h2:mem:" + newName() + ";DB_CLOSE_DELAY=-1";
        }
    },
    H2_FILE {
        @Override
        public String newUrl() {
            try {
                return "jdbc:h2:" + Files.createTempDirectory("orderly").resolve(newName())
                        + ";WRITE_DELAY=0;REUSE_SPACE=FALSE";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL {
        @Override
        public String newUrl() {
            return PostgresServer.url(newName());
        }
    },
    POSTGRESQL_PARTITIONED {
        @Override
        public String newUrl() {
            return PostgresServer.url(newName());
        }

        @Override
        JdbcOrderStoreBuilder builder(HikariDataSource source) {
            return JdbcOrderStore.builder(source).migratePartitioned();
        }
    },
    MARIADB {
        @Override
        public String newUrl() {
            return MariaServer.url(newName());
        }
    };

    private static final int MARIADB_LOCK_WAIT = 1205;
    private static final int ATTEMPTS = 20;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<String> TABLES = List.of(
            "outbox",
            "answer",
            "attachment",
            "archived_attachment",
            "archived_moved_item",
            "archived_entry",
            "archived_order",
            "order",
            "moved_item",
            "history",
            "bound",
            "item_transition",
            "item_status",
            "transition",
            "status",
            "workflow",
            "count",
            "count_change");

    private static final Map<TestDatabase, HikariDataSource> SHARED = new ConcurrentHashMap<>();

    /** Where to connect to a new, empty database. */
    public abstract String newUrl();

    JdbcOrderStoreBuilder builder(HikariDataSource source) {
        return JdbcOrderStore.builder(source).migrate();
    }

    private static String newName() {
        return "orderly" + COUNT.incrementAndGet();
    }

    /** A pool of connections to a new, empty database. */
    public HikariDataSource open() {
        return pool(newUrl());
    }

    /** A database that the tests share, with its tables, and nothing in them. Closing its connections is not necessary. */
    public HikariDataSource emptied() {
        HikariDataSource source = SHARED.computeIfAbsent(this, database -> {
            HikariDataSource fresh = database.open();
            database.builder(fresh).build();
            return fresh;
        });
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : emptying()) {
                execute(statement, sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(this + " could not be emptied", e);
        }
        return source;
    }

    /** The shared database as it is; it was emptied before. */
    HikariDataSource emptiedBefore() {
        return Objects.requireNonNull(SHARED.get(this));
    }

    /** MariaDB truncates no table while its own statistics are being written, and does not wait for that. */
    private static void execute(Statement statement, String sql) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                statement.execute(sql);
                return;
            } catch (SQLException e) {
                if (e.getErrorCode() != MARIADB_LOCK_WAIT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private List<String> emptying() {
        List<String> tables = TABLES.stream().map(t -> "orderly_" + t).toList();
        List<String> statements = new ArrayList<>();
        switch (this) {
            case SQLITE -> {
                statements.add("drop view orderly_report_order");
                statements.add("drop view orderly_report_entry");
                statements.add("drop view orderly_report_item");
                statements.add("drop view orderly_report_moved_item");
                tables.forEach(t -> statements.add("drop table if exists " + t));
                statements.add("drop table if exists orderly_schema");
                statements.addAll(DatabaseDialect.sqlite().createTables());
            }
            case POSTGRESQL, POSTGRESQL_PARTITIONED -> {
                statements.add("set session_replication_role = replica");
                statements.add("truncate " + String.join(", ", tables));
                statements.add("set session_replication_role = origin");
            }
            case H2, H2_FILE -> {
                statements.add("set referential_integrity false");
                tables.forEach(t -> statements.add("truncate table " + t));
                statements.add("set referential_integrity true");
            }
            case MARIADB -> {
                statements.add("set foreign_key_checks = 0");
                tables.forEach(t -> statements.add("truncate table " + t));
                statements.add("set foreign_key_checks = 1");
            }
        }
        return statements;
    }

    private static HikariDataSource pool(String url) {
        return pool(url, config -> {});
    }

    /** A pool of connections to a database that is there. */
    static HikariDataSource pool(String url, Consumer<HikariConfig> settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(10);
        settings.accept(config);
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
