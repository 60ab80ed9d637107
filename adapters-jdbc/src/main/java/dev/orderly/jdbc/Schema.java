package dev.orderly.jdbc;

import dev.orderly.store.ConflictException;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The tables of a database and their version. */
final class Schema {

    /** The version that this library works with. */
    static final int VERSION = 1;

    private static final String TABLE = "orderly_schema";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MAX_PAUSES = 50;

    private final Session session;
    private final DatabaseDialect dialect;

    Schema(Session session, DatabaseDialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    /** Creates the tables if there are none. Of nodes that do so at the same time, one creates them. */
    void migrate(List<String> statements) {
        if (version() != 0) {
            return;
        }
        try {
            session.inTransaction("creating the tables", connection -> {
                try (Statement statement = connection.createStatement()) {
                    for (String sql : statements) {
                        statement.execute(sql);
                    }
                }
                return VERSION;
            });
        } catch (StoreFailedException | ConflictException | OutcomeUnknownException e) {
            if (!isMadeByNow()) {
                throw new StoreFailedException(
                        "the tables could not be created, or not all of them: mend the cause and let the builder migrate()"
                                + " again, which creates what is missing",
                        e);
            }
        }
    }

    /** Waits for the node that was faster: not every database makes all tables in one transaction. */
    private boolean isMadeByNow() {
        for (int i = 0; i < MAX_PAUSES && version() == 0; i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return version() != 0;
    }

    /**
     * Makes sure that the tables are those of this library.
     *
     * @throws IllegalStateException if there are none, or those of another version
     */
    void check() {
        int version = version();
        if (version == 0) {
            throw new IllegalStateException("the database has no tables of Orderly: let the builder migrate(), or run "
                    + dialect.schemaLocation());
        }
        if (version < VERSION) {
            throw new IllegalStateException("the database has version " + version + " of Orderly's tables, but this"
                    + " library works with version " + VERSION + ": let the builder migrate(), or run the newer files");
        }
        if (version > VERSION) {
            throw new IllegalStateException("the database has version " + version + " of Orderly's tables, but this"
                    + " library works with version " + VERSION + ": take a newer release of orderly-jdbc");
        }
    }

    /** 0 where there are no tables. */
    private int version() {
        return session.read("reading the version of the tables", connection -> {
            if (!dialect.hasTable(connection, TABLE)) {
                return 0;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select max(version) from " + TABLE)) {
                return row.next() ? row.getInt(1) : 0;
            }
        });
    }
}
