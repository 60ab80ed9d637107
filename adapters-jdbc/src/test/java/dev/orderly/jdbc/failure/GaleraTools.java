package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's MariaDB with Galera, of the packages {@code mariadb-server} and {@code galera-4}. Needed where
 * ORDERLY_REQUIRE_TOOLS is set, as in CI; elsewhere the test says that it did not run. Debian's rather than those of the other
 * tests, which come without Galera.
 */
final class GaleraTools {

    private static final List<String> SERVERS = List.of("/usr/sbin/mariadbd", "/usr/libexec/mariadbd");
    private static final List<String> INSTALLERS = List.of("/usr/bin/mariadb-install-db");
    private static final List<String> PROVIDERS = List.of(
            "/usr/lib/galera/libgalera_smm.so",
            "/usr/lib64/galera/libgalera_smm.so",
            "/usr/lib64/galera-4/libgalera_smm.so");

    /** With which data comes to a node that has none, or not enough. */
    private static final List<String> COPIERS = List.of("/usr/bin/rsync");

    /** The user of the package, since the copying does not work as an administrator. */
    private static final String USER = "mysql";

    private final boolean root = System.getProperty("user.name").equals("root");
    private final String server;
    private final String installer;
    private final String provider;

    private GaleraTools(String server, String installer, String provider) {
        this.server = server;
        this.installer = installer;
        this.provider = provider;
    }

    static GaleraTools find() {
        List<Optional<String>> found = Stream.of(SERVERS, INSTALLERS, PROVIDERS, COPIERS)
                .map(places -> places.stream()
                        .filter(place -> Files.isReadable(Path.of(place)))
                        .findFirst())
                .toList();
        boolean complete = found.stream().allMatch(Optional::isPresent);
        if ("true".equals(System.getenv("ORDERLY_REQUIRE_TOOLS"))) {
            assertThat(complete)
                    .as("MariaDB with Galera and rsync is installed here")
                    .isTrue();
        }
        if (!complete) {
            Scale.report(
                    "skipped: there was no Galera cluster, for MariaDB with Galera and rsync is not installed here");
        }
        assumeTrue(complete, "MariaDB with Galera and rsync is not installed here, so there was no cluster");
        return new GaleraTools(
                found.get(0).orElseThrow(),
                found.get(1).orElseThrow(),
                found.get(2).orElseThrow());
    }

    String server() {
        return server;
    }

    String provider() {
        return provider;
    }

    List<String> asUser() {
        return root ? List.of("--user=" + USER) : List.of();
    }

    /** A folder that belongs to the user as whom nodes run. */
    Path ownedFolder(String name) throws IOException {
        Path folder = Scratch.folder("galera-" + name);
        own(folder);
        return folder;
    }

    void own(Path folder) {
        if (root) {
            run("chown", "-R", USER, folder.toString());
        }
    }

    /** Makes the tables that a server has for itself, with an administrator who needs no password. */
    void install(Path data) {
        List<String> command = new ArrayList<>(List.of(
                installer,
                "--no-defaults",
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--innodb-log-file-size=16M"));
        command.addAll(asUser());
        run(command.toArray(new String[0]));
    }

    void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.onExit().join().exitValue())
                    .as("%s said: %s", List.of(command), said)
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
