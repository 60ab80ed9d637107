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
    private ProcessHandle process;

    PostgresProcess() throws IOException {
        this(freePort(), Scratch.folder("postgres").resolve("data"));
    }

    /** On a folder that can be empty, or have the data of another server in it. */
    PostgresProcess(int port, Path data) throws IOException {
        super(port);
        this.data = data;
        server = started();
        process = firstProcess(data);
    }

    Path data() {
        return data;
    }

    private EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(1))
                .setRegisterShutdownHook(false)
                .start();
    }

    /** All others of the server come from it. The one that {@code EmbeddedPostgres} names only starts it, and ends. */
    private static ProcessHandle firstProcess(Path data) throws IOException {
        long id = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        ProcessHandle first =
                ProcessHandle.of(id).orElseThrow(() -> new IllegalStateException("PostgreSQL has ended at once"));
        Scratch.ends(first);
        return first;
    }

    @Override
    void start() throws IOException {
        server = started();
        process = firstProcess(data);
    }

    @Override
    void stop() throws IOException {
        server.close();
    }

    @Override
    void kill() throws IOException {
        kill(process);
        server.close();
    }

    @Override
    void startIfDead() throws IOException {
        if (!process.isAlive()) {
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
