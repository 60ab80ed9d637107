package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SQLite, which is a library and a file. One transaction writes at a time, and others read beside it what was there when they
 * began. Each connection can switch foreign keys and checks off for itself, and has to switch foreign keys on; so here the law
 * is in triggers, which no statement switches off.
 */
final class SqliteDialect extends BuiltInDialect {

    static final SqliteDialect INSTANCE = new SqliteDialect();

    private static final String NOW = "cast(round(unixepoch('subsec') * 1000) as integer) * 1000";

    private SqliteDialect() {
        super("SQLite", "sqlite");
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        return !new SqlCommand()
                .add(
                        "select 1 from sqlite_schema where type = 'table' and name = ?",
                        new SqlValues().text("name", table))
                .list(connection, row -> row.getInt(1))
                .isEmpty();
    }

    /** To the millisecond, which is all that SQLite knows of the time. */
    @Override
    public String currentMicros() {
        return NOW;
    }

    @Override
    public String least(String one, String other) {
        return "min(" + one + ", " + other + ")";
    }

    /** Not {@code begin immediate}: the driver takes that as a property of the connection only, which the data source sets. */
    @Override
    public Optional<String> writerLock() {
        return Optional.of("update orderly_schema set version = version where 1 = 0");
    }

    @Override
    public @Nullable String sqlState(SQLException error) {
        return SqliteErrors.state(error);
    }

    /** Its SQLSTATEs, which are given here, say it all. */
    @Override
    public boolean isConflict(SQLException error) {
        return false;
    }

    @Override
    public boolean isConnectionLost(SQLException error) {
        return false;
    }

    @Override
    public Optional<FileSync> fileSync(Connection connection) throws SQLException {
        return Optional.of(SqliteFile.of(connection));
    }
}
