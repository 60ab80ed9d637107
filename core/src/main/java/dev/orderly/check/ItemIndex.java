package dev.orderly.check;

import dev.orderly.workflow.ItemRules;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The item statuses by position. Where an order's units are is a set of positions as a bit mask: those in which there are any.
 * How many there are decides nothing in a workflow, except that units of which there is only one cannot be divided.
 */
final class ItemIndex {

    /** More item statuses than this make too many sets to try. */
    static final int MOST = 20;

    private final List<Status> statuses;
    private final DefinedNames names;

    ItemIndex(Workflow workflow, DefinedNames names) {
        ItemRules rules = workflow.items();
        this.statuses = rules == null ? List.of() : rules.statuses();
        this.names = names;
    }

    boolean isEmpty() {
        return statuses.isEmpty();
    }

    boolean fits() {
        return statuses.size() <= MOST;
    }

    /** How many sets of item statuses there are, the empty one included. */
    int sets() {
        return 1 << statuses.size();
    }

    /** Where the units of a new order are. */
    int first() {
        return isEmpty() ? 0 : 1;
    }

    /** Where units may be that need nothing more. */
    int done() {
        int done = 0;
        for (int i = 0; i < statuses.size(); i++) {
            done |= statuses.get(i).done() ? 1 << i : 0;
        }
        return done;
    }

    /** The set of these item statuses, as far as they are known. */
    int mask(Collection<String> named) {
        int mask = 0;
        for (String name : named) {
            @Nullable String meant = names.meant(DefinedNames.Kind.ITEM_STATUS, name);
            for (int i = 0; i < statuses.size(); i++) {
                mask |= statuses.get(i).name().equals(meant) ? 1 << i : 0;
            }
        }
        return mask;
    }

    /** The names of a set. */
    List<String> names(int mask) {
        List<String> in = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            if ((mask & 1 << i) != 0) {
                in.add(statuses.get(i).name());
            }
        }
        return in;
    }
}
