package dev.orderly.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryEntriesTest {

    private static Workflow part(String name, String end) {
        return Workflow.builder(name)
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("begin", t -> t.to("open"))
                .transition(end, t -> t.from("open").to("closed"))
                .build();
    }

    @Test
    void a_transition_says_of_which_flow_it_is_and_one_of_a_case_says_none() {
        Workflow shop = Workflow.builder("shop")
                .status("placed", s -> {})
                .status("over", s -> s.done())
                .transition("place", t -> t.to("placed"))
                .transition("end", t -> t.from("placed").to("over"))
                .flow("payment", LocalText.of("en", "Payment"), part("payment", "receive"))
                .caseType("complaint", LocalText.of("en", "Complaint"), part("complaint", "close"), List.of("placed"))
                .build();
        Orders orders = Orders.inMemory(shop);
        Actor staff = Actor.of("staff");
        orders.place("1", Request.of("place", staff));
        orders.openCase("1", "complaint", Request.of("begin", staff));
        orders.fire("1", Request.of("payment.receive", staff));

        assertThat(HistoryEntries.of(orders.history("1").orElseThrow(), RoleView.of(shop, "staff", "en")))
                .extracting(HistoryEntryBody::event, HistoryEntryBody::caseId, HistoryEntryBody::flow)
                .containsExactly(
                        tuple("place", null, null),
                        tuple("begin", 1, "payment"),
                        tuple("begin", 2, null),
                        tuple("receive", 1, "payment"));
    }
}
