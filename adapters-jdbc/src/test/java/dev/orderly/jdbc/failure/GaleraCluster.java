package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Three nodes, each of which takes writes. Any two of them go on without the third. */
final class GaleraCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<GaleraNode> nodes = new ArrayList<>();

    /** Skips the test where there is no Galera. */
    GaleraCluster() throws IOException, InterruptedException, SQLException {
        GaleraTools tools = GaleraTools.find();
        nodes.add(new GaleraNode(tools, "first"));
        nodes.add(new GaleraNode(tools, "second", nodes));
        nodes.add(new GaleraNode(tools, "third", nodes));
        nodes.forEach(node -> node.knows(nodes));
        awaitAll(nodes);
        try (Connection connection = DriverManager.getConnection(node(0).adminUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("create user shop");
            statement.execute("grant all on `failure%`.* to shop");
        }
    }

    /** One of them, in turn. */
    GaleraNode node(int index) {
        return nodes.get(index % nodes.size());
    }

    List<GaleraNode> without(GaleraNode lost) {
        return nodes.stream().filter(node -> node != lost).toList();
    }

    void awaitWhole() throws InterruptedException {
        awaitAll(nodes);
    }

    /** Waits until some nodes see each other, and no other node. */
    void awaitAll(List<GaleraNode> those) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!those.stream().allMatch(node -> node.isOneOf(those.size()))) {
            assertThat(Instant.now())
                    .as("nodes %s do not find each other", those)
                    .isBefore(end);
            Thread.sleep(100);
        }
    }

    /** Where to connect to a new, empty database: an address for each node. */
    List<String> newUrls() throws InterruptedException {
        String database = node(0).newDatabase();
        for (GaleraNode node : nodes) {
            node.awaitDatabase(database);
        }
        return nodes.stream().map(node -> node.url(node.port, database)).toList();
    }

    @Override
    public void close() {
        nodes.forEach(GaleraNode::kill);
    }
}
