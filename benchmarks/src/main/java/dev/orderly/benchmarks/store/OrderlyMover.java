package dev.orderly.benchmarks.store;

import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.store.OrderStore;
import javax.sql.DataSource;

/** Orders over a store. */
final class OrderlyMover implements Mover {

    private final Orders orders;

    OrderlyMover(OrderStore store) {
        this(Orders.builder(store).workflow(Flow.WORKFLOW).build());
    }

    /** With these, which know the flow. */
    OrderlyMover(Orders orders) {
        this.orders = orders;
    }

    /** In a database, whose tables it makes. */
    static OrderlyMover in(DataSource source) {
        return new OrderlyMover(JdbcOrderStore.builder(source).migrate().build());
    }

    Orders orders() {
        return orders;
    }

    @Override
    public String name() {
        return "Orderly";
    }

    @Override
    public void place(String number) {
        require(orders.place(
                number,
                Request.of(FlowStep.PLACE.event(), Actor.of(FlowStep.PLACE.role()))
                        .customer(Customer.of("ijon@example.com"))
                        .lines(Line.of("1", "Solaris", 1))));
    }

    @Override
    public void step(String number, FlowStep step) {
        Request request = Request.of(step.event(), Actor.of(step.role()));
        String tracking = step.tracking();
        require(orders.fire(number, tracking == null ? request : request.with("tracking-number", tracking)));
    }

    private static void require(Decision decision) {
        if (decision instanceof Rejected rejected) {
            throw new IllegalStateException("refused: " + rejected.reasons());
        }
    }
}
