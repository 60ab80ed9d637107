package dev.orderly.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL of the tests' own, started when the first test asks for it and ended with the JVM. */
final class PostgresServer {

    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** Where to connect to a new database. */
    static String url(String name) {
        TestDatabase.execute(SERVER.getJdbcUrl("postgres", "postgres"), "create database " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }
}
