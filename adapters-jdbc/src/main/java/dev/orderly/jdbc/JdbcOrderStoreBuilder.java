package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Puts a {@link JdbcOrderStore} together. Not thread-safe. */
public final class JdbcOrderStoreBuilder {

    private static final long DEFAULT_ATTACHMENT_SIZE = 10L << 20;
    private static final String PARTITIONED = "-partitioned";

    private final DataSource source;
    private long maxAttachmentSize = DEFAULT_ATTACHMENT_SIZE;
    private boolean migrate;
    private boolean partitioned;

    JdbcOrderStoreBuilder(DataSource source) {
        this.source = source;
    }

    /** Makes the tables where they are missing; left out, a tool of the shop's own is expected to have made them. */
    public JdbcOrderStoreBuilder migrate() {
        migrate = true;
        return this;
    }

    /** Makes the tables split by order number, in a PostgreSQL that has none yet; for very many orders. */
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
     * The store.
     *
     * @throws IllegalArgumentException if the database is none that Orderly knows
     * @throws IllegalStateException if its tables are missing, or are older or newer than this library, or if an H2
     *     file cannot be trusted with orders
     * @throws StoreFailedException if it does not answer
     */
    public JdbcOrderStore build() {
        Place place = look();
        Dialect dialect = place.dialect();
        Session session = new OwnSession(source, new SqlErrors(dialect), place.disk());
        Schema schema = new Schema(session, dialect);
        if (migrate) {
            schema.migrate(folder(dialect));
        }
        schema.check();
        return new JdbcOrderStore(dialect, session, maxAttachmentSize);
    }

    private String folder(Dialect dialect) {
        if (!partitioned) {
            return dialect.folder();
        }
        if (dialect != Dialect.POSTGRESQL) {
            throw new IllegalArgumentException("only PostgreSQL has partitions that foreign keys can refer to, but the"
                    + " database is " + dialect + ": use migrate()");
        }
        return dialect.folder() + PARTITIONED;
    }

    /** What the data source leads to. */
    private record Place(Dialect dialect, H2Durability disk) {}

    private Place look() {
        try (Connection connection = source.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            return new Place(dialect, H2Durability.of(connection, dialect));
        } catch (SQLException e) {
            throw new StoreFailedException("the database cannot be reached: SQLSTATE " + e.getSQLState(), e);
        }
    }
}
