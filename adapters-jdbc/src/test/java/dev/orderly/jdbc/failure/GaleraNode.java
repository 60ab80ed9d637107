package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A node of a Galera cluster, which can be killed, and be cut off by stopping its process. */
final class GaleraNode extends ServerProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Others take a node for lost sooner than after the five seconds that they give it otherwise. */
    private static final String TIMEOUTS =
            "evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT2S;evs.inactive_timeout=PT4S;evs.install_timeout=PT4S";

    final String address = "127.0.0.1:" + freePort();

    private final GaleraTools tools;
    private final String name;
    private final Path folder;
    private final String stateTransfer = "127.0.0.1:" + freePort();
    private final String missedWrites = "127.0.0.1:" + freePort();
    private String cluster = "";
    private Process process;

    /** The first node of a new cluster. */
    GaleraNode(GaleraTools tools, String name) throws IOException, InterruptedException {
        this.tools = tools;
        this.name = name;
        folder = tools.ownedFolder(name);
        tools.install(folder.resolve("data"));
        process = started("--wsrep-new-cluster");
    }

    /** A node that joins others, of whom it gets the data. */
    GaleraNode(GaleraTools tools, String name, List<GaleraNode> others) throws IOException, InterruptedException {
        this.tools = tools;
        this.name = name;
        folder = tools.ownedFolder(name);
        Files.createDirectory(folder.resolve("data"));
        tools.own(folder);
        cluster = addresses(others);
        process = started();
    }

    private static String addresses(List<GaleraNode> nodes) {
        return String.join(",", nodes.stream().map(node -> node.address).toList());
    }

    /** Which nodes it looks for when it starts again. */
    void knows(List<GaleraNode> nodes) {
        cluster = addresses(nodes);
    }

    private Process started(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                tools.server(),
                "--no-defaults",
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--innodb-log-file-size=16M",
                "--innodb-autoinc-lock-mode=2",
                "--binlog-format=ROW",
                "--log-bin-trust-function-creators=ON",
                "--wsrep-on=ON",
                "--wsrep-sync-wait=7",
                "--wsrep-provider=" + tools.provider(),
                "--wsrep-provider-options=gmcast.listen_addr=tcp://" + address + ";ist.recv_addr=" + missedWrites
                        + ";gcache.size=64M;" + TIMEOUTS,
                "--wsrep-cluster-name=orderly",
                "--wsrep-cluster-address=gcomm://" + cluster,
                "--wsrep-node-name=" + name,
                "--wsrep-node-address=" + address,
                "--wsrep-sst-method=rsync",
                "--wsrep-sst-receive-address=" + stateTransfer));
        command.addAll(tools.asUser());
        command.addAll(List.of(more));
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        Scratch.ends(server);
        Instant end = Instant.now().plus(PATIENCE);
        while (!isSynced()) {
            assertThat(server.isAlive() && Instant.now().isBefore(end))
                    .as(() -> "node " + name + " does not join, and said:\n" + said())
                    .isTrue();
            Thread.sleep(100);
        }
        return server;
    }

    private Path log() {
        return folder.resolve("log");
    }

    private String said() {
        try {
            List<String> said = Files.readAllLines(log());
            return String.join("\n", said.subList(Math.max(0, said.size() - 40), said.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private boolean isSynced() {
        return status("wsrep_local_state_comment").equals("Synced");
    }

    /** Whether it has all that the others have, and sees as many nodes as there are. */
    boolean isOneOf(int nodes) {
        return isSynced() && status("wsrep_cluster_size").equals(String.valueOf(nodes));
    }

    private String status(String variable) {
        return answer("show global status where variable_name = '" + variable + "'", 2);
    }

    /** Waits for a database that was created on another node: who connects to it does not wait by itself. */
    void awaitDatabase(String database) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (answer("show databases like '" + database + "'", 1).isEmpty()) {
            assertThat(Instant.now())
                    .as("node %s does not get database %s", name, database)
                    .isBefore(end);
            Thread.sleep(20);
        }
    }

    /** Empty if it does not answer. */
    private String answer(String query, int column) {
        try (Connection connection = DriverManager.getConnection(adminUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(column) : "";
        } catch (SQLException e) {
            return "";
        }
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

    /** SIGSTOP: it answers nobody any more, and its connections stay open. */
    void pause() {
        signal("STOP", process.pid());
    }

    /** SIGCONT: it goes on as if nothing had been. */
    void resume() {
        signal("CONT", process.pid());
    }

    @Override
    String url(int throughPort, String database) {
        return "jdbc:mariadb://127.0.0.1:" + throughPort + "/" + database
                + "?user=shop&sslMode=disable&connectTimeout=2000&socketTimeout=5000";
    }

    @Override
    String adminUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port
                + "/?user=root&sslMode=disable&connectTimeout=2000&socketTimeout=5000";
    }

    @Override
    public String toString() {
        return name;
    }
}
