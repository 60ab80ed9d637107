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
 * A connection that limits the time of a request. To Jetty a connection is not idle while a byte comes now and then, by
 * which a few clients could hold all connections for hours; and the data rate that Jetty can demand of a body includes
 * the time before the server begins to read, so that a busy server would refuse a short form.
 */
final class TimeoutEndPoint extends SocketChannelEndPoint {

    private static final long NONE = 0;
    private static final double NANOS = 1e9;

    private final long timeoutNanos;
    private final long bodyRate;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean inBody;
    private volatile long since = NONE;

    TimeoutEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler timer,
            long timeoutNanos,
            long bodyRate) {
        super(channel, selector, key, timer);
        this.timeoutNanos = timeoutNanos;
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
        return nanos > timeoutNanos && (!inBody || received < nanos / NANOS * bodyRate);
    }

    /** Called when the head of a request was read: the body follows. */
    void headRead() {
        begin(true);
    }

    /** Called when a request was answered: the head of the next one follows. */
    void answered() {
        begin(false);
    }

    private void begin(boolean body) {
        inBody = body;
        bytes.set(0);
        since = NONE;
    }
}
