package dev.orderly.http.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * A registry for applications without one, with metrics of the Java virtual machine, that Prometheus can read. It needs
 * {@code io.micrometer:micrometer-registry-prometheus}. Thread-safe.
 */
public final class PrometheusRegistry implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** A registry of its own. */
    public PrometheusRegistry() {
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** The registry to give to {@link OrderlyMetrics}. */
    @SuppressWarnings("exports") // transitive, the optional module would be needed by all users
    public MeterRegistry meters() {
        return registry;
    }

    /** The current metrics, in Prometheus's text format. */
    public String text() {
        return registry.scrape();
    }

    /** Stops observing the Java virtual machine. */
    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
