package dev.orderly.benchmarks.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requested step of an order.
 *
 * @param event the event
 * @param role who asks
 * @param tracking a parcel's tracking number; null for none
 */
record FlowStep(String event, String role, @Nullable String tracking) {

    static final FlowStep PLACE = new FlowStep("place", "customer");

    /** What follows until it is delivered. */
    static final List<FlowStep> LIFE = List.of(
            new FlowStep("submit", "customer"),
            new FlowStep("pay", "platform"),
            new FlowStep("release", "staff"),
            new FlowStep("ship", "staff", "PL123456789"),
            new FlowStep("deliver", "carrier"));

    FlowStep(String event, String role) {
        this(event, role, null);
    }
}
