package dev.orderly.http.page;

/**
 * Writes pages as HTML. The library's own pages are templates; a shop that wants other ones implements this. Every
 * value may be text that a stranger wrote: escape it. Thread-safe.
 */
public interface Pages {

    /** The page that asks for an order. */
    String lookup(LookupPage page);

    /** The page of an order. */
    String status(StatusPage page);

    /** The list of a customer's orders. */
    String account(AccountPage page);

    /** The page with the history of an order. */
    String activity(ActivityPage page);

    /** The page of an error. */
    String problem(ProblemPage page);

    /** The library's own pages. */
    static Pages standard() {
        return new JtePages();
    }
}
