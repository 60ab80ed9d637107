package dev.orderly.testkit.engine;

import static dev.orderly.testkit.engine.EngineScript.STAFF;
import static dev.orderly.testkit.engine.EngineScript.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Request;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The contract of an engine about guards: what they see, and what happens when one throws or is missing. */
public abstract class GuardContract extends EngineFixture {

    @Test
    void guards_see_the_order_as_it_is_and_the_request() {
        List<OrderView> orders = new CopyOnWriteArrayList<>();
        List<Request> requests = new CopyOnWriteArrayList<>();
        Guard watching = (order, request) -> {
            orders.add(order);
            requests.add(request);
            return Optional.empty();
        };
        EngineScript script = script(shop(t -> t.needs("weight").guard("watching")), Map.of("watching", watching));

        script.place("weight", 1).go("ship", STAFF, "weight", "2");

        assertThat(orders).isNotEmpty().allSatisfy(order -> {
            assertThat(order.status()).isEqualTo("open");
            assertThat(order.field("weight")).isEqualTo(BigDecimal.ONE);
        });
        assertThat(requests).allSatisfy(request -> assertThat(request.data()).isEqualTo(Data.of("weight", "2")));
    }

    @Test
    void guards_of_a_start_see_an_order_in_no_status() {
        List<OrderView> orders = new CopyOnWriteArrayList<>();
        Workflow workflow = Workflow.builder("guarded")
                .status("open", s -> s.done())
                .transition("place", t -> t.to("open").guard("watching"))
                .build();

        script(workflow, Map.of("watching", (order, request) -> {
                    orders.add(order);
                    return Optional.empty();
                }))
                .place();

        assertThat(orders).isNotEmpty().allSatisfy(order -> {
            assertThat(order.number()).isEqualTo(EngineScript.NUMBER);
            assertThat(order.status()).isEmpty();
        });
    }

    @Test
    void a_guard_that_throws_is_named() {
        RuntimeException cause = new IllegalArgumentException("no connection");
        EngineScript script = script(shop(t -> t.guard("broken")), Map.of("broken", (order, request) -> {
                    throw cause;
                }))
                .place();

        assertThatIllegalStateException()
                .isThrownBy(() -> script.objections())
                .withMessage("guard \"broken\" failed for event \"ship\" of order C-1: a guard must answer, not throw")
                .withCause(cause);
    }

    @Test
    void a_missing_guard_is_refused_before_anything_runs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> newDecider(shop(t -> t.guard("credit-limit")), Map.of()))
                .withMessageContaining("no guard \"credit-limit\" was given");
    }
}
