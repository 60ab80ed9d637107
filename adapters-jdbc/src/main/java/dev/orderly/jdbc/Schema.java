package dev.orderly.jdbc;

import dev.orderly.store.ConflictException;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of a database and their version. */
final class Schema {

    /** The version that this library works with. */
    static final int VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOrderStore.class);

    private static final String TABLE = "orderly_schema";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MAX_PAUSES = 50;

    /** The version while a node is creating the tables; it is lower than all others. */
    private static final int UNDER_WAY = 0;

    /** How long a node is given that is creating the tables, in pauses: it may have ended meanwhile. */
    private static final int MAX_PAUSES_FOR_ANOTHER = 300;

    private static final String CREATING = "creating the tables";

    private final Session session;
    private final DatabaseDialect dialect;
    private final int maxPausesForAnother;

    Schema(Session session, DatabaseDialect dialect) {
        this(session, dialect, MAX_PAUSES_FOR_ANOTHER);
    }

    Schema(Session session, DatabaseDialect dialect, int maxPausesForAnother) {
        this.session = session;
        this.dialect = dialect;
        this.maxPausesForAnother = maxPausesForAnother;
    }

    /** Creates the tables if there are none. Of nodes that do so at the same time, one creates them. */
    void migrate(List<String> statements) {
        if (version() != 0) {
            return;
        }
        try {
            if (dialect.commitsEachDefinition()) {
                createAlone(statements);
            } else {
                execute(statements);
            }
        } catch (StoreFailedException | ConflictException | OutcomeUnknownException e) {
            if (!isMadeWithin(MAX_PAUSES)) {
                throw new StoreFailedException(
                        "the tables could not be created, or not all of them: mend the cause and let the builder migrate()"
                                + " again, which creates what is missing",
                        e);
            }
        }
    }

    private void execute(List<String> statements) {
        session.inTransaction(CREATING, connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return VERSION;
        });
    }

    /**
     * Creates the tables while no other node does: nodes of a Galera cluster that create triggers at the same time can wait for
     * each other for ever, and the whole cluster with them. The first statement creates the table of versions.
     */
    private void createAlone(List<String> statements) {
        execute(statements.subList(0, 1));
        if (!isFirst() && isMadeWithin(maxPausesForAnother)) {
            return;
        }
        try {
            if (version() == 0) {
                execute(statements);
            }
        } finally {
            release();
        }
    }

    private boolean isFirst() {
        try {
            session.single(
                    CREATING,
                    new SqlCommand().add("insert into " + TABLE + " (version) values (" + UNDER_WAY + ")")::update);
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    /** Not to be able to do so costs the next node that creates tables some time, and no more. */
    private void release() {
        try {
            session.single(
                    CREATING, new SqlCommand().add("delete from " + TABLE + " where version = " + UNDER_WAY)::update);
        } catch (StoreFailedException | ConflictException | OutcomeUnknownException e) {
            LOG.debug("version {} stays in {}", UNDER_WAY, TABLE, e);
        }
    }

    /** Waits for the node that was faster: not every database makes all tables in one transaction. */
    private boolean isMadeWithin(int pauses) {
        for (int i = 0; i < pauses && version() == 0; i++) {
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
