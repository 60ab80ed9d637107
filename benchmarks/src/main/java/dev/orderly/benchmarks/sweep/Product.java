package dev.orderly.benchmarks.sweep;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What differs from database to database. The user must be its administrator, for guards are laid down while tables are filled. */
enum Product {
    H2(
            "set referential_integrity false",
            "set referential_integrity true",
            "system_range(1, %d) as i(x)",
            "rawtohex(secure_rand(16))",
            "rawtohex(hash('SHA-256', %s))",
            ""),
    POSTGRESQL(
            "set session_replication_role = replica",
            "set session_replication_role = origin",
            "generate_series(1, %d) as i(x)",
            "replace(gen_random_uuid()::text, '-', '')",
            "encode(sha256(convert_to(%s, 'UTF8')), 'hex')",
            ""),
    MARIADB(
            "set foreign_key_checks = 0",
            "set foreign_key_checks = 1",
            "(select seq as x from seq_1_to_%d) i",
            "hex(random_bytes(16))",
            "sha2(%s, 256)",
            " limit 1000000000"); // keeps the salt from being made anew in each place that it is used in

    private final String unguard;
    private final String guard;
    private final String range;
    private final String salt;
    private final String hash;
    private final String apart;

    Product(String unguard, String guard, String range, String salt, String hash, String apart) {
        this.unguard = unguard;
        this.guard = guard;
        this.range = range;
        this.salt = salt;
        this.hash = hash;
        this.apart = apart;
    }

    static Product of(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return switch (connection.getMetaData().getDatabaseProductName()) {
                case "PostgreSQL" -> POSTGRESQL;
                case "MariaDB" -> MARIADB;
                default -> H2;
            };
        }
    }

    /** The numbers from 1, as {@code i.x}. */
    String range(int last) {
        return range.formatted(last);
    }

    /** 16 random bytes in hexadecimal. */
    String salt() {
        return salt;
    }

    /** The SHA-256 of a text in hexadecimal. */
    String hash(String text) {
        return hash.formatted(text);
    }

    /** What a query within another ends with, so that it is run by itself. */
    String apart() {
        return apart;
    }

    /** Empties tables and fills them, without the guards, and leaves the database as one that has had time to tidy up. */
    void fill(DataSource source, List<String> tables, List<String> inserts) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add(unguard);
        if (this == POSTGRESQL) {
            statements.add("truncate " + String.join(", ", tables));
        } else {
            tables.forEach(table -> statements.add("truncate table " + table));
        }
        statements.addAll(inserts);
        statements.add(guard);
        switch (this) {
            case H2 -> statements.add("analyze");
            case POSTGRESQL -> statements.addAll(List.of("vacuum analyze", "checkpoint"));
            case MARIADB -> statements.add("analyze table " + String.join(", ", tables));
        }
        execute(source, statements);
    }

    static void execute(DataSource source, List<String> statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
