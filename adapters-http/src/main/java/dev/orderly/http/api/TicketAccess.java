package dev.orderly.http.api;

import dev.orderly.http.access.Access;
import dev.orderly.http.access.Caller;
import dev.orderly.http.lookup.Tickets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Identifies customers by the ticket that a lookup gave them: for a short time, they see that one order and no other.
 */
final class TicketAccess implements Access {

    private static final String SCHEME = "Ticket ";

    private final Tickets tickets;

    TicketAccess(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Whether a request carries a ticket, be it valid or not. */
    static boolean shown(HttpServletRequest request) {
        String credentials = request.getHeader("Authorization");
        return credentials != null && credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    public Optional<Caller> caller(HttpServletRequest request) {
        String ticket =
                request.getHeader("Authorization").substring(SCHEME.length()).strip();
        return tickets.number(ticket).map(Caller::ofOrder);
    }
}
