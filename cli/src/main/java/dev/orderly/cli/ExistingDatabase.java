package dev.orderly.cli;

import dev.orderly.order.ChainKeys;
import picocli.CommandLine.Option;

/** The database of a command for orders that are there. */
@SuppressWarnings("NullAway.Init") // picocli sets the field before it runs anything
final class ExistingDatabase {

    @Option(
            names = "--db",
            required = true,
            paramLabel = "FILE|JDBC-URL",
            description = "The file or the database: SQLite, H2, PostgreSQL or MariaDB.")
    private String db;

    /**
     * Connects to it as it is.
     *
     * @throws UserMistakeException if it cannot be used
     */
    Database open(ChainKeys keys) {
        return Database.openAsItIs(db, keys);
    }

    /**
     * Connects to it if it has all of its guards.
     *
     * @throws UserMistakeException if it cannot be used
     */
    Database openGuarded() {
        return Database.openExisting(db);
    }
}
