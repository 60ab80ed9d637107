package dev.orderly.spring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** Spring's transactions in a real PostgreSQL, which calls a transaction failed once a statement in it has failed. */
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionInPostgresTest extends TransactionLaws {

    private final EmbeddedPostgres server;
    private int databases;

    TransactionInPostgresTest() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @Override
    String newDatabase() {
        databases++;
        String name = "shop" + databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not make the database " + name, e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }
}
