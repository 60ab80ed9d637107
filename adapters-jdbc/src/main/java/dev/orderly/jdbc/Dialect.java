package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What differs from database to database. */
enum Dialect {
    H2("H2"),
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB");

    private static final String DUPLICATE_STATE = "23505";
    private static final int MARIADB_DUPLICATE = 1062;

    private final String product;

    Dialect(String product) {
        this.product = product;
    }

    /**
     * The dialect of the database behind a connection.
     *
     * @throws IllegalArgumentException if it is one that Orderly does not know
     */
    static Dialect of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        for (Dialect dialect : values()) {
            if (dialect.product.equals(name)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("the database calls itself \"" + name
                + "\", but orders can be kept in H2, PostgreSQL and MariaDB (with MariaDB's own driver) only");
    }

    /** The folder of the tables' definitions. */
    String folder() {
        return product.toLowerCase(Locale.ROOT);
    }

    /** Whether one statement can write all of a step. */
    boolean writesByOneStatement() {
        return this == POSTGRESQL;
    }

    /** What makes an insert do nothing where the row is there; empty where it fails instead, which does no harm there. */
    String otherwiseNothing() {
        return this == POSTGRESQL ? " on conflict do nothing" : "";
    }

    /**
     * What makes a claim walk along an index, to stand behind the table's name. H2 forgets its indexes where it sorts what
     * it locks: it would read and lock all that match, however few are wanted.
     */
    String along(String index) {
        return this == H2 ? " use index (" + index + ")" : "";
    }

    /** What makes a claim take the first rows by some columns; in H2 they come in the order of the index. */
    String firstBy(String columns) {
        return this == H2 ? "" : " order by " + columns;
    }

    /** The time by the database's clock, in microseconds since 1970. */
    String now() {
        return switch (this) {
            case H2 -> "cast(extract(epoch from current_timestamp(6)) * 1000000 as bigint)";
            case POSTGRESQL -> "cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";
            case MARIADB -> "timestampdiff(microsecond, '1970-01-01', utc_timestamp(6))";
        };
    }

    /** What makes a query see what is committed now; MariaDB would show what was when the transaction began to read. */
    String latest() {
        return this == MARIADB ? " for update" : "";
    }

    /** Tells whether a vendor's code means that somebody else was faster: a deadlock, a timeout or a changed row. */
    boolean isConflict(int code) {
        return switch (this) {
            case H2 -> code == 50200 || code == 90131;
            case POSTGRESQL -> false;
            case MARIADB -> code == 1020 || code == 1205 || code == 1213;
        };
    }

    /** Tells whether a vendor's code means that the connection is gone: a shutdown, a broken file, a killed session. */
    boolean isCut(int code) {
        return switch (this) {
            case H2 -> code == 90007 || code == 90067 || code == 90098 || code == 90121;
            case POSTGRESQL -> false;
            case MARIADB -> code == 1053 || code == 1927;
        };
    }

    /** Tells whether an error is that of a unique key. */
    boolean isDuplicate(SQLException e) {
        return this == MARIADB ? e.getErrorCode() == MARIADB_DUPLICATE : DUPLICATE_STATE.equals(e.getSQLState());
    }
}
