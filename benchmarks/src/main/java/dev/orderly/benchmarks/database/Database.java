package dev.orderly.benchmarks.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;

/** An empty database; closing it removes it, with all that has come into it. */
public final class Database implements AutoCloseable {

    private final DatabaseProduct kind;
    private final String url;
    private final Removal removal;

    Database(DatabaseProduct kind, String url, Removal removal) {
        this.kind = kind;
        this.url = url;
        this.removal = removal;
    }

    /** What kind it is of. */
    public DatabaseProduct kind() {
        return kind;
    }

    /** The JDBC URL, with a user who has all rights in the database. */
    public String url() {
        return url;
    }

    /** A pool of connections to it, to be closed before the database is. */
    public HikariDataSource pool(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    @Override
    public void close() throws IOException, SQLException {
        removal.run();
    }

    /** Removes a database. */
    interface Removal {

        void run() throws IOException, SQLException;
    }
}
