package dev.orderly.jdbc.failure;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where orders are kept while something goes wrong: a file, or a server that all failure tests of a run share. */
enum Site {
    SQLITE {
        @Override
        String newUrl() throws Exception {
            return "jdbc:sqlite:" + Scratch.folder("sqlite").resolve("orders.db");
        }

        @Override
        ServerProcess launch() {
            throw new UnsupportedOperationException("an SQLite file has no server");
        }
    },
    H2_FILE {
        @Override
        String newUrl() throws Exception {
            return "jdbc:h2:" + Scratch.folder("h2").resolve("orders") + ";WRITE_DELAY=0;REUSE_SPACE=FALSE";
        }

        @Override
        String sharedUrl() throws Exception {
            return newUrl() + ";AUTO_SERVER=TRUE";
        }

        @Override
        ServerProcess launch() {
            throw new UnsupportedOperationException("an H2 file has no server");
        }
    },
    POSTGRESQL {
        @Override
        ServerProcess launch() throws Exception {
            return new PostgresProcess();
        }
    },
    MARIADB {
        @Override
        ServerProcess launch() throws Exception {
            return new MariaProcess();
        }
    };

    private static final Map<Site, ServerProcess> SERVERS = new ConcurrentHashMap<>();

    /** Whether it is a file, and no server. */
    boolean isFile() {
        return this == SQLITE || this == H2_FILE;
    }

    abstract ServerProcess launch() throws Exception;

    ServerProcess server() throws Exception {
        ServerProcess server = SERVERS.get(this);
        if (server == null) {
            server = launch();
            SERVERS.put(this, server);
        }
        return server;
    }

    /** Where to connect to a new, empty database. */
    String newUrl() throws Exception {
        ServerProcess server = server();
        return server.url(server.port, server.newDatabase());
    }

    /** The same, for several processes at a time. */
    String sharedUrl() throws Exception {
        return newUrl();
    }

    /** Connections that give up soon where there is no server, and wait for a large file that a killed process left open. */
    static HikariDataSource pool(String url) {
        return pool(url, 10);
    }

    static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(url.startsWith("jdbc:h2:") ? 60_000 : 2_000);
        if (url.startsWith("jdbc:h2:")) { // whose connections call themselves valid when the database is closed
            config.setConnectionTestQuery("select 1");
        }
        return new HikariDataSource(config);
    }
}
