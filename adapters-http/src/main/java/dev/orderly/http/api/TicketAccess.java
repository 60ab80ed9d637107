package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.http.access.Access;
import dev.orderly.http.access.Caller;
import dev.orderly.http.lookup.Tickets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows customers by the ticket that a lookup gave them: for a short time, they see that one order and no other. */
final class TicketAccess implements Access {

    private static final String SCHEME = "Ticket ";

    private final Tickets tickets;
    private final Orders orders;

    TicketAccess(Tickets tickets, Orders orders) {
        this.tickets = tickets;
        this.orders = orders;
    }

    /** Tells whether a request shows a ticket, be it good or not. */
    static boolean shown(HttpServletRequest request) {
        String credentials = request.getHeader("Authorization");
        return credentials != null && credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    public Optional<Caller> caller(HttpServletRequest request) {
        String ticket =
                request.getHeader("Authorization").substring(SCHEME.length()).strip();
        return tickets.number(ticket).flatMap(orders::find).flatMap(order -> {
            @Nullable String email = order.customer().email();
            return email == null
                    ? Optional.empty()
                    : Optional.of(Caller.customer(email)
                            .seeing(other -> other.number().equals(order.number())));
        });
    }
}
