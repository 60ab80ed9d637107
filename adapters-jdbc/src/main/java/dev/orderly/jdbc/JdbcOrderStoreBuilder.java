package dev.orderly.jdbc;

import dev.orderly.order.ChainKeys;
import dev.orderly.store.StoreFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A builder of a {@link JdbcOrderStore}. Not thread-safe. */
public final class JdbcOrderStoreBuilder {

    private static final long DEFAULT_ATTACHMENT_SIZE = 10L << 20;

    private final DataSource source;
    private long maxAttachmentSize = DEFAULT_ATTACHMENT_SIZE;
    private StartupCheck guardCheck = StartupCheck.REFUSE;
    private StartupCheck durabilityCheck = StartupCheck.WARN;
    private ChainKeys chainKeys = ChainKeys.NONE;
    private boolean migrate;
    private boolean partitioned;
    private @Nullable DatabaseDialect dialect;

    JdbcOrderStoreBuilder(DataSource source) {
        this.source = source;
    }

    /** Creates the tables if they are missing; left out, a tool of the shop's own is expected to have created them. */
    public JdbcOrderStoreBuilder migrate() {
        migrate = true;
        return this;
    }

    /** Creates the tables partitioned by order number, in a PostgreSQL that has none yet; for very many orders. */
    public JdbcOrderStoreBuilder migratePartitioned() {
        partitioned = true;
        return migrate();
    }

    /** The size in bytes up to which the store takes attachments; left out, 10 MiB. */
    public JdbcOrderStoreBuilder maxAttachmentSize(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("maxAttachmentSize cannot be negative, but is " + bytes);
        }
        maxAttachmentSize = bytes;
        return this;
    }

    /**
     * The dialect of the database; left out, it is one of Orderly's own, by the name and the version that the database gives
     * itself. This is for another database or driver, and to go on, at your own risk, with a database that only says that it
     * is PostgreSQL or MariaDB.
     */
    public JdbcOrderStoreBuilder dialect(DatabaseDialect database) {
        dialect = database;
        return this;
    }

    /**
     * What is done if guards of the tables are missing, other than they should be, or switched off: columns, keys, checks and
     * triggers. Left out, the store is not opened: without them a SQL statement, or an error of a program, can bring an order
     * to a status that its workflow does not allow. A missing index is a warning in the log, in any case but
     * {@link StartupCheck#SKIP}.
     */
    public JdbcOrderStoreBuilder guardCheck(StartupCheck check) {
        guardCheck = check;
        return this;
    }

    /**
     * What is done if the server's settings let it lose commits in a crash, such as {@code synchronous_commit=off} of
     * PostgreSQL and {@code innodb_flush_log_at_trx_commit=2} of MariaDB. Left out, it is said in the log. So is, in any case
     * but {@link StartupCheck#SKIP}, that a node of a Galera cluster can answer from before what other nodes acknowledged.
     */
    public JdbcOrderStoreBuilder durabilityCheck(StartupCheck check) {
        durabilityCheck = check;
        return this;
    }

    /**
     * The keys with which the histories are chained, for the orders over this store and for its verification. With them an
     * entry that was written by hand behind an order's row, and is not made with its key, holds the order up until it was
     * looked at. Left out, there are none.
     */
    public JdbcOrderStoreBuilder chainKeys(ChainKeys keys) {
        chainKeys = keys;
        return this;
    }

    /**
     * The store.
     *
     * @throws IllegalArgumentException if no dialect is given, and the database is none that Orderly knows, or its version
     *     has the name of another one, such as CockroachDB, YugabyteDB or TiDB
     * @throws IllegalStateException if its tables are missing, are older or newer than this library, or lack guards, or if an
     *     H2 file or an SQLite database cannot be trusted with orders
     * @throws StoreFailedException if it does not answer
     */
    public JdbcOrderStore build() {
        Database database = look();
        Session session = new OwnSession(source, database.dialect(), database.sync(), database.isolation());
        Schema schema = new Schema(
                OwnSession.beforeTables(source, database.dialect(), database.sync(), database.isolation()),
                database.dialect());
        if (migrate) {
            schema.migrate(tables(database.dialect()));
        }
        schema.check();
        DatabaseCheck check = new DatabaseCheck(session, database.dialect());
        check.guards(guardCheck, migrate);
        check.durability(durabilityCheck);
        return new JdbcOrderStore(database.dialect(), session, maxAttachmentSize, chainKeys);
    }

    private List<String> tables(DatabaseDialect database) {
        if (!partitioned) {
            return database.createTables();
        }
        return database.createPartitionedTables()
                .orElseThrow(() -> new IllegalArgumentException(
                        "only PostgreSQL has partitions that foreign keys can refer to, but the database is "
                                + database.name() + ": use migrate()"));
    }

    /** What the data source leads to. */
    private record Database(DatabaseDialect dialect, CommitSync sync, int isolation) {}

    private Database look() {
        try (Connection connection = source.getConnection()) {
            DatabaseDialect known = dialect == null ? BuiltInDialect.of(connection) : dialect;
            return new Database(known, CommitSync.of(known.fileSync(connection)), connection.getTransactionIsolation());
        } catch (SQLException e) {
            throw new StoreFailedException("the database cannot be reached: SQLSTATE " + e.getSQLState(), e);
        }
    }
}
