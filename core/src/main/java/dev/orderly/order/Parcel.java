package dev.orderly.order;

import org.jspecify.annotations.Nullable;

/**
 * Something on its way to the customer.
 *
 * @param carrier who carries it, by the workflow's name for the carrier; null if nobody said
 * @param trackingNumber the carrier's number for it
 * @param link the address of its tracking page; null for a carrier that the workflow does not know
 */
public record Parcel(
        @Nullable String carrier,
        String trackingNumber,
        @Nullable String link) {}
