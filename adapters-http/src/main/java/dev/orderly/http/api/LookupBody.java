package dev.orderly.http.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that was looked up, as its customer sees it.
 *
 * @param ticket what to send as {@code Authorization: Ticket …} to act on this order for half an hour
 * @param order the order
 * @param stays the statuses one after another, with the times at which each was reached and left
 * @param comments the comments on it
 * @param actions what the customer can do now
 */
public record LookupBody(
        String ticket, OrderBody order, List<StayBody> stays, List<HistoryEntryBody> comments, ActionsBody actions) {

    /**
     * A stay in a status.
     *
     * @param status the status
     * @param reached when it was reached
     * @param left when it was left; left out for the present one
     */
    public record StayBody(
            OrderBody.StatusBody status,
            Instant reached,
            @Nullable Instant left) {}

    /**
     * The number and e-mail address of an order to look up.
     *
     * @param number the order's number
     * @param email the customer's e-mail address
     */
    public record LookupRequest(String number, String email) {}
}
