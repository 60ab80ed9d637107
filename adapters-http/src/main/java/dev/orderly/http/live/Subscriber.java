package dev.orderly.http.live;

import java.util.Optional;
import java.util.Set;

/** What somebody at the other end of a stream hears of. */
interface Subscriber {

    /** The event to send for a change; empty if it is none of their business. */
    Optional<String> eventOf(OrderChange change);

    /** The numbers of the orders whose changes on other nodes are looked for; empty for none. */
    Set<String> watched();
}
