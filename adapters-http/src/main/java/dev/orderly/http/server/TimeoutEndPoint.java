package dev.orderly.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection whose patience with a request ends. To Jetty it is not idle while a byte comes now and then, by which a few
 * clients could hold all connections for hours; and the rate of a body that Jetty can ask for counts the time that the
 * server itself takes before it reads, so that a short form would be refused by a busy one.
 */
final class TimeoutEndPoint extends SocketChannelEndPoint {

    private static final long NONE = 0;
    private static final double NANOS = 1e9;

    private final long patienceNanos;
    private final long bodyRate;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean inBody;
    private volatile long since = NONE;

    TimeoutEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler timer,
            long patienceNanos,
            long bodyRate) {
        super(channel, selector, key, timer);
        this.patienceNanos = patienceNanos;
        this.bodyRate = bodyRate;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0) {
            long now = System.nanoTime();
            long received = bytes.addAndGet(filled);
            if (since == NONE) {
                since = now == NONE ? 1 : now;
            } else if (isTooSlow(now - since, received)) {
                close();
                throw new IOException("a request comes too slowly");
            }
        }
        return filled;
    }

    private boolean isTooSlow(long nanos, long received) {
        return nanos > patienceNanos && (!inBody || received < nanos / NANOS * bodyRate);
    }

    /** Takes note that the head of a request is there: what comes now is its body. */
    void headRead() {
        begin(true);
    }

    /** Takes note that a request was answered: what comes now is the head of the next. */
    void answered() {
        begin(false);
    }

    private void begin(boolean body) {
        inBody = body;
        bytes.set(0);
        since = NONE;
    }
}
