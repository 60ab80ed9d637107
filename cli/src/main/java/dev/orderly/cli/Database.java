package dev.orderly.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.jdbc.JdbcOrderStoreBuilder;
import dev.orderly.jdbc.StartupCheck;
import dev.orderly.order.ChainKeys;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoreFailedException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database that a command keeps orders in. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS = 4;
    private static final List<String> H2_SETTINGS = List.of(";WRITE_DELAY=0", ";REUSE_SPACE=FALSE");

    private static final String FILE = "jdbc:sqlite:";

    /** SQLite's flags for opening a file, without the one that makes it. */
    private static final int READ_AND_WRITE = 2;

    /** A folder that goes with this; null if the database stays. */
    private final @Nullable Path folder;

    private final HikariDataSource source;
    private final JdbcOrderStore store;

    private Database(@Nullable Path folder, HikariDataSource source, JdbcOrderStore store) {
        this.folder = folder;
        this.source = source;
        this.store = store;
    }

    /**
     * Connects to a database, and makes Orderly's tables in it where there are none.
     *
     * @param place its JDBC URL, or the name of a file
     * @throws UserMistakeException if it cannot be used
     */
    static Database open(String place, ChainKeys keys) {
        return open(null, lasting(url(place)), builder -> builder.migrate().chainKeys(keys));
    }

    /**
     * Connects to a database that has Orderly's tables with all of their guards.
     *
     * @param place its JDBC URL, or the name of a file
     * @throws UserMistakeException if it cannot be used
     */
    static Database openExisting(String place) {
        return open(null, existing(lasting(url(place))), builder -> builder);
    }

    /**
     * A new database in a file that is gone when this is closed.
     *
     * @throws UserMistakeException if there is no room for it
     */
    static Database temporary(ChainKeys keys) {
        try {
            Path folder = Files.createTempDirectory("orderly");
            Path file = folder.resolve("orders.db");
            for (String path : List.of(folder.toString(), file.toString(), file + "-wal", file + "-shm")) {
                new File(path).deleteOnExit(); // the last of them first, should the program be stopped while it starts
            }
            return open(folder, FILE + file, builder -> builder.migrate().chainKeys(keys));
        } catch (IOException e) {
            throw new UserMistakeException(
                    UserMistakeException.UNUSABLE,
                    "no temporary file can be made for the orders (" + e.getMessage() + "): name a database by --db");
        }
    }

    /**
     * Connects to a database that has Orderly's tables, whatever has become of them.
     *
     * @param place its JDBC URL, or the name of a file
     * @throws UserMistakeException if it cannot be used
     */
    static Database openAsItIs(String place, ChainKeys keys) {
        return open(
                null,
                existing(lasting(url(place))),
                builder -> builder.guardCheck(StartupCheck.SKIP)
                        .durabilityCheck(StartupCheck.SKIP)
                        .chainKeys(keys));
    }

    private static Database open(@Nullable Path folder, String url, UnaryOperator<JdbcOrderStoreBuilder> settings) {
        requireDriver(url);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        HikariDataSource source;
        try {
            source = new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw unusable(url, "it cannot be reached: " + cause(e));
        }
        try {
            return new Database(
                    folder,
                    source,
                    settings.apply(JdbcOrderStore.builder(source)).build());
        } catch (IllegalArgumentException | IllegalStateException | StoreFailedException e) {
            source.close();
            throw unusable(url, String.valueOf(e.getMessage()));
        }
    }

    /** The folder that goes when this is closed. */
    Path folder() {
        return Objects.requireNonNull(folder);
    }

    /** Where orders are kept. */
    OrderStore store() {
        return store;
    }

    /** The same, with what only a database can do. */
    JdbcOrderStore jdbcStore() {
        return store;
    }

    private static void requireDriver(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw unusable(
                    url.replaceFirst("^([^:]*:[^:]*:).*", "$1…"),
                    "no driver knows it; write FILE, jdbc:h2:FILE, jdbc:postgresql://HOST/DATABASE?user=…&password=… or"
                            + " jdbc:mariadb://HOST/DATABASE?user=…&password=…");
        }
    }

    /** A name without a colon is that of a file; it has one behind a drive of Windows. */
    private static String url(String place) {
        return place.matches("([A-Za-z]:[/\\\\])?[^:]+") ? FILE + place : place;
    }

    /** H2 would write to its file half a second after a commit, and where it may not find it after a crash. */
    private static String lasting(String url) {
        if (!url.startsWith("jdbc:h2:") || url.startsWith("jdbc:h2:mem:")) {
            return url;
        }
        String given = url.toUpperCase(Locale.ROOT);
        return H2_SETTINGS.stream()
                .filter(setting -> !given.contains(setting.substring(0, setting.indexOf('=') + 1)))
                .reduce(url, String::concat);
    }

    /** H2 and SQLite would make a file that is not there. */
    private static String existing(String url) {
        if (url.startsWith(FILE)) {
            return url + (url.contains("?") ? "&" : "?") + "open_mode=" + READ_AND_WRITE;
        }
        boolean isFile = url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
        return isFile && !url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=") ? url + ";IFEXISTS=TRUE" : url;
    }

    private static String cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static UserMistakeException unusable(String url, String why) {
        return new UserMistakeException(
                UserMistakeException.UNUSABLE, "the database " + withoutSecrets(url) + " cannot be used: " + why);
    }

    /** The address without what may hold a password. */
    static String withoutSecrets(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public void close() {
        source.close();
        if (folder != null) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(Path::toFile).forEach(File::delete);
                Files.delete(folder);
            } catch (IOException e) {
                LOG.warn("the temporary orders in {} are left there: {}", folder, e.getMessage());
            }
        }
    }
}
