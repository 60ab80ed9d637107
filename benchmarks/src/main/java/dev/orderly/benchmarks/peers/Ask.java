package dev.orderly.benchmarks.peers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt, as a shop's request holds it: what shall happen, with what number, when, and who asks. */
public record Ask(String event, @Nullable String trackingNumber, Instant at, String who) {}
