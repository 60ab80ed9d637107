package dev.orderly.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import org.junit.jupiter.api.Test;

class OrderBodiesTest {

    @Test
    void a_deadline_of_a_flow_names_it() {
        Workflow payment = Workflow.builder("payment")
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("begin", t -> t.to("open"))
                .transition("expire", t -> t.from("open").to("closed").after(TimeLimit.after("P7D")))
                .build();
        Workflow shop = Workflow.builder("shop")
                .status("placed", s -> {})
                .status("over", s -> s.done())
                .transition("place", t -> t.to("placed"))
                .transition("end", t -> t.from("placed").to("over"))
                .flow("payment", LocalText.of("en", "Payment"), payment)
                .build();
        Orders orders = Orders.inMemory(shop);
        orders.place("1", Request.of("place", Actor.of("staff")));
        RoleView view = RoleView.of(shop, "staff", "en");

        Order order = orders.find("1").orElseThrow();
        OrderBody body = OrderBodies.of(view.order(order), view, order.placedAt());

        assertThat(body.deadline())
                .extracting(OrderBody.DeadlineBody::event, OrderBody.DeadlineBody::caseId, OrderBody.DeadlineBody::flow)
                .containsExactly("expire", 1, "payment");
    }
}
