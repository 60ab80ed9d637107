package dev.orderly.benchmarks.peers;

import java.time.Instant;
import java.util.List;

/** The flow that every contender runs: seven statuses, eight moves, one of which asks for a tracking number. */
public final class OrderFlow {

    /** The status in which an order begins. */
    public static final String NEW = "new";

    static final String AWAITING_PAYMENT = "awaiting-payment";
    static final String PROCESSING = "processing";
    static final String AWAITING_PACKING = "awaiting-packing";
    static final String SHIPPED = "shipped";
    static final String DELIVERED = "delivered";
    static final String CANCELLED = "cancelled";

    /** The event that leads out of {@link #NEW}. */
    public static final String SUBMIT = "submit";

    static final String PAY = "pay";
    static final String RELEASE = "release";
    static final String SHIP = "ship";
    static final String DELIVER = "deliver";
    static final String CANCEL = "cancel";

    static final List<String> STATUSES =
            List.of(NEW, AWAITING_PAYMENT, PROCESSING, AWAITING_PACKING, SHIPPED, DELIVERED, CANCELLED);
    static final List<String> EVENTS = List.of(SUBMIT, PAY, RELEASE, SHIP, DELIVER, CANCEL);

    static final List<Move> MOVES = List.of(
            new Move(NEW, SUBMIT, AWAITING_PAYMENT, false),
            new Move(AWAITING_PAYMENT, PAY, PROCESSING, false),
            new Move(PROCESSING, RELEASE, AWAITING_PACKING, false),
            new Move(AWAITING_PACKING, SHIP, SHIPPED, true),
            new Move(SHIPPED, DELIVER, DELIVERED, false),
            new Move(NEW, CANCEL, CANCELLED, false),
            new Move(AWAITING_PAYMENT, CANCEL, CANCELLED, false),
            new Move(PROCESSING, CANCEL, CANCELLED, false));

    static final String TRACKING_NUMBER = "PL123456789";

    /** When each step happens; not parsed, since loading a parser would be half of the table's cold start. */
    public static final Instant AT = Instant.ofEpochSecond(1_772_445_600);

    /** Who asks for each step. */
    public static final String WHO = "anna";

    /** The steps from new to delivered. */
    static final List<Ask> LIFE = List.of(ask(SUBMIT), ask(PAY), ask(RELEASE), ask(SHIP), ask(DELIVER));

    private OrderFlow() {}

    /** One legal move; a tracked one only with a tracking number. */
    record Move(String from, String event, String to, boolean tracked) {}

    /** An attempt that brings what its event asks for. */
    static Ask ask(String event) {
        return new Ask(event, event.equals(SHIP) ? TRACKING_NUMBER : null, AT, WHO);
    }
}
