package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Takes the guards of a database away for a while, as only a user with full rights can. Each has its own way to do so. */
final class Guards {

    private static final String CREATE = "create trigger if not exists ";

    private Guards() {}

    /** Runs statements without the guards, which are there again afterwards. */
    static void without(TestDatabase database, DataSource source, List<String> statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try {
                execute(statement, switching(database, false));
                execute(statement, statements);
            } finally {
                execute(statement, switching(database, true));
            }
        }
    }

    private static void execute(Statement statement, List<String> all) throws SQLException {
        for (String sql : all) {
            statement.execute(sql);
        }
    }

    private static List<String> switching(TestDatabase database, boolean on) {
        return switch (database) {
            case POSTGRESQL, POSTGRESQL_PARTITIONED ->
                List.of("set session_replication_role = " + (on ? "origin" : "replica"));
            case H2, H2_FILE -> switching("h2", "set referential_integrity ", on);
            case MARIADB -> switching("mariadb", "set foreign_key_checks = ", on);
        };
    }

    private static List<String> switching(String folder, String keys, boolean on) {
        List<String> statements = new ArrayList<>();
        statements.add(keys + (on ? 1 : 0));
        for (String sql : Script.statements(folder + "/V1__orderly.sql")) {
            if (sql.startsWith(CREATE)) {
                String name = sql.substring(CREATE.length(), sql.indexOf(' ', CREATE.length()));
                statements.add(on ? sql : "drop trigger " + name);
            }
        }
        return statements;
    }
}
