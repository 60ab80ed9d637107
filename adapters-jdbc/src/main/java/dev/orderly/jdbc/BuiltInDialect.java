package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A dialect whose tables are created by a script in this jar. */
abstract class BuiltInDialect implements DatabaseDialect {

    static final String FILE = "/V1__orderly.sql";

    private final String product;
    private final String folder;

    /**
     * A dialect.
     *
     * @param product the name of the database, as its driver gives it
     * @param folder the folder of the script
     */
    BuiltInDialect(String product, String folder) {
        this.product = product;
        this.folder = folder;
    }

    /**
     * The dialect of the database behind a connection.
     *
     * @throws IllegalArgumentException if it is one that Orderly does not know, or one that gives itself out as another
     */
    static DatabaseDialect of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        for (BuiltInDialect dialect : List.of(
                SqliteDialect.INSTANCE, H2Dialect.INSTANCE, PostgresqlDialect.INSTANCE, MariadbDialect.INSTANCE)) {
            if (dialect.product.equals(name)) {
                Imitation.refuse(connection, dialect.product);
                return dialect;
            }
        }
        throw new IllegalArgumentException("the database calls itself \"" + name
                + "\", but orders can be kept in SQLite, H2, PostgreSQL and MariaDB (with MariaDB's own driver) only:"
                + " for another, give the builder a dialect");
    }

    @Override
    public final String name() {
        return product;
    }

    @Override
    public final List<String> createTables() {
        return withReports(Script.statements(folder + FILE));
    }

    /** The statements of a script, of which the last says that all are done, with those of the views before that. */
    final List<String> withReports(List<String> script) {
        List<String> statements = new ArrayList<>(script);
        statements.addAll(script.size() - 1, Script.statements(folder + "/R__orderly_reports.sql"));
        return statements;
    }

    @Override
    public final List<String> catalog(Connection connection) throws SQLException {
        return new SqlCommand()
                        .add(Script.statements(folder + "/catalog.sql").get(0))
                        .list(connection, row -> String.valueOf(row.getString("item")))
                        .stream()
                        .flatMap(String::lines)
                        .toList();
    }

    @Override
    public final List<String> expectedCatalog() {
        return Script.lines(folder + "/catalog.txt");
    }

    @Override
    public final String schemaLocation() {
        return "dev/orderly/jdbc/" + folder + FILE + " from the jar of orderly-jdbc";
    }

    @Override
    public final String toString() {
        return product;
    }
}
