package dev.orderly.benchmarks.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to happen to an order.
 *
 * @param event the event
 * @param role who asks
 * @param tracking a parcel's tracking number; null for none
 */
record Step(String event, String role, @Nullable String tracking) {

    static final Step PLACE = new Step("place", "customer");

    /** What follows until it is delivered. */
    static final List<Step> LIFE = List.of(
            new Step("submit", "customer"),
            new Step("pay", "platform"),
            new Step("release", "staff"),
            new Step("ship", "staff", "PL123456789"),
            new Step("deliver", "carrier"));

    Step(String event, String role) {
        this(event, role, null);
    }
}
