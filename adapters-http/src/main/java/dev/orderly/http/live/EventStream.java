package dev.orderly.http.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. Writing never blocks: events that cannot be written at once wait in a short queue, and the stream of
 * a reader whose queue has become too long is closed. Thread-safe.
 */
final class EventStream implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    /** The first event, at which its reader reads the orders anew, since earlier changes are not sent. */
    private static final String HELLO = "retry: 5000\nevent: hello\ndata: {}\n\n";

    /** The most events that wait. */
    private static final int MOST_WAITING = 64;

    private final AsyncContext context;
    private final ServletOutputStream output;
    private final Subscriber subscriber;
    private final long endsAtNanos;
    private final Consumer<EventStream> whenOver;

    /** The sequence numbers up to which the store was polled, by order; only the polling thread uses them. */
    private final Map<String, Long> polled = new ConcurrentHashMap<>();

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean open;
    private boolean unflushed;
    private boolean ending;
    private boolean over;

    EventStream(AsyncContext context, Subscriber subscriber, Duration life, Consumer<EventStream> whenOver)
            throws IOException {
        this.context = context;
        this.output = context.getResponse().getOutputStream();
        this.subscriber = subscriber;
        this.endsAtNanos = System.nanoTime() + life.toNanos();
        this.whenOver = whenOver;
        waiting.add(HELLO.getBytes(StandardCharsets.UTF_8));
    }

    /** Begins to write; the container calls back once it can. */
    void start() {
        context.addListener(this);
        output.setWriteListener(this);
    }

    Subscriber subscriber() {
        return subscriber;
    }

    Map<String, Long> polled() {
        return polled;
    }

    boolean isPast(long nowNanos) {
        return nowNanos - endsAtNanos >= 0;
    }

    synchronized boolean isBehind() {
        return !waiting.isEmpty();
    }

    /** Sends an event as soon as the reader takes it. */
    void send(String event) {
        boolean drop;
        synchronized (this) {
            if (over || ending) {
                return;
            }
            drop = waiting.size() >= MOST_WAITING;
            if (!drop) {
                waiting.add(event.getBytes(StandardCharsets.UTF_8));
            }
        }
        if (drop) {
            drop();
        } else {
            write();
        }
    }

    /** Ends the stream after what waits, or at once if nothing can be written. */
    void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            ending = true;
        }
        write();
    }

    /** Ends the stream without regard to what waits. */
    void drop() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            waiting.clear();
        }
        whenOver.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOG.debug("the container has ended a stream already", e);
        }
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            open = true;
        }
        write();
    }

    private void write() {
        boolean done;
        try {
            done = writePending();
        } catch (IOException | RuntimeException e) { // the reader has gone; what the container throws then differs
            done = true;
        }
        if (done) {
            drop();
        }
    }

    /** Writes as much as is possible without blocking; whether the stream is at its end. */
    private synchronized boolean writePending() throws IOException {
        if (!open || over) {
            return false;
        }
        while (output.isReady()) {
            byte[] next = waiting.poll();
            if (next != null) {
                output.write(next);
                unflushed = true;
            } else if (unflushed) {
                unflushed = false;
                output.flush();
            } else {
                return ending;
            }
        }
        return ending;
    }

    @Override
    public void onError(Throwable error) {
        drop();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        synchronized (this) {
            over = true;
            waiting.clear();
        }
        whenOver.accept(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        drop();
    }

    @Override
    public void onError(AsyncEvent event) {
        drop();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // it is not started again
    }
}
