package dev.orderly.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Which fields of an order say that there is a parcel: each new value of the number field is one more parcel.
 *
 * @param number the field that holds a tracking number
 * @param carrier the field that holds the carrier's name; null where there is none
 * @param defaultCarrier the carrier of a parcel that names none; null for an unknown one
 */
public record ParcelFields(
        String number, @Nullable String carrier, @Nullable String defaultCarrier) {}
