package dev.orderly.http;

/** The figures of the moment, in Prometheus's text format. */
@FunctionalInterface
interface MetricsText {

    String text();
}
