package dev.orderly.view;

import dev.orderly.workflow.Workflow;
import java.util.Set;

/**
 * The rule for what a role may see. Every question of that kind ends here, so that another rule is a change of this
 * file.
 *
 * @param internals whether the role sees internal statuses, every entry with its event, its data and the actor's
 *     id, the values of fields, and deadlines. A role without this sight sees coarser statuses, and of the entries only
 *     its own, those of cases, those that change the status that it sees, and those whose transition notifies it
 * @param internalComments whether the role reads comments that are kept from the customer
 * @param contact whether the role sees the customer's e-mail address, and decides on the customer's notifications
 */
record Sight(boolean internals, boolean internalComments, boolean contact) {

    private static final Set<String> WITH_CONTACT = Set.of(Workflow.CUSTOMER, "staff", "platform");

    /** The sight of a role on the orders of a workflow. */
    static Sight of(Workflow workflow, String role) {
        boolean isCustomer = role.equals(Workflow.CUSTOMER);
        return new Sight(!isCustomer, !isCustomer, WITH_CONTACT.contains(role));
    }
}
