package dev.orderly.jdbc.failure;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.util.List;
import javax.sql.DataSource;

/** The shop whose orders are kept: events that exclude each other, messages, a deadline. */
final class BusyShop {

    static final Workflow WORKFLOW = Workflow.builder("busy-shop")
            .field(Field.of("tracking-number", FieldType.TEXT))
            .status("new", s -> {})
            .status("paid", s -> {})
            .status("packed", s -> {})
            .status("sent", s -> {})
            .status("delivered", s -> s.done())
            .status("cancelled", s -> s.done())
            .transition("place", t -> t.to("new").by("customer").notifying("customer"))
            .transition("pay", t -> t.from("new").to("paid").by("staff"))
            .transition("pack", t -> t.from("paid").to("packed").by("staff"))
            .transition("unpack", t -> t.from("packed").to("paid").by("staff"))
            .transition(
                    "send",
                    t -> t.from("packed")
                            .to("sent")
                            .by("staff")
                            .needs("tracking-number")
                            .notifying("customer", "seller"))
            .transition("deliver", t -> t.from("sent").to("delivered").by("staff"))
            .transition(
                    "cancel",
                    t -> t.from("new", "paid", "packed")
                            .to("cancelled")
                            .by("staff")
                            .notifying("customer"))
            .transition(
                    "expire",
                    t -> t.from("new")
                            .to("cancelled")
                            .after(TimeLimit.after("P14D"))
                            .notifying("customer"))
            .build();

    /** What happens to an order that all goes well with, after it is placed. */
    static final List<String> WAY = List.of("pay", "pack", "send", "deliver");

    private BusyShop() {}

    static Orders open(DataSource source) {
        return Orders.builder(JdbcOrderStore.builder(source).migrate().build())
                .workflow(WORKFLOW)
                .build();
    }

    static Request placing(String requestId) {
        return Request.of("place", Actor.of("customer"))
                .withCustomer(Customer.of("someone@example.com"))
                .withLines(Line.of("4711", "A loaf of bread", 2))
                .withId(requestId);
    }

    static Request firing(String event, String requestId) {
        Request request = Request.of(event, Actor.of("staff")).withId(requestId);
        return event.equals("send") ? request.with("tracking-number", "T-" + requestId) : request;
    }

    /** The roles that an event notifies. */
    static List<NotificationRule> notificationsOf(String event) {
        return WORKFLOW.transitions().stream()
                .filter(t -> t.event().equals(event))
                .findFirst()
                .orElseThrow()
                .notifications();
    }
}
