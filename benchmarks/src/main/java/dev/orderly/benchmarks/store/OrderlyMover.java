package dev.orderly.benchmarks.store;

import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.Workflow;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Orders over the store for databases. */
final class OrderlyMover implements Mover {

    private static final Workflow FLOW = Workflow.named("benchmark")
            .status("open", s -> {})
            .status("held", s -> {})
            .status("done", s -> s.done())
            .transition("place", t -> t.to("open").by("customer"))
            .transition("hold", t -> t.from("open").to("held").by("staff"))
            .transition("resume", t -> t.from("held").to("open").by("staff"))
            .transition("close", t -> t.from("open", "held").to("done").by("staff"))
            .build();

    private final Orders orders;
    private final Map<String, Boolean> held = new ConcurrentHashMap<>();

    OrderlyMover(DataSource source) {
        orders = Orders.over(JdbcOrderStore.over(source).migrate().build())
                .workflow(FLOW)
                .build();
    }

    @Override
    public String name() {
        return "Orderly";
    }

    @Override
    public void place(String number) {
        held.put(number, false);
        require(orders.place(
                number,
                Request.of("place", Actor.of("customer"))
                        .customer(Customer.of("ijon@example.com"))
                        .lines(Line.of("1", "Solaris", 1))));
    }

    @Override
    public void move(String number) {
        boolean wasHeld = Boolean.TRUE.equals(held.get(number));
        require(orders.fire(number, Request.of(wasHeld ? "resume" : "hold", Actor.of("staff"))));
        held.put(number, !wasHeld);
    }

    private static void require(Decision decision) {
        if (decision instanceof Rejected rejected) {
            throw new IllegalStateException("refused: " + rejected);
        }
    }
}
