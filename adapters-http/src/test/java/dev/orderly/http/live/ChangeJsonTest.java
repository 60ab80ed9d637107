package dev.orderly.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Workflow;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeJsonTest {

    private static Workflow part(String name) {
        return Workflow.builder(name)
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("begin", t -> t.to("open"))
                .transition("close", t -> t.from("open").to("closed"))
                .build();
    }

    @Test
    void a_change_of_a_flow_names_it_and_one_of_a_case_does_not() {
        Workflow shop = Workflow.builder("shop")
                .status("placed", s -> {})
                .status("over", s -> s.done())
                .transition("place", t -> t.to("placed"))
                .transition("end", t -> t.from("placed").to("over"))
                .flow("payment", LocalText.of("en", "Payment"), part("payment"))
                .caseType("complaint", LocalText.of("en", "Complaint"), part("complaint"), List.of("placed"))
                .build();
        Orders orders = Orders.inMemory(shop);
        orders.place("1", Request.of("place", Actor.of("staff")));
        orders.openCase("1", "complaint", Request.of("begin", Actor.of("staff")));
        RoleView view = RoleView.of(shop, "staff", "en");
        Order order = orders.find("1").orElseThrow();

        List<String> changes = view.entries(orders.history("1").orElseThrow()).stream()
                .map(entry -> ChangeJson.of(view.order(order), entry))
                .toList();

        assertThat(changes).hasSize(3);
        assertThat(changes.get(0)).doesNotContain("caseId", "flow");
        assertThat(changes.get(1)).contains("\"event\":\"begin\",\"caseId\":1,\"flow\":\"payment\",");
        assertThat(changes.get(2)).contains("\"event\":\"begin\",\"caseId\":2,").doesNotContain("flow");
    }
}
