package dev.orderly.order;

import dev.orderly.workflow.Name;
import dev.orderly.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * The person or program that asks for something.
 *
 * @param role the role that the workflow's rules look at
 * @param id who it is within the role, such as an employee's user name; null where it does not matter
 */
public record Actor(String role, @Nullable String id) {

    public Actor {
        if (!Name.isValid(role)) {
            throw new IllegalArgumentException("\"" + role + "\" cannot be a role: it is no valid name");
        }
    }

    /** An actor in a role, without an id. */
    public static Actor of(String role) {
        return new Actor(role, null);
    }

    /** A certain person or program in a role. */
    public static Actor of(String role, String id) {
        return new Actor(role, id);
    }

    /** The customer. */
    public static Actor customer() {
        return of(Workflow.CUSTOMER);
    }

    /** The library itself, when a deadline fires. */
    public static Actor system() {
        return of(Workflow.SYSTEM);
    }

    @Override
    public String toString() {
        return id == null ? role : role + ":" + id;
    }
}
