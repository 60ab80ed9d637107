package dev.orderly.store;

import java.time.Instant;

/**
 * The stored answer to a request with an id that changed its order. A refusal changes nothing, and is not stored: the
 * request can be sent again, corrected or later, and is decided anew.
 *
 * @param requestId the request's id, which is unique within an order
 * @param fingerprint a hash of the request's content, by which another request under the same id is recognised
 * @param sequence the sequence number of the history entry that the request made
 * @param at when the answer was given, by the clock of the node that gave it; it is kept for some time from then on
 */
public record Answer(String requestId, String fingerprint, long sequence, Instant at) {}
