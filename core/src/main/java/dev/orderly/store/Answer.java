package dev.orderly.store;

import dev.orderly.decision.Reason;
import java.util.List;

/**
 * The stored answer to a request with an id.
 *
 * @param requestId the request's id, which is unique within an order
 * @param fingerprint a hash of the request's content, by which another request under the same id is recognised
 * @param sequence the sequence number of the history entry that the request made; 0 if it was refused
 * @param reasons why it was refused; empty if it was accepted
 */
public record Answer(String requestId, String fingerprint, long sequence, List<Reason> reasons) {

    public Answer {
        reasons = List.copyOf(reasons);
    }
}
