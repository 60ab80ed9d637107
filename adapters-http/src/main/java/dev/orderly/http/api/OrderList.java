package dev.orderly.http.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of orders.
 *
 * @param orders the orders, latest placed first
 * @param next where the next part starts; left out at the end
 */
public record OrderList(List<OrderBody> orders, @Nullable String next) {

    /**
     * The filter of a list of orders.
     *
     * @param email only those of this customer
     * @param workflow only those of this workflow
     * @param status only those in one of these statuses
     * @param active whether to leave out those in a done status
     * @param overdue whether to leave out those that are in time
     * @param limit how many at most
     * @param cursor where to start, as {@code next} of the part before
     */
    public record Search(
            @Nullable String email,
            @Nullable String workflow,
            @Nullable List<String> status,
            @Nullable Boolean active,
            @Nullable Boolean overdue,
            @Nullable Integer limit,
            @Nullable String cursor) {

        Search withLimit(int most) {
            return new Search(email, workflow, status, active, overdue, most, cursor);
        }
    }
}
