package dev.orderly.jdbc.failure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL that tests may kill. */
final class PostgresProcess extends ServerProcess {

    private final Path data;
    private EmbeddedPostgres server;

    PostgresProcess() throws IOException {
        data = Files.createTempDirectory("orderly-postgres").resolve("data");
        server = started();
    }

    private EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }

    @Override
    void start() throws IOException {
        server = started();
    }

    @Override
    void stop() throws IOException {
        server.close();
    }

    @Override
    void kill() throws IOException {
        kill(server.getProcess().toHandle());
        server.close();
    }

    @Override
    String url(int throughPort, String database) {
        return "jdbc:postgresql://localhost:" + throughPort + "/" + database + "?user=postgres";
    }

    @Override
    String adminUrl() {
        return url(port, "postgres");
    }
}
