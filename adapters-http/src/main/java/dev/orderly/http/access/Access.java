package dev.orderly.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The port by which the host application identifies the caller of a request. Thread-safe. */
@FunctionalInterface
public interface Access {

    /** The caller of a request; empty if it is not identified, and can then look an order up and do nothing else. */
    Optional<Caller> caller(HttpServletRequest request);

    /** An access that identifies no caller. */
    static Access none() {
        return request -> Optional.empty();
    }

    /**
     * An access by the servlet container or a filter before the servlet: the user principal, in the first of these
     * roles that {@link HttpServletRequest#isUserInRole} confirms. The principal's name becomes the id of the actor; of
     * a customer it must be the e-mail address, as the host application has made sure of it.
     *
     * @throws IllegalArgumentException if there are no roles, or one is no valid name
     */
    static Access ofPrincipal(List<String> roles) {
        return new PrincipalAccess(roles);
    }

    /** An access that asks several, one after another, and returns the first caller that one of them identifies. */
    static Access firstOf(Access... sources) {
        List<Access> all = List.of(sources);
        return request -> all.stream()
                .map(access -> access.caller(request))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
