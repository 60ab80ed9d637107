package dev.orderly.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The next event that will fire by itself.
 *
 * @param at when
 * @param event which
 * @param caseRef the case whose event it is; null for the order's own
 */
public record Deadline(Instant at, String event, @Nullable CaseRef caseRef) {}
