package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Takes the guards of a database away for a while, as only a user with full rights can. Each has its own way to do so. */
final class Guards {

    private static final Pattern CREATE =
            Pattern.compile("create trigger (if not exists )?(\\w+)\\s.*", Pattern.DOTALL);

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
            case SQLITE -> switching("sqlite", on);
            case MARIADB -> switching("mariadb", "set foreign_key_checks = ", on);
        };
    }

    private static List<String> switching(String folder, String keys, boolean on) {
        List<String> statements = new ArrayList<>(List.of(keys + (on ? 1 : 0)));
        statements.addAll(switching(folder, on));
        return statements;
    }

    private static List<String> switching(String folder, boolean on) {
        List<String> statements = new ArrayList<>();
        for (String sql : Script.statements(folder + "/V1__orderly.sql")) {
            Matcher trigger = CREATE.matcher(sql);
            if (trigger.matches()) {
                statements.add(on ? sql : "drop trigger " + trigger.group(2));
            }
        }
        return statements;
    }
}
