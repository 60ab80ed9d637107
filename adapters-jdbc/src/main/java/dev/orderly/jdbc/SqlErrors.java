package dev.orderly.jdbc;

import dev.orderly.store.ConflictException;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The meaning of the database's errors, by SQLSTATE and the vendor's code, never by their text. */
final class SqlErrors {

    /** Serialization failure; deadlock; lock not available. The last two are PostgreSQL's own. */
    private static final Set<String> CONFLICT_STATES = Set.of("40001", "40P01", "55P03");

    /** Shutting down, crashed, starting up: PostgreSQL ends connections with these. */
    private static final Set<String> CUT_STATES = Set.of("57P01", "57P02", "57P03", "57P05");

    private static final String CONNECTION_CLASS = "08";

    /** Values that do not fit; broken constraints; statements that are wrong or not allowed. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "42");

    /** What follows these in a message shows the row that was refused. */
    private static final Pattern ROW = Pattern.compile("(?s)(\\n| VALUES |; SQL statement).*");

    private static final Pattern VALUE = Pattern.compile("'[^']*'");

    private final DatabaseDialect dialect;

    SqlErrors(DatabaseDialect dialect) {
        this.dialect = dialect;
    }

    /** The exception for an error before anything was committed. */
    RuntimeException of(String what, SQLException e) {
        if (isConflict(e)) {
            return conflict(what, e);
        }
        return failed(what, withoutValues(e));
    }

    /** The exception for a read that met a change by others each time: nothing was to be written, so there is no conflict. */
    RuntimeException ofRead(String what, ConflictException e) {
        return e.getCause() instanceof SQLException cause ? failed(what, cause) : e;
    }

    private StoreFailedException failed(String what, SQLException e) {
        return new StoreFailedException(
                what + " failed: the database answered with SQLSTATE " + dialect.sqlState(e) + ", code "
                        + e.getErrorCode() + "; nothing was written",
                e);
    }

    /** The exception for an error of the statement that commits: only of some is it known that nothing was written. */
    RuntimeException ofCommit(String what, SQLException e) {
        if (!isCut(e) && (isConflict(e) || isRolledBack(e))) {
            return of(what, e);
        }
        String how = isCut(e)
                ? "the connection broke during the commit (SQLSTATE " + dialect.sqlState(e) + ")"
                : "the database answered the commit with SQLSTATE " + dialect.sqlState(e) + ", code "
                        + e.getErrorCode();
        return new OutcomeUnknownException(
                what + " may or may not have happened: " + how + ". Send the request again under the same id",
                withoutValues(e));
    }

    private boolean isRolledBack(SQLException e) {
        String state = String.valueOf(dialect.sqlState(e));
        return REFUSALS.stream().anyMatch(state::startsWith) || dialect.isRolledBack(e);
    }

    /** Whether there is no connection, be it that the pool has none to give or that it broke. */
    private boolean isCut(SQLException e) {
        String state = dialect.sqlState(e);
        return state == null
                || state.startsWith(CONNECTION_CLASS)
                || CUT_STATES.contains(state)
                || dialect.isConnectionLost(e);
    }

    /** Whether something failed because there is no database to be reached, so that what follows will fail as well. */
    boolean isLost(@Nullable RuntimeException failure) {
        return failure instanceof StoreFailedException
                && failure.getCause() instanceof SQLException cause
                && isCut(cause);
    }

    /** The exception for a commit that may not have come to the disk. */
    OutcomeUnknownException ofDisk(String what, SQLException e) {
        return new OutcomeUnknownException(
                what + " may or may not last: the database could not write it to the disk (SQLSTATE "
                        + dialect.sqlState(e) + "). Send the request again under the same id",
                withoutValues(e));
    }

    /** The exception for a write that changed no row. */
    static ConflictException conflict(String what) {
        return new ConflictException(what + " met a change by another transaction, and nothing was written");
    }

    private ConflictException conflict(String what, SQLException e) {
        ConflictException conflict = conflict(what);
        conflict.initCause(withoutValues(e));
        return conflict;
    }

    /** Every unique key that a write can violate means that another transaction was faster. */
    private boolean isConflict(SQLException e) {
        for (SQLException each = e; each != null; each = each.getNextException()) {
            String state = dialect.sqlState(each); // a pool that has no connection to give says none
            if ((state != null && CONFLICT_STATES.contains(state))
                    || dialect.isConflict(each)
                    || dialect.isDuplicateKey(each)) {
                return true;
            }
        }
        return false;
    }

    /** The same error without the values that drivers quote: exceptions are logged, and values can be personal. */
    private SQLException withoutValues(SQLException e) {
        String state = dialect.sqlState(e);
        String text = VALUE.matcher(ROW.matcher(String.valueOf(e.getMessage())).replaceFirst(""))
                .replaceAll("'…'");
        SQLException withoutValues = new SQLException(text, state, e.getErrorCode());
        withoutValues.setStackTrace(e.getStackTrace());
        return withoutValues;
    }
}
