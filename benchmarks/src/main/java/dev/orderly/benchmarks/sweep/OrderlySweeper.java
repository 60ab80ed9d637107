package dev.orderly.benchmarks.sweep;

import dev.orderly.Orders;
import dev.orderly.SweepReport;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/** Orderly: {@link Orders#sweep}. The orders are copies, by SQL, of one that was placed, so that their hashes do not verify. */
final class OrderlySweeper implements SweepContender {

    private static final Workflow FLOW = Workflow.builder("benchmark")
            .status("open", s -> {})
            .status("paid", s -> s.done())
            .status("expired", s -> s.done())
            .transition("place", t -> t.to("open").by("customer"))
            .transition("pay", t -> t.from("open").to("paid").by("staff"))
            .transition("expire", t -> t.from("open").to("expired").after(TimeLimit.after("P14D")))
            .build();

    private static final List<String> TABLES =
            List.of("orderly_outbox", "orderly_answer", "orderly_attachment", "orderly_order", "orderly_history");
    private static final String ENTRY = "sequence, kind, workflow, version, status, previous_version, previous_status,"
            + " subject, from_status, event, to_status, actor_role, at_time, hash, content, salt";
    private static final String ORDER =
            "sequence, workflow, version, status, done, muted, placed_at, since," + " customer_key, placed, state";

    private final DataSource source;
    private final Product product;
    private final Orders orders;

    OrderlySweeper(DataSource source) throws SQLException {
        this.source = source;
        product = Product.of(source);
        orders = Orders.builder(JdbcOrderStore.builder(source).migrate().build())
                .workflow(FLOW)
                .build();
        Instant placed = Instant.now().minus(Duration.ofDays(15)).truncatedTo(ChronoUnit.MICROS);
        Decision decision = orders.place(
                "template",
                Request.of("place", Actor.of("customer"))
                        .withTime(placed)
                        .withCustomer(Customer.of("ijon@example.com"))
                        .withLines(Line.of("1", "Solaris", 1)));
        if (decision instanceof Rejected refusal) {
            throw new IllegalStateException("refused: " + refusal.reasons());
        }
        Product.execute(
                source,
                List.of(
                        "create table template_entry as select * from orderly_history",
                        "create table template_order as select * from orderly_order"));
    }

    @Override
    public String name() {
        return "Orderly";
    }

    @Override
    public void refill(int count) throws SQLException {
        String range = product.range(count);
        product.fill(
                source,
                TABLES,
                List.of(
                        "insert into orderly_history (number, " + ENTRY + ") select concat('order-', x), " + ENTRY
                                + " from " + range + ", template_entry",
                        "insert into orderly_order (number, deadline_at, claimable_at, " + ORDER
                                + ") select concat('order-', x), deadline_at + x, claimable_at + x, " + ORDER + " from "
                                + range + ", template_order"));
    }

    @Override
    public int sweep() {
        SweepReport report = orders.sweep();
        if (!report.failed().isEmpty() || !report.overtaken().isEmpty()) {
            throw new IllegalStateException("failed: " + report.failed() + ", overtaken: " + report.overtaken());
        }
        return report.fired().size();
    }
}
