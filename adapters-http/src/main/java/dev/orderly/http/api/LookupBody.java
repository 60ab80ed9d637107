package dev.orderly.http.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is told of an order.
 *
 * @param ticket what to send as {@code Authorization: Ticket …} to act on this order for half an hour
 * @param order the order
 * @param stays the statuses one after another, with the times at which each was reached and left
 * @param comments what was said about it
 * @param actions what the customer can do now
 */
public record LookupBody(
        String ticket, OrderBody order, List<Stay> stays, List<EntryBody> comments, ActionsBody actions) {

    /**
     * A stay in a status.
     *
     * @param status the status
     * @param reached when it was reached
     * @param left when it was left; left out for the present one
     */
    public record Stay(
            OrderBody.Named status,
            Instant reached,
            @Nullable Instant left) {}

    /**
     * What somebody must know to look an order up.
     *
     * @param number the order's number
     * @param email the customer's e-mail address
     */
    public record Question(String number, String email) {}
}
