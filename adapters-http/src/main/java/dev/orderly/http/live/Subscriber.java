package dev.orderly.http.live;

import java.util.Optional;
import java.util.Set;

/** The reader of a stream. */
interface Subscriber {

    /** The language of a view of which no texts are read, only names. */
    String ANY_LANGUAGE = "en";

    /** The event to send for a change; empty if the reader may not see it or did not ask for it. */
    Optional<String> eventOf(OrderChange change);

    /** The numbers of the orders whose changes on other nodes are looked for; empty for none. */
    Set<String> watched();
}
