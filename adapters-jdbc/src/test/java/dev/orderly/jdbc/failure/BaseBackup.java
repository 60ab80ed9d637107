package dev.orderly.jdbc.failure;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A copy of a running PostgreSQL, with which a standby of it begins. By the functions for backups, since the binaries of the
 * tests come without {@code pg_basebackup}.
 */
final class BaseBackup {

    /** Folders whose files are the running server's own: a backup has them empty. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final PostgresProcess server;

    BaseBackup(PostgresProcess server) {
        this.server = server;
    }

    /** Makes a folder of which a server starts as a standby. */
    void into(Path folder) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(server.adminUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            copy(server.data(), folder);
            try (ResultSet row = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                row.next();
                Files.writeString(folder.resolve("backup_label"), row.getString("labelfile"));
            }
        }
        Files.createFile(folder.resolve("standby.signal"));
        Files.writeString(
                folder.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + server.port + " user=postgres'\n",
                StandardOpenOption.APPEND);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path name = from.relativize(file);
                if (!EMPTY.contains(name.getName(0).toString()) && !LEFT_OUT.contains(name.toString())) {
                    copyIfPresent(file, to.resolve(name));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }

    /** The server goes on deleting files while it is copied; its log has what is needed of them. */
    private static void copyIfPresent(Path file, Path to) throws IOException {
        try {
            Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(to);
        }
    }
}
