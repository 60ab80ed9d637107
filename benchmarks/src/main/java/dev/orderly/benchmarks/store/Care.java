package dev.orderly.benchmarks.store;

import java.util.Locale;

/** How far the tables of code by hand keep any writer from putting an order on a wrong path. */
enum Care {
    /**
     * The database refuses what a programmer does by mistake in Java as well, and no more: two steps with one number.
     */
    BARE("by hand, bare"),

    /** Legal moves, the chain of the history and the order's status are foreign keys besides. */
    KEYED("by hand, keyed"),

    /**
     * All that Orderly promises of its tables for a flow like this: no gap in a history, nothing rewritten, deleted or
     * set back; and lists by time, status and customer, and what is due, come from an index.
     */
    SAME("by hand, same promises");

    private final String title;

    Care(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** What the names of its tables begin with. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isKeyed() {
        return this != BARE;
    }
}
