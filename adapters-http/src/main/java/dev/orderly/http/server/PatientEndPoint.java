package dev.orderly.http.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection whose patience with the head of a request ends. To Jetty it is not idle while a byte comes now and then,
 * by which a few clients could hold all connections for hours.
 */
final class PatientEndPoint extends SocketChannelEndPoint {

    private static final long NONE = 0;

    private final long patienceNanos;
    private volatile boolean requested;
    private volatile long headSince = NONE;

    PatientEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler timer, long patienceNanos) {
        super(channel, selector, key, timer);
        this.patienceNanos = patienceNanos;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0 && !requested) {
            long now = System.nanoTime();
            if (headSince == NONE) {
                headSince = now == NONE ? 1 : now;
            } else if (now - headSince > patienceNanos) {
                close();
                throw new IOException("the head of a request takes too long");
            }
        }
        return filled;
    }

    /** Takes note that the head of a request is there: what comes now is its body. */
    void requestBegins() {
        requested = true;
    }

    /** Takes note that a request was answered: what comes now is the head of the next. */
    void requestEnds() {
        headSince = NONE;
        requested = false;
    }
}
