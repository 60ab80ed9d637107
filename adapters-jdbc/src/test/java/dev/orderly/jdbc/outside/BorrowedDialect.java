package dev.orderly.jdbc.outside;

import dev.orderly.jdbc.DatabaseDialect;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dialect as a shop writes it for a database of its own: it borrows the SQL of one of Orderly's, and leaves
 * everything that has a default at its default.
 */
final class BorrowedDialect implements DatabaseDialect {

    private final DatabaseDialect lender;

    BorrowedDialect(DatabaseDialect lender) {
        this.lender = lender;
    }

    @Override
    public String name() {
        return "Borrowed";
    }

    @Override
    public List<String> createTables() {
        return lender.createTables();
    }

    @Override
    public String schemaLocation() {
        return "borrowed.sql";
    }

    @Override
    public String currentMicros() {
        return lender.currentMicros();
    }

    @Override
    public String least(String one, String other) {
        return lender.least(one, other);
    }

    @Override
    public Optional<String> writerLock() {
        return lender.writerLock();
    }

    @Override
    public @Nullable String sqlState(SQLException error) {
        return lender.sqlState(error);
    }

    @Override
    public boolean isConflict(SQLException error) {
        return lender.isConflict(error);
    }

    @Override
    public boolean isConnectionLost(SQLException error) {
        return lender.isConnectionLost(error);
    }

    @Override
    public boolean isRolledBack(SQLException error) {
        return lender.isRolledBack(error);
    }
}
