package dev.orderly.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one transaction at a time write to an H2 file. H2 puts what one transaction commits on the disk together with
 * what others have written so far, table by table: a process that is killed then can leave half of such a transaction
 * behind.
 */
final class SerialSession implements Session {

    private static final Map<String, Lock> LOCKS = new ConcurrentHashMap<>();

    private final Session session;
    private final Lock lock;

    /** Serial among all that write to the same file from this process. */
    SerialSession(Session session, String url) {
        this.session = session;
        this.lock = LOCKS.computeIfAbsent(url, u -> new ReentrantLock());
    }

    @Override
    public boolean isJoined() {
        return session.isJoined();
    }

    @Override
    public <T> T read(String what, Work<T> work) {
        return session.read(what, work);
    }

    @Override
    public <T> T once(String what, Work<T> work) {
        lock.lock();
        try {
            return session.once(what, work);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> T whole(String what, Work<T> work) {
        lock.lock();
        try {
            return session.whole(what, work);
        } finally {
            lock.unlock();
        }
    }
}
