package dev.orderly.http;

/** The current metrics, in Prometheus's text format. */
@FunctionalInterface
interface MetricsText {

    String text();
}
