package dev.orderly.view;

import dev.orderly.order.CaseRef;
import dev.orderly.order.OrderCase;
import dev.orderly.workflow.Data;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case of an order, as far as a role may see it. Immutable. */
public final class VisibleCase {

    private final OrderCase source;
    private final String label;
    private final RoleView view;

    VisibleCase(OrderCase source, String label, RoleView view) {
        this.source = source;
        this.label = label;
        this.view = view;
    }

    /** Which case it is. */
    public CaseRef ref() {
        return source.ref();
    }

    /** What people call the kind of case. */
    public String label() {
        return label;
    }

    /** The status that the role sees. */
    public VisibleStatus status() {
        return view.status(source.status());
    }

    /** When the case entered its status. */
    public Instant since() {
        return source.since();
    }

    /** Whether the status of the case is one that is not done. */
    public boolean open() {
        return source.open();
    }

    /** The values of the case's fields; null if the role does not see them. */
    public @Nullable Data fields() {
        return view.seesInternals() ? source.fields() : null;
    }

    /** The same role's view of the case's workflow. */
    public RoleView view() {
        return view;
    }
}
