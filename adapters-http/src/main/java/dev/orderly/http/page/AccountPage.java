package dev.orderly.http.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that lists a customer's orders and what was asked for about them.
 *
 * @param filter what is chosen of the statuses
 * @param statuses what can be chosen: the active ones first, then all, then each by itself
 * @param requests the orders that were found, latest first
 * @param next where the next page starts; null on the last one
 */
public record AccountPage(
        PageLayout frame,
        String filter,
        List<PageLayout.Choice> statuses,
        List<Request> requests,
        @Nullable String next) {

    /** The choice of what is active: orders that are not done, and done ones with an open case. */
    public static final String ACTIVE = "";

    /** The choice of everything. */
    public static final String ALL = "all";

    public AccountPage {
        statuses = List.copyOf(statuses);
        requests = List.copyOf(requests);
    }

    /**
     * An order.
     *
     * @param ticket what lets the page of the order be opened
     * @param summary what was ordered; empty if nobody said
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
     * An incident, a return or another matter.
     *
     * @param kind what people call its kind
     * @param since when it came into its status
     */
    public record Case(String kind, int id, String status, StatusPage.Moment since) {}
}
