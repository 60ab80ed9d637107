package dev.orderly.http.access;

import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;

/** Identifies callers by the principal that the servlet container, or a filter of the host application, has set. */
final class PrincipalAccess implements Access {

    private final List<String> roles;

    PrincipalAccess(List<String> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("ofPrincipal needs the roles to ask for, such as List.of(\"staff\")");
        }
        this.roles = roles.stream().map(role -> Actor.of(role).role()).toList();
    }

    @Override
    public Optional<Caller> caller(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null
                ? Optional.empty()
                : roles.stream()
                        .filter(request::isUserInRole)
                        .findFirst()
                        .map(role -> caller(role, principal.getName()));
    }

    private static Caller caller(String role, String name) {
        return role.equals(Workflow.CUSTOMER) ? Caller.customer(name) : Caller.of(Actor.of(role, name));
    }
}
