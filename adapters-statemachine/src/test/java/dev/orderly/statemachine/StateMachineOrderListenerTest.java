package dev.orderly.statemachine;

import static dev.orderly.statemachine.EngineFixture.AGREEING;
import static dev.orderly.statemachine.EngineFixture.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.OrdersBuilder;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Workflow;
import org.junit.jupiter.api.Test;

/** Listeners of Spring Statemachine that are called for what was written, whatever engine decides. */
class StateMachineOrderListenerTest {

    private static final Workflow OTHER = Workflow.builder("other")
            .status("new", s -> {})
            .status("sent", s -> s.done())
            .transition("place", t -> t.to("new"))
            .transition("ship", t -> t.from("new").to("sent"))
            .build();

    private final RecordingListener hearing = new RecordingListener();
    private final Orders orders = orders();

    private Orders orders() {
        OrdersBuilder builder = Orders.builder(new InMemoryOrderStore())
                .workflow(WORKFLOW)
                .workflow(OTHER)
                .listener(StateMachineOrderListener.builder(WORKFLOW)
                        .listener(hearing)
                        .build());
        AGREEING.forEach(builder::guard);
        return builder.build();
    }

    private static Request request(String event) {
        return Request.of(event, Actor.of("staff"));
    }

    @Test
    void they_hear_of_each_step_as_on_a_machine() {
        orders.place("1", request("place").with("delivery", "counter")).orThrow();
        orders.fire("1", request("remark").with("note", "ring twice")).orThrow();
        orders.fire("1", request("ship")).orThrow();

        assertThat(hearing.heard())
                .containsExactly(
                        "transition place",
                        "exited (not placed)",
                        "entered new",
                        "changed (not placed) to new",
                        "transition remark",
                        "transition ship",
                        "exited new",
                        "entered handed-over",
                        "changed new to handed-over");
    }

    @Test
    void they_hear_nothing_of_what_is_asked_or_refused() {
        orders.place("1", request("place").with("delivery", "post")).orThrow();
        int before = hearing.heard().size();

        orders.ask("1", request("ship"));
        orders.fire("1", Request.of("drop", Actor.of("customer")));

        assertThat(hearing.heard()).hasSize(before);
    }

    @Test
    void they_hear_nothing_of_orders_of_another_workflow() {
        orders.place("1", "other", request("place")).orThrow();
        orders.fire("1", request("ship")).orThrow();

        assertThat(hearing.heard()).isEmpty();
    }
}
