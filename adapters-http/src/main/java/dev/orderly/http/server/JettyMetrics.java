package dev.orderly.http.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Registers the metrics of a Jetty server. */
final class JettyMetrics {

    private JettyMetrics() {}

    static void bind(MeterRegistry registry, QueuedThreadPool threads, ServerConnector connector) {
        Gauge.builder("orderly.server.threads.busy", threads, QueuedThreadPool::getBusyThreads)
                .description("Threads of the server that work")
                .register(registry);
        Gauge.builder("orderly.server.threads.max", threads, QueuedThreadPool::getMaxThreads)
                .description("Threads that the server has at most")
                .register(registry);
        Gauge.builder("orderly.server.threads.queue", threads, QueuedThreadPool::getQueueSize)
                .description("Jobs that wait for a thread of the server")
                .register(registry);
        Gauge.builder("orderly.server.connections", connector.getConnectedEndPoints(), Collection::size)
                .description("Connections that are open")
                .strongReference(true)
                .register(registry);
    }
}
