package dev.orderly.http.page;

import java.util.List;

/**
 * The page that tells everything that happened to an order, as far as it is for the customer.
 *
 * @param ticket what lets the page go back to the order
 * @param number the order's number
 * @param entries what happened, earliest first
 */
public record ActivityPage(PageLayout frame, String ticket, String number, List<Entry> entries) {

    public ActivityPage {
        entries = List.copyOf(entries);
    }

    /**
     * Something that happened.
     *
     * @param who the role of whoever did it, in the page's language
     * @param what what it was
     * @param text what was said; empty if nothing was
     */
    public record Entry(StatusPage.Moment at, String who, String what, String text) {}
}
