package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** H2. */
final class H2Dialect extends BuiltInDialect {

    static final H2Dialect INSTANCE = new H2Dialect();

    /** A lock waited for too long; a row changed by another transaction. */
    private static final Set<Integer> CONFLICTS = Set.of(50200, 90131);

    /** The object is closed; the connection is broken; the database file is broken; the database was closed. */
    private static final Set<Integer> LOST = Set.of(90007, 90067, 90098, 90121);

    private H2Dialect() {
        super("H2", "h2");
    }

    @Override
    public String currentMicros() {
        return "cast(extract(epoch from current_timestamp(6)) * 1000000 as bigint)";
    }

    /** H2 forgets its indexes where it sorts the rows to lock: it would read and lock all that match, however few are wanted. */
    @Override
    public String indexHint(String index) {
        return " use index (" + index + ")";
    }

    /** The rows come in the order of the index. */
    @Override
    public String claimOrder(String columns) {
        return "";
    }

    @Override
    public boolean isConflict(SQLException error) {
        return CONFLICTS.contains(error.getErrorCode());
    }

    @Override
    public boolean isConnectionLost(SQLException error) {
        return LOST.contains(error.getErrorCode());
    }

    @Override
    public Optional<FileSync> fileSync(Connection connection) throws SQLException {
        return H2Durability.of(connection);
    }
}
