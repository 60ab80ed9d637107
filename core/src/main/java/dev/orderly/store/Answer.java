package dev.orderly.store;

import dev.orderly.decision.Reason;
import java.util.List;

/**
 * What was answered to a request with an id.
 *
 * @param requestId the request's id, which is unique within an order
 * @param fingerprint what was asked, so that another request under the same id shows
 * @param sequence the entry of the history that the request made; 0 if it was refused
 * @param reasons why it was refused; empty if it was accepted
 */
public record Answer(String requestId, String fingerprint, long sequence, List<Reason> reasons) {

    public Answer {
        reasons = List.copyOf(reasons);
    }
}
