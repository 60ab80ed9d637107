package dev.orderly.spring;

import dev.orderly.http.OrderlyServlet;
import org.springframework.context.SmartLifecycle;

/** Ends the streams of changes before the web server waits for requests to end, which these never do by themselves. */
final class StreamsLifecycle implements SmartLifecycle {

    private final OrderlyServlet servlet;
    private volatile boolean running;

    StreamsLifecycle(OrderlyServlet servlet) {
        this.servlet = servlet;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        servlet.endStreams();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Spring Framework 7 asks this before it stops what a test context has no use for at the moment. */
    public boolean isPauseable() {
        return false;
    }
}
