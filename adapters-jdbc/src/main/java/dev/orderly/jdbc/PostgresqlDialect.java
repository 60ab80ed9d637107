package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** PostgreSQL. */
final class PostgresqlDialect extends BuiltInDialect {

    /** Those whose bounds are two numbers: neither the default partition nor one without a beginning. */
    private static final String ARCHIVE_PARTITIONS =
            "select parent, name, bounds[1]::bigint as begins, bounds[2]::bigint as ends"
                    + " from (select a.name as parent, c.oid::regclass::text as name, regexp_match("
                    + "pg_get_expr(c.relpartbound, c.oid), '^FOR VALUES FROM \\(''(-?\\d+)''\\) TO \\(''(-?\\d+)''\\)$') as bounds"
                    + " from (values ('orderly_archived_entry'), ('orderly_archived_moved_item'),"
                    + " ('orderly_archived_attachment')) a(name)"
                    + " join pg_partitioned_table p on p.partrelid = to_regclass(a.name) and p.partstrat = 'r'"
                    + " join pg_attribute d on d.attrelid = p.partrelid and d.attnum = p.partattrs[0] and d.attname = 'done_at'"
                    + " join pg_inherits i on i.inhparent = p.partrelid"
                    + " join pg_class c on c.oid = i.inhrelid) partitions where bounds is not null order by ends, name";

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

    /** With a synchronous standby, the levels between off and on count as well: it can take the server's place. */
    @Override
    public List<String> durabilityProblems(Connection connection) throws SQLException {
        return new SqlCommand()
                .add("select name || ' is ' || setting || ', and must be on' || case setting when 'off' then '' else"
                        + " ': a commit does not wait for the disk of the synchronous standby' end as problem"
                        + " from pg_settings where setting = 'off'"
                        + " and name in ('fsync', 'full_page_writes', 'synchronous_commit')"
                        + " or name = 'synchronous_commit' and setting in ('local', 'remote_write')"
                        + " and current_setting('synchronous_standby_names') <> '' order by name")
                .list(connection, row -> row.getString("problem"));
    }

    @Override
    public List<ArchivePartition> archivePartitions(Connection connection) throws SQLException {
        return new SqlCommand()
                .add(ARCHIVE_PARTITIONS)
                .list(
                        connection,
                        row -> new ArchivePartition(
                                row.getString("parent"),
                                row.getString("name"),
                                row.getLong("begins"),
                                row.getLong("ends")));
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
