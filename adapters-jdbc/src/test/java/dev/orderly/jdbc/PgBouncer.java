package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The machine's PgBouncer in front of a database, in transaction mode: each transaction can get another connection of the
 * server's, of which there are few. Needed where ORDERLY_REQUIRE_TOOLS is set, as in CI; elsewhere the tests say that they did
 * not run.
 */
final class PgBouncer {

    private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/pgbouncer"), Path.of("/usr/bin/pgbouncer"));

    /** Milliseconds. */
    private static final long STARTED_WITHIN = 30_000;

    private PgBouncer() {}

    /** A pool of connections to a database by way of a PgBouncer of its own, which ends with the JVM. */
    static HikariDataSource to(String url) {
        Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
        if ("true".equals(System.getenv("ORDERLY_REQUIRE_TOOLS"))) {
            assertThat(program).as("PgBouncer is installed here").isPresent();
        }
        assumeTrue(program.isPresent(), "PgBouncer is not installed here, so nothing went by way of it");
        URI database = URI.create(url.substring("jdbc:".length()));
        int port = start(program.orElseThrow(), database);
        String address =
                "jdbc:postgresql://127.0.0.1:" + port + database.getPath() + "?user=postgres&prepareThreshold=0";
        return TestDatabase.pool(address, config -> config.setInitializationFailTimeout(STARTED_WITHIN));
    }

    private static int start(Path program, URI database) {
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory(
                    "pgbouncer", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
            Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), """
                    [databases]
                    * = host=127.0.0.1 port=%d user=postgres
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = any
                    pool_mode = transaction
                    default_pool_size = 3
                    max_client_conn = 100
                    ignore_startup_parameters = extra_float_digits
                    """.formatted(database.getPort(), port));
            List<String> command = new ArrayList<>(List.of(program.toString()));
            if (System.getProperty("user.name").equals("root")) { // as whom it does not run
                command.addAll(List.of("--user", "nobody"));
            }
            command.add(settings.toString());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException("PgBouncer did not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
