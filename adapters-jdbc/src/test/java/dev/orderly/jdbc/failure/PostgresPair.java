package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** A PostgreSQL that gets a synchronous standby, which takes over when the first is killed, and gets one again. */
final class PostgresPair implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private PostgresProcess primary = new PostgresProcess();
    private PostgresProcess standby = primary;
    private int freePort = ServerProcess.freePort();

    PostgresPair() throws IOException {}

    /** Where to connect to a new, empty database: on whichever of the two servers takes writes. */
    String newUrl() {
        return "jdbc:postgresql://localhost:" + primary.port + ",localhost:" + freePort + "/" + primary.newDatabase()
                + "?user=postgres&targetServerType=primary&hostRecheckSeconds=1&connectTimeout=2";
    }

    /** Makes a copy of the server while it is in use, and has each commit wait for it from now on. */
    void addStandby() throws Exception {
        Path data = Scratch.folder("standby").resolve("data");
        new BaseBackup(primary).into(data);
        standby = new PostgresProcess(freePort, data);
        try (Connection connection = DriverManager.getConnection(primary.adminUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = '*'");
            statement.execute("select pg_reload_conf()");
            await(statement, "select 1 from pg_stat_replication where sync_state = 'sync'");
        }
    }

    /** Waits until commits are seen to wait for the standby: each server process learns of the setting by itself. */
    void awaitWaitingCommits() throws Exception {
        try (Connection connection = DriverManager.getConnection(primary.adminUrl());
                Statement statement = connection.createStatement()) {
            await(statement, "select 1 from pg_stat_activity where wait_event = 'SyncRep'");
        }
    }

    private static void await(Statement statement, String query) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try (ResultSet row = statement.executeQuery(query)) {
                if (row.next()) {
                    return;
                }
            }
            assertThat(Instant.now()).as(query).isBefore(end);
            Thread.sleep(2);
        }
    }

    /** Stops the process that sends the standby what is written, so that nothing of what follows comes there. */
    void cutOffStandby() throws SQLException {
        try (Connection connection = DriverManager.getConnection(primary.adminUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pid from pg_stat_replication")) {
            row.next();
            ServerProcess.signal("STOP", row.getLong("pid"));
        }
    }

    /** Kills the server for good, and has the standby take its place. */
    void failOver() throws Exception {
        primary.kill();
        try (Connection connection = DriverManager.getConnection(standby.adminUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_promote()");
        }
        freePort = primary.port;
        primary = standby;
    }

    @Override
    public void close() throws IOException {
        primary.kill();
        if (standby != primary) {
            standby.kill();
        }
    }
}
