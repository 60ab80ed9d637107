package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Databases that speak the protocol of another one, so that its driver takes them for it. What the store relies on, such as
 * {@code skip locked}, keys and triggers, they have in part or in another way.
 */
enum Imitation {
    COCKROACHDB("CockroachDB", "CockroachDB"),
    CRATEDB("CrateDB", "CrateDB"),
    GREENPLUM("Greenplum", "Greenplum"),
    MATERIALIZE("Materialize", "Materialize"),
    OPENGAUSS("openGauss", "openGauss"),
    QUESTDB("QuestDB", "QuestDB"),
    REDSHIFT("Redshift", "Amazon Redshift"),
    RISINGWAVE("RisingWave", "RisingWave"),
    TIDB("TiDB", "TiDB"),
    VITESS("Vitess", "Vitess"),
    YUGABYTEDB("-YB-", "YugabyteDB");

    private final String sign;
    private final String product;

    Imitation(String sign, String product) {
        this.sign = sign;
        this.product = product;
    }

    /**
     * Refuses a database that is another one than it says.
     *
     * @param claimed the product that its driver takes it for
     * @throws IllegalArgumentException if its version has the name of another product
     */
    static void refuse(Connection connection, String claimed) throws SQLException {
        if (claimed.equals(H2Dialect.INSTANCE.name()) || claimed.equals(SqliteDialect.INSTANCE.name())) {
            return;
        }
        String version = version(connection);
        Optional<Imitation> found = Arrays.stream(values())
                .filter(each -> version.contains(each.sign))
                .findFirst();
        if (found.isPresent()) {
            throw new IllegalArgumentException("the database says that it is " + claimed + ", but its version is \""
                    + version + "\": " + found.get().product + " was not tried with Orderly, and may not keep what the"
                    + " store relies on. To go on at your own risk, give the builder the dialect, as"
                    + " dialect(DatabaseDialect." + claimed.toLowerCase(Locale.ROOT) + "())");
        }
    }

    private static String version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
