package dev.orderly.jdbc;

import dev.orderly.store.ConflictException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What differs between databases that {@link JdbcOrderStore} works on: the statements that create the tables, pieces of SQL,
 * and the meaning of error codes. Orderly has four, {@link #sqlite()}, {@link #h2()}, {@link #postgresql()} and
 * {@link #mariadb()}; another is given to {@link JdbcOrderStoreBuilder#dialect}.
 *
 * <p>The contract of a dialect is that of the store on it: a store with the dialect passes
 * {@code dev.orderly.testkit.OrderStoreContract} and {@code OutboxContract} of orderly-testkit, races included. For that, its
 * database has transactions with read committed or more, unique and foreign keys or triggers that do their work, {@code select …
 * for update skip locked} or one writer at a time, comparison of texts that heeds letter case and trailing blanks, and numbers
 * of 64 bits. Its tables have the names, columns, lengths and constraints of the scripts in the jar of orderly-jdbc: the store
 * relies on them to refuse what no workflow allows. Implementations are immutable and thread-safe.
 */
public interface DatabaseDialect {

    /** The database's name, for messages. */
    String name();

    /** The statements that create the tables, in their order; see {@link #statements}. */
    List<String> createTables();

    /**
     * Whether each statement of {@link #createTables()} counts by itself, and one node is to run them at a time: the first of
     * them creates {@code orderly_schema} then, whose version 0 says that a node is creating the others.
     */
    default boolean commitsEachDefinition() {
        return false;
    }

    /** Where a person finds {@link #createTables()} as a file, for messages. */
    String schemaLocation();

    /**
     * The statements that create the tables with the growing ones partitioned by order number; empty where foreign keys cannot
     * refer to partitioned tables.
     */
    default Optional<List<String>> createPartitionedTables() {
        return Optional.empty();
    }

    /**
     * Whether statements that name a table without a schema find one.
     *
     * @param connection a connection to the database, which stays open
     */
    default boolean hasTable(Connection connection, String table) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet tables = data.getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
            return tables.next();
        }
    }

    /**
     * The partitions of the archive's tables that have orders done within some time and no others; empty if it has none.
     *
     * @param connection a connection to the database, which stays open
     */
    default List<ArchivePartition> archivePartitions(Connection connection) throws SQLException {
        return List.of();
    }

    /**
     * What the database says of the definitions of the tables: their columns, keys, checks, triggers and indexes, one item a
     * line. Whatever is switched off has a line that begins with {@code switched off:}.
     *
     * @param connection a connection to the database, which stays open
     */
    default List<String> catalog(Connection connection) throws SQLException {
        return List.of();
    }

    /** The lines that {@link #catalog} must have; empty if it is not looked at. */
    default List<String> expectedCatalog() {
        return List.of();
    }

    /**
     * The settings of the server with which commits that returned can be lost, one a line, each with what it should be.
     *
     * @param connection a connection to the database, which stays open
     */
    default List<String> durabilityProblems(Connection connection) throws SQLException {
        return List.of();
    }

    /**
     * The settings with which a node of a cluster can answer from before what another node has acknowledged, one a line, each
     * with what it should be. Nothing is lost by them, but requests are refused that are possible.
     *
     * @param connection a connection to the database, which stays open
     */
    default List<String> staleReadProblems(Connection connection) throws SQLException {
        return List.of();
    }

    /** An expression for the time by the database's clock, in microseconds since 1970-01-01T00:00Z, as a 64-bit number. */
    String currentMicros();

    /** An expression for the lesser of two numbers, of which one can be a parameter. */
    default String least(String one, String other) {
        return "least(" + one + ", " + other + ")";
    }

    /**
     * For a database that has one writer at a time, and shows each transaction the database as it was when it began to read: a
     * statement that changes nothing, and waits until no other transaction writes. A transaction that will write begins with
     * it; the store locks no rows then, and sets no isolation level. Empty where transactions lock rows.
     */
    default Optional<String> writerLock() {
        return Optional.empty();
    }

    /**
     * Whether one statement can write all of a step. It is one {@code insert} behind common table expressions that update and
     * insert with {@code returning}, over {@code unnest} of arrays for many steps, as PostgreSQL has them, and needs foreign
     * keys that are checked when the whole statement has run. Otherwise a step is a transaction of a statement per row.
     */
    default boolean writesByOneStatement() {
        return false;
    }

    /** What stands behind a table's name so that a claim reads along the index; empty where the database finds it itself. */
    default String indexHint(String index) {
        return "";
    }

    /**
     * What makes a claim take the first rows by some columns. Empty only where {@link #indexHint} brings them in that order.
     *
     * @param columns the columns, separated by commas
     */
    default String claimOrder(String columns) {
        return " order by " + columns;
    }

    /**
     * What stands behind a query so that it sees what is committed now; empty where each statement does. A transaction whose
     * queries see what was when it began needs a lock here.
     */
    default String seeingLatest() {
        return "";
    }

    /**
     * Whether {@code set transaction isolation level …}, as the first statement of a transaction, is for that transaction alone.
     * Otherwise the level of the connection is changed for a while, which behind a pooler that shares connections among
     * transactions would be that of another client.
     */
    default boolean setsLevelOfTransaction() {
        return false;
    }

    /** The SQLSTATE of an error; where the driver gives none, that which says what happened. Null only if there is no connection. */
    default @Nullable String sqlState(SQLException error) {
        return error.getSQLState();
    }

    /**
     * Whether an error means that another transaction was faster: a deadlock, a lock waited for too long, or a row changed
     * meanwhile. Such an error becomes a {@link ConflictException}, and the step is decided again. The SQLSTATEs 40001, 40P01
     * and 55P03 mean it on each database, and are not asked about.
     */
    boolean isConflict(SQLException error);

    /** Whether an error is that of a primary or unique key; it becomes a {@link ConflictException} as well. */
    default boolean isDuplicateKey(SQLException error) {
        return "23505".equals(sqlState(error));
    }

    /**
     * Whether an error means that the connection is gone, so that a commit on it may or may not have happened. SQLSTATEs of
     * class 08, and 57P01, 57P02, 57P03 and 57P05, mean it on each database, and are not asked about.
     */
    boolean isConnectionLost(SQLException error);

    /**
     * Whether an error of a commit, or of a statement that commits by itself, means that nothing of it was written. Of any
     * other error it is not known, and it becomes an {@link dev.orderly.store.OutcomeUnknownException}. Conflicts, and
     * SQLSTATEs of the classes 22, 23 and 42, mean it on each database, and are not asked about.
     */
    default boolean isRolledBack(SQLException error) {
        return false;
    }

    /**
     * How the store writes to a file that has one writer at a time, or waits for the disk after a commit; empty where any number
     * of transactions can write, and a commit that returned is on the disk. What the file needs once is set here.
     *
     * @param connection a connection to the database, which stays open
     * @throws IllegalStateException if the database's settings would lose commits in a crash; the message says what to set
     */
    default Optional<FileSync> fileSync(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** SQLite 3.42 or newer, in a file, with the driver {@code org.xerial:sqlite-jdbc}. */
    static DatabaseDialect sqlite() {
        return SqliteDialect.INSTANCE;
    }

    /** H2 2.2 or newer, in memory or in a file. */
    static DatabaseDialect h2() {
        return H2Dialect.INSTANCE;
    }

    /** PostgreSQL 15 or newer. */
    static DatabaseDialect postgresql() {
        return PostgresqlDialect.INSTANCE;
    }

    /** MariaDB 10.11 or newer, with its own driver. */
    static DatabaseDialect mariadb() {
        return MariadbDialect.INSTANCE;
    }

    /**
     * Reads a script of statements in UTF-8, and closes it. Each statement ends with a semicolon that an empty line, or the end
     * of the script, follows; lines that begin with two hyphens are comments.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    static List<String> statements(InputStream script) {
        return Script.split(script);
    }
}
