package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** PostgreSQL. */
final class PostgresqlDialect extends BuiltInDialect {

    static final PostgresqlDialect INSTANCE = new PostgresqlDialect();

    private PostgresqlDialect() {
        super("PostgreSQL", "postgresql");
    }

    @Override
    public Optional<List<String>> createPartitionedTables() {
        return Optional.of(withReports(Script.statements("postgresql-partitioned" + FILE)));
    }

    /** Not only in the first schema of the search path, which can be one of the user's name. */
    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        return new SqlCommand()
                .add("select to_regclass(?) is not null as found", new SqlValues().text("table", table))
                .list(connection, row -> row.getBoolean("found"))
                .get(0);
    }

    @Override
    public List<String> durabilityProblems(Connection connection) throws SQLException {
        return new SqlCommand()
                .add("select name from pg_settings where setting = 'off'"
                        + " and name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name")
                .list(connection, row -> row.getString("name") + " is off, and must be on");
    }

    @Override
    public String currentMicros() {
        return "cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";
    }

    @Override
    public boolean writesByOneStatement() {
        return true;
    }

    @Override
    public boolean setsLevelOfTransaction() {
        return true;
    }

    /** Its SQLSTATEs say it all. */
    @Override
    public boolean isConflict(SQLException error) {
        return false;
    }

    @Override
    public boolean isConnectionLost(SQLException error) {
        return false;
    }

    /** A commit that is answered with an error has rolled back. */
    @Override
    public boolean isRolledBack(SQLException error) {
        return true;
    }
}
