package dev.orderly.http.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that lists a customer's orders and their cases.
 *
 * @param filter the chosen value among the statuses
 * @param statuses the choices: the active orders first, then all, then each status by itself
 * @param requests the orders that were found, latest first
 * @param next where the next page starts; null on the last one
 */
public record AccountPage(
        PageLayout frame,
        String filter,
        List<PageLayout.Choice> statuses,
        List<Request> requests,
        @Nullable String next) {

    /** The choice of active orders: orders that are not done, and done ones with an open case. */
    public static final String ACTIVE = "";

    /** The choice of all orders. */
    public static final String ALL = "all";

    public AccountPage {
        statuses = List.copyOf(statuses);
        requests = List.copyOf(requests);
    }

    /**
     * An order.
     *
     * @param ticket the ticket that opens the page of the order
     * @param summary the titles of its lines; empty if it has none
     * @param since when it came into its status
     * @param cases its incidents, returns and so on
     */
    public record Request(
            String number,
            String ticket,
            String summary,
            String status,
            StatusPage.Moment placed,
            StatusPage.Moment since,
            List<Case> cases) {

        public Request {
            cases = List.copyOf(cases);
        }
    }

    /**
     * A case of an order, such as an incident or a return.
     *
     * @param kind the label of its kind
     * @param since when it came into its status
     */
    public record Case(String kind, int id, String status, StatusPage.Moment since) {}
}
