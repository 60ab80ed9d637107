package dev.orderly.http.api;

import dev.orderly.http.access.Access;
import dev.orderly.http.access.Caller;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Identifies the sender of a request before anything of it is read, and refuses requests without valid credentials. */
@Authenticated
@Priority(Priorities.AUTHENTICATION)
final class AuthenticationFilter implements ContainerRequestFilter {

    static final String HINT =
            "send a key as \"Authorization: Bearer …\", or the ticket of a lookup as" + " \"Authorization: Ticket …\"";

    private static final String CALLER = AuthenticationFilter.class.getName() + ".caller";

    private final TicketAccess tickets;
    private final Access access;

    @Context
    private @Nullable HttpServletRequest servletRequest;

    AuthenticationFilter(TicketAccess tickets, Access access) {
        this.tickets = tickets;
        this.access = access;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        HttpServletRequest request = Objects.requireNonNull(servletRequest);
        Caller caller = (TicketAccess.shown(request) ? tickets : access)
                .caller(request)
                .orElseThrow(() -> ProblemType.UNAUTHORIZED.exception(HINT));
        context.setProperty(CALLER, caller);
    }

    /** The sender of a request that passed. */
    static Caller caller(ContainerRequestContext context) {
        return (Caller) context.getProperty(CALLER);
    }
}
