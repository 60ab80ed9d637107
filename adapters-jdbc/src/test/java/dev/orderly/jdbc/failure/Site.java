package dev.orderly.jdbc.failure;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where orders are kept while something goes wrong: a file, or a server that all failure tests of a run share. */
enum Site {
    H2_FILE {
        @Override
        String newUrl() throws Exception {
            return "jdbc:h2:" + Files.createTempDirectory("orderly-h2").resolve("orders") + ";WRITE_DELAY=0";
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

    /** Connections that give up soon where there is no server. */
    static HikariDataSource pool(String url) {
        return pool(url, 10);
    }

    static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(2000);
        return new HikariDataSource(config);
    }
}
