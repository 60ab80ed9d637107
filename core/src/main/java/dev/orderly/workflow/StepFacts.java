package dev.orderly.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What conditions may look at: an order as it would be with a request's data, and the step that is asked for. */
public interface StepFacts extends OrderFacts {

    /** The event that is asked for. */
    String event();

    /** When it is asked for. */
    Instant at();

    /** How days are counted. */
    WorkCalendar calendar();

    /** Whether the request gives a value for a field, be it a wrong one. */
    boolean gives(String field);

    /** Whether a case on the order is open. */
    boolean hasOpenCase();

    /**
     * The status of a flow, or by the name {@link FlowCondition#ORDER} the order's own; null where there is no such flow, or it
     * has not begun.
     */
    @Nullable
    String flowStatus(String flow);

    /** What was ordered; where the step moves units, only that of which some move. */
    List<? extends OrderedItem> lines();

    /** The price of everything that was ordered; null where its lines have no prices, or there are none. */
    @Nullable
    Money total();

    /** Where the order's units are once those that the step moves have moved; empty where units are not looked at. */
    ItemCounts items();
}
