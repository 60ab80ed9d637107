package dev.orderly.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stay of an order in a status, as a role sees it: stays in statuses that look the same to the role are one.
 *
 * @param reached when the status was reached
 * @param left when it was left; null for the present status
 */
public record VisibleStay(
        VisibleStatus status, Instant reached, @Nullable Instant left) {}
