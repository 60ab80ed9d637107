package dev.orderly.jdbc.failure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL that tests may kill. */
final class PostgresProcess extends ServerProcess {

    private final Path data;
    private EmbeddedPostgres server;

    PostgresProcess() throws IOException {
        this(freePort(), Scratch.folder("postgres").resolve("data"));
    }

    /** On a folder that can be empty, or have the data of another server in it. */
    PostgresProcess(int port, Path data) throws IOException {
        super(port);
        this.data = data;
        server = started();
    }

    Path data() {
        return data;
    }

    private EmbeddedPostgres started() throws IOException {
        EmbeddedPostgres running = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(1))
                .setRegisterShutdownHook(false)
                .start();
        Scratch.ends(running.getProcess());
        return running;
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
    void startIfDead() throws IOException {
        if (!server.getProcess().isAlive()) {
            server.close();
            start();
        }
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
