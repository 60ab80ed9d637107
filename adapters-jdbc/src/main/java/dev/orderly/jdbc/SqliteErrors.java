package dev.orderly.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** SQLSTATEs for the errors of SQLite, whose driver gives none. */
final class SqliteErrors {

    /** What triggers say instead of a key: SQLite would delete the row that is there for {@code insert or replace}. */
    private static final String TAKEN = "(there is such a row already)";

    private static final int PRIMARY = 0xff;

    private SqliteErrors() {}

    static @Nullable String state(SQLException error) {
        return error instanceof SQLiteException known && known.getResultCode() != null
                ? state(known.getResultCode().code, String.valueOf(known.getMessage()))
                : error.getSQLState();
    }

    /** By SQLite's result code, of which the lowest eight bits say what kind it is. */
    private static String state(int code, String message) {
        return switch (code) {
            case 1555, 2067, 2579 -> "23505"; // a primary key, a unique key, a row's own number
            case 1811 -> message.endsWith(TAKEN) ? "23505" : "23000"; // a trigger
            default ->
                switch (code & PRIMARY) {
                    case 1 -> "42000"; // the statement, or what it names
                    case 3, 23 -> "42501"; // not allowed
                    case 5, 6 -> "40001"; // another connection writes, or has written since this one began to read
                    case 7 -> "53200"; // memory
                    case 8 -> "25006"; // only to be read
                    case 9 -> "57014"; // interrupted
                    case 10 -> "58030"; // input and output
                    case 11 -> "XX001"; // the file is damaged
                    case 13 -> "53100"; // the disk is full
                    case 14, 26 -> "08001"; // the file cannot be opened, or is none of SQLite's
                    case 18 -> "22001"; // too long
                    case 19 -> "23000"; // a constraint
                    case 20 -> "22000"; // a value of another type
                    default -> "HY000";
                };
        };
    }
}
