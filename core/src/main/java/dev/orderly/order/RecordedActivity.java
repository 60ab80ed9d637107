package dev.orderly.order;

/**
 * An activity as a store keeps it.
 *
 * @param activity what happened
 * @param hash the SHA-256 of the activity and of the hash before it, in lower-case hexadecimal
 */
public record RecordedActivity(Activity activity, String hash) {}
