package dev.orderly.jdbc.failure;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database server that can be stopped, killed and started again on the same data and the same port, with its defaults
 * for durability.
 */
abstract class ServerProcess {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    final int port;

    ServerProcess() {
        this(freePort());
    }

    ServerProcess(int port) {
        this.port = port;
    }

    /** Starts it, and returns when it answers. */
    abstract void start() throws Exception;

    /** Shuts it down as an administrator would, which ends all connections. */
    abstract void stop() throws Exception;

    /** Sends SIGKILL to all of its processes. */
    abstract void kill() throws Exception;

    /** A full disk is the end of some servers; a service manager would start them again. */
    abstract void startIfDead() throws Exception;

    /** Where to connect to one of its databases, by way of a port. */
    abstract String url(int throughPort, String database);

    abstract String adminUrl();

    /** The name of a new, empty database. */
    String newDatabase() {
        String name = "failure" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(adminUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " was not made", e);
        }
        return name;
    }

    /** Ends a process and all that it started, without a chance to tidy up. */
    static void kill(ProcessHandle process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(0, process);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Sends a signal by its name, such as STOP, to one process. */
    static void signal(String name, long process) {
        try {
            int result = new ProcessBuilder("kill", "-" + name, String.valueOf(process))
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (result != 0) {
                throw new IllegalStateException("there is no process " + process + " to send " + name + " to");
            }
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be sent", e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("there is no free port", e);
        }
    }
}
