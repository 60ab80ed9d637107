package dev.orderly.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Tells who sends a request. The host application knows its people; here it says who it is. Thread-safe. */
@FunctionalInterface
public interface Access {

    /** Who sends a request; empty for a stranger, who can look an order up and do nothing else. */
    Optional<Caller> caller(HttpServletRequest request);

    /** Nobody is known. */
    static Access nobody() {
        return request -> Optional.empty();
    }

    /**
     * Whom the servlet container or a filter before it knows: the user principal, in the first of these roles that
     * {@link HttpServletRequest#isUserInRole} confirms. The principal's name becomes the id of the actor; of a customer it
     * must be the e-mail address, as the host application has made sure of it.
     *
     * @throws IllegalArgumentException if there are no roles, or one is no valid name
     */
    static Access ofPrincipal(List<String> roles) {
        return new PrincipalAccess(roles);
    }

    /** Asks several, one after another, and takes the word of the first that knows somebody. */
    static Access firstOf(Access... sources) {
        List<Access> all = List.of(sources);
        return request -> all.stream()
                .map(access -> access.caller(request))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
