package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has writers to one file write one at a time and wait for the disk, where a dialect asks for it. */
final class CommitSync {

    private static final Map<String, Lock> FILES = new ConcurrentHashMap<>();

    private final @Nullable FileSync sync;
    private final @Nullable Lock file;

    private CommitSync(@Nullable FileSync sync, @Nullable Lock file) {
        this.sync = sync;
        this.file = file;
    }

    static CommitSync of(Optional<FileSync> sync) {
        return sync.map(asked ->
                        new CommitSync(asked, FILES.computeIfAbsent(asked.file(), name -> new ReentrantLock())))
                .orElseGet(() -> new CommitSync(null, null));
    }

    /** Runs something that writes; no other writer of this process writes to the same file meanwhile. */
    <T> T alone(Supplier<T> work) {
        if (file == null) {
            return work.get();
        }
        file.lock();
        try {
            return work.get();
        } finally {
            file.unlock();
        }
    }

    /** Whether a commit is on the disk only after {@link #await}. */
    boolean isNeeded() {
        return sync != null && sync.statement() != null;
    }

    /** Waits until everything that is committed is on the disk. */
    void await(Connection connection) throws SQLException {
        if (sync != null) {
            run(connection, sync);
        }
    }

    static void run(Connection connection, FileSync sync) throws SQLException {
        String sql = sync.statement();
        if (sql != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
