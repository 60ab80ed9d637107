package dev.orderly.benchmarks.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Empty databases, as many as are asked for. A server starts when its first database is asked for, unless one is
 * given, and ends with this. Not thread-safe.
 */
public final class Databases implements AutoCloseable {

    /** Without these, H2 loses orders when the machine crashes, and the store refuses to start. */
    private static final String SAFE = ";WRITE_DELAY=0;REUSE_SPACE=FALSE";

    private final Path folder;
    private final Map<DatabaseProduct, Server> servers = new EnumMap<>(DatabaseProduct.class);
    private final TreeSet<String> used = new TreeSet<>();
    private final Thread atEnd = new Thread(this::closeQuietly);
    private int made;

    /**
     * Servers of its own, with all their files in a temporary folder, which goes when this is closed or the program
     * ends.
     *
     * @param given addresses of servers to use instead, with a user who may create databases there
     */
    public Databases(Map<DatabaseProduct, String> given) throws IOException {
        folder = Files.createTempDirectory("orderly-benchmarks");
        given.forEach((kind, url) -> servers.put(kind, Server.at(url)));
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /** A folder for other files, which goes with the databases. */
    public Path folder() {
        return folder;
    }

    /** An empty database. */
    public Database fresh(DatabaseProduct kind) throws Exception {
        Database database = kind == DatabaseProduct.H2 ? file() : onServer(kind);
        used.add(description(database));
        return database;
    }

    /** What was asked for since this was called last: product, version, and what it does about the disk. */
    public List<String> used() {
        List<String> all = List.copyOf(used);
        used.clear();
        return all;
    }

    private Database file() throws IOException {
        Path own = Files.createDirectory(folder.resolve("h2-" + ++made));
        return new Database(
                DatabaseProduct.H2, "jdbc:h2:file:" + own.resolve("orders") + SAFE, () -> Folders.delete(own));
    }

    private Database onServer(DatabaseProduct kind) throws Exception {
        Server server = servers.get(kind);
        if (server == null) {
            server = start(kind);
            servers.put(kind, server);
        }
        String admin = server.url();
        String name = "orderly_benchmark_" + ProcessHandle.current().pid() + "_" + ++made;
        String url = server.urlOf(name);
        execute(admin, "create database " + name);
        String force = kind == DatabaseProduct.POSTGRESQL ? " with (force)" : "";
        return new Database(kind, url, () -> execute(admin, "drop database " + name + force));
    }

    private Server start(DatabaseProduct kind) throws Exception {
        Path own = Files.createDirectory(folder.resolve(kind.name()));
        return kind == DatabaseProduct.POSTGRESQL ? new OwnPostgresql(own) : new OwnMariadb(own);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String description(Database database) throws SQLException {
        List<String> settings = switch (database.kind()) {
            case H2 -> List.of();
            case POSTGRESQL -> List.of("fsync", "synchronous_commit", "full_page_writes", "shared_buffers");
            case MARIADB -> List.of("innodb_flush_log_at_trx_commit", "innodb_buffer_pool_size");
        };
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            String product = database.kind().title() + " "
                    + connection.getMetaData().getDatabaseProductVersion().replaceFirst("[ -].*", "");
            List<String> described =
                    new ArrayList<>(database.kind() == DatabaseProduct.H2 ? List.of(SAFE.substring(1)) : List.of());
            for (String setting : settings) {
                String ask = database.kind() == DatabaseProduct.POSTGRESQL ? "show " + setting : "select @@" + setting;
                try (ResultSet row = statement.executeQuery(ask)) {
                    row.next();
                    described.add(setting + " = " + row.getString(1));
                }
            }
            return described.isEmpty() ? product : product + " (" + String.join(", ", described) + ")";
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            return; // the program is being ended, and the hook removes everything
        }
        end();
    }

    private void end() throws IOException {
        for (Server server : servers.values()) {
            server.close();
        }
        servers.clear();
        Folders.delete(folder);
    }

    private void closeQuietly() {
        try {
            end();
        } catch (IOException e) {
            System.err.println("files are left in " + folder + ": " + e);
        }
    }
}
