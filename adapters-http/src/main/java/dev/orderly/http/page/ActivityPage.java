package dev.orderly.http.page;

import java.util.List;

/**
 * The page with the history of an order, as far as its customer may see it.
 *
 * @param ticket the ticket that leads back to the order
 * @param number the order's number
 * @param entries the entries, earliest first
 */
public record ActivityPage(PageLayout frame, String ticket, String number, List<Entry> entries) {

    public ActivityPage {
        entries = List.copyOf(entries);
    }

    /**
     * An entry of the history.
     *
     * @param who the role of its actor, in the page's language
     * @param what what happened
     * @param text the text and the data that came with it; empty if none did
     */
    public record Entry(StatusPage.Moment at, String who, String what, String text) {}
}
