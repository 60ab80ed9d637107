package dev.orderly.benchmarks.peers;

import dev.orderly.benchmarks.peers.OrderFlow.Move;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;

/**
 * The flow as Orderly's own definition, and attempts as its requests. Beyond what the others do, every move asks for a
 * role, and no step may happen before the one before it.
 */
public final class OrderlyFlow {

    static final String NUMBER = "1001";

    private static final String PLACE = "place";
    private static final String STAFF = "staff";
    private static final String FIELD = "tracking-number";

    private OrderlyFlow() {}

    /** The workflow; it has a ninth move, by which an order comes into being as a new one. */
    public static Workflow workflow() {
        WorkflowBuilder<String, String> workflow =
                Workflow.builder("order-flow").field(Field.of(FIELD, FieldType.TEXT));
        for (String status : OrderFlow.STATUSES) {
            boolean last = status.equals(OrderFlow.DELIVERED) || status.equals(OrderFlow.CANCELLED);
            workflow.status(status, last ? s -> s.done() : s -> {});
        }
        workflow.transition(PLACE, t -> t.to(OrderFlow.NEW).by(STAFF));
        for (Move move : OrderFlow.MOVES) {
            workflow.transition(move.event(), t -> {
                t.from(move.from()).to(move.to()).by(STAFF);
                if (move.tracked()) {
                    t.needs(FIELD);
                }
            });
        }
        return workflow.build();
    }

    /** The request by which an order comes into being. */
    public static Request placing() {
        return Request.of(PLACE, Actor.of(STAFF, OrderFlow.WHO)).withTime(OrderFlow.AT);
    }

    /** An attempt as a request. */
    public static Request request(Ask ask) {
        Request request = Request.of(ask.event(), Actor.of(STAFF, ask.who())).withTime(ask.at());
        return ask.trackingNumber() == null ? request : request.with(FIELD, ask.trackingNumber());
    }
}
