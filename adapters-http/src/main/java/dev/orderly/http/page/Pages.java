package dev.orderly.http.page;

/**
 * Turns what a page shows into HTML. The library's own pages are templates; a shop that wants quite other ones implements
 * this by what it has. Every value is text that a stranger may have written: escape it. Thread-safe.
 */
public interface Pages {

    /** The page that asks for an order. */
    String lookup(LookupPage page);

    /** The page of an order. */
    String status(StatusPage page);

    /** The list of a customer's orders. */
    String account(AccountPage page);

    /** The page of everything that happened to an order. */
    String activity(ActivityPage page);

    /** The page that says why there is no other. */
    String problem(ProblemPage page);

    /** The library's own pages. */
    static Pages standard() {
        return new JtePages();
    }
}
