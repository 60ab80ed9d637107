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
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The database that a command keeps orders in. */
final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final List<String> H2_SETTINGS = List.of(";WRITE_DELAY=0", ";REUSE_SPACE=FALSE");

    private final HikariDataSource source;
    private final JdbcOrderStore store;

    private Database(HikariDataSource source, JdbcOrderStore store) {
        this.source = source;
        this.store = store;
    }

    /**
     * Connects to a database, and makes Orderly's tables in it where there are none.
     *
     * @throws UserMistakeException if it cannot be used
     */
    static Database open(String url, ChainKeys keys) {
        return open(lasting(url), builder -> builder.migrate().chainKeys(keys));
    }

    /**
     * Connects to a database that has Orderly's tables, whatever has become of them.
     *
     * @throws UserMistakeException if it cannot be used
     */
    static Database openAsItIs(String url, ChainKeys keys) {
        return open(
                existing(lasting(url)),
                builder -> builder.guardCheck(StartupCheck.SKIP)
                        .durabilityCheck(StartupCheck.SKIP)
                        .chainKeys(keys));
    }

    private static Database open(String url, UnaryOperator<JdbcOrderStoreBuilder> settings) {
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
                    source, settings.apply(JdbcOrderStore.builder(source)).build());
        } catch (IllegalArgumentException | IllegalStateException | StoreFailedException e) {
            source.close();
            throw unusable(url, String.valueOf(e.getMessage()));
        }
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
                    "no driver knows it; write jdbc:h2:FILE, jdbc:postgresql://HOST/DATABASE?user=…&password=… or"
                            + " jdbc:mariadb://HOST/DATABASE?user=…&password=…");
        }
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

    /** H2 would make a file that is not there. */
    private static String existing(String url) {
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
    }
}
