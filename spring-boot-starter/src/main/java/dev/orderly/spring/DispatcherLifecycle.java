package dev.orderly.spring;

import dev.orderly.notification.Dispatcher;
import org.springframework.context.SmartLifecycle;

/** Lets a dispatcher send while the application runs. Once stopped it stays so. */
final class DispatcherLifecycle implements SmartLifecycle {

    private final Dispatcher dispatcher;
    private volatile boolean running;

    DispatcherLifecycle(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void start() {
        dispatcher.start();
        running = true;
    }

    @Override
    public void stop() {
        dispatcher.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts, and ends after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Spring Framework 7 asks this before it stops what a test context has no use for at the moment. */
    public boolean isPauseable() {
        return false;
    }
}
