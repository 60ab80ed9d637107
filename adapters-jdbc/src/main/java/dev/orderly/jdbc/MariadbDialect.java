package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** MariaDB. */
final class MariadbDialect extends BuiltInDialect {

    static final MariadbDialect INSTANCE = new MariadbDialect();

    private static final int DUPLICATE = 1062;

    /** There is no room for more rows. */
    private static final int FULL = 1114;

    /** A record changed since it was read; a lock waited for too long; a deadlock. */
    private static final Set<Integer> CONFLICTS = Set.of(1020, 1205, 1213);

    /** The server shuts down; the connection was killed. */
    private static final Set<Integer> LOST = Set.of(1053, 1927);

    private MariadbDialect() {
        super("MariaDB", "mariadb");
    }

    @Override
    public boolean commitsEachDefinition() {
        return true;
    }

    /** With a binary log, what is not in that log after a crash is taken back from the tables. */
    @Override
    public List<String> durabilityProblems(Connection connection) throws SQLException {
        return new SqlCommand()
                .add("select concat('innodb_flush_log_at_trx_commit is ', @@innodb_flush_log_at_trx_commit,"
                        + " ', and must be 1') as problem from dual where @@innodb_flush_log_at_trx_commit <> 1"
                        + " union all select concat('sync_binlog is ', @@sync_binlog, ', and must be 1') from dual"
                        + " where @@log_bin and @@sync_binlog <> 1"
                        + " union all select 'innodb_doublewrite is off, and must be on' from dual"
                        + " where @@innodb_doublewrite in ('0', 'OFF')")
                .list(connection, row -> row.getString("problem"));
    }

    /** Of Galera: the bits of wsrep_sync_wait stand for reads, for updates and deletes, and for inserts. */
    @Override
    public List<String> staleReadProblems(Connection connection) throws SQLException {
        return new SqlCommand()
                .add("select concat(lower(s.variable_name), ' is ', s.variable_value, ', and must be ',"
                        + " if(s.variable_name = 'WSREP_SYNC_WAIT', '7', 'OFF')) as problem"
                        + " from information_schema.session_variables w join information_schema.session_variables s"
                        + " where w.variable_name = 'WSREP_ON' and w.variable_value = 'ON'"
                        + " and (s.variable_name = 'WSREP_SYNC_WAIT' and s.variable_value & 7 <> 7"
                        + " or s.variable_name = 'WSREP_DIRTY_READS' and s.variable_value = 'ON')"
                        + " order by problem")
                .list(connection, row -> row.getString("problem"));
    }

    @Override
    public String currentMicros() {
        return "timestampdiff(microsecond, '1970-01-01', utc_timestamp(6))";
    }

    /** At REPEATABLE READ, its default, a query without a lock shows what was when the transaction began to read. */
    @Override
    public String seeingLatest() {
        return " for update";
    }

    @Override
    public boolean setsLevelOfTransaction() {
        return true;
    }

    @Override
    public boolean isConflict(SQLException error) {
        return CONFLICTS.contains(error.getErrorCode());
    }

    /** Not by SQLSTATE: 23000 stands for foreign keys as well. */
    @Override
    public boolean isDuplicateKey(SQLException error) {
        return error.getErrorCode() == DUPLICATE;
    }

    @Override
    public boolean isConnectionLost(SQLException error) {
        return LOST.contains(error.getErrorCode());
    }

    /** Of a statement alone. In a Galera cluster a commit that fails with 1180 may have been written. */
    @Override
    public boolean isRolledBack(SQLException error) {
        return error.getErrorCode() == FULL;
    }
}
