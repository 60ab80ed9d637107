package dev.orderly.statemachine;

import static dev.orderly.statemachine.EngineFixture.AGREEING;
import static dev.orderly.statemachine.EngineFixture.NOON;
import static dev.orderly.statemachine.EngineFixture.OBJECTING;
import static dev.orderly.statemachine.EngineFixture.WORKFLOW;
import static dev.orderly.statemachine.EngineFixture.order;
import static dev.orderly.statemachine.EngineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.orderly.Orders;
import dev.orderly.decision.Allowed;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.Verdict;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine decides; that it decides everything as the library's own does, the differential test shows. */
class StateMachineEngineTest {

    private final StateMachineEngine engine = StateMachineEngine.of(WORKFLOW, AGREEING);

    private static Verdict judge(Engine engine, String event) {
        return engine.judge(order("new"), request(event));
    }

    @Test
    void orders_run_on_it() {
        Orders orders = Orders.builder(new InMemoryOrderStore())
                .workflow(Presets.bookstore())
                .engine(StateMachineEngine::of)
                .build();

        orders.place("7", Request.of("place", Actor.of("customer")).with("payment", "prepaid"));
        orders.fire("7", Request.of("pay", Actor.of("platform")));

        assertThat(orders.find("7").map(Order::status)).contains("in-progress");
    }

    @Test
    void a_permitted_step_says_where_the_machine_went() {
        assertThat(judge(engine, "ship"))
                .isEqualTo(new Allowed(WORKFLOW.transitions().get(1), "sent", Data.EMPTY));
    }

    @Test
    void an_order_in_a_done_status_can_still_make_data_moves() {
        assertThat(engine.judge(order("sent"), request("remark").with("note", "thanks")))
                .isEqualTo(new Allowed(WORKFLOW.transitions().get(3), "sent", Data.of("note", "thanks")));
    }

    @Test
    void the_guard_of_a_transition_can_object() {
        assertThat(judge(StateMachineEngine.of(WORKFLOW, OBJECTING), "drop"))
                .isEqualTo(Rejected.because(Reason.of("objection", "en", "There is an objection.")));
    }

    @Test
    void an_order_in_a_status_that_is_none_is_not_taken_for_the_one_before() {
        judge(engine, "ship");

        assertThat(engine.judge(order("(not placed)"), request("ship")))
                .isEqualTo(Engine.table(WORKFLOW, AGREEING).judge(order("(not placed)"), request("ship")))
                .extracting("code")
                .isEqualTo("not-in-status");
    }

    @Test
    void what_is_possible_is_what_the_librarys_own_engine_says() {
        assertThat(engine.available(order("new"), Actor.of("customer"), NOON))
                .isEqualTo(Engine.table(WORKFLOW, AGREEING).available(order("new"), Actor.of("customer"), NOON))
                .hasSize(3);
    }

    @Test
    void of_two_alternatives_that_are_open_every_machine_takes_the_first() {
        Workflow open = Workflow.builder("open")
                .status("new", s -> {})
                .status("first", s -> s.done())
                .status("second", s -> s.done())
                .status("third", s -> s.done())
                .transition("place", t -> t.to("new"))
                .transition("go", t -> t.from("new").to("first"))
                .transition("go", t -> t.from("new").to("second"))
                .transition("go", t -> t.from("new").to("third"))
                .build();

        // Within Spring Statemachine, the order of alternatives hangs on hash codes and changes with every machine.
        for (int machine = 0; machine < 50; machine++) {
            assertThat(judge(StateMachineEngine.of(open), "go"))
                    .asInstanceOf(type(Allowed.class))
                    .extracting(Allowed::to)
                    .isEqualTo("first");
        }
    }

    @Test
    void a_missing_guard_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateMachineEngine.of(WORKFLOW))
                .withMessage("no guard \"no-objection\" was given, which the transition \"drop: new → dropped\" asks;"
                        + " given are: []");
    }

    @Test
    void a_guard_that_throws_is_reported_and_the_next_request_is_answered() {
        IllegalArgumentException broken = new IllegalArgumentException("no line");
        Engine engine = StateMachineEngine.builder(WORKFLOW)
                .guard("no-objection", (order, request) -> {
                    throw broken;
                })
                .build();

        assertThatThrownBy(() -> judge(engine, "drop"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("guard \"no-objection\" failed for event \"drop\" of order A-1:"
                        + " a guard must answer, not throw")
                .hasCause(broken);
        assertThat(judge(engine, "ship")).isInstanceOf(Allowed.class);
    }

    @Test
    @SuppressWarnings("NullAway") // a guard written without such a check
    void a_guard_that_answers_null_is_reported() {
        Map<String, Guard> silent = Map.of("no-objection", (order, request) -> null);

        assertThatThrownBy(() -> judge(StateMachineEngine.of(WORKFLOW, silent), "drop"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("guard \"no-objection\" failed for event \"drop\" of order A-1:"
                        + " it must answer with an Optional, but answered null");
    }

    @Test
    void an_error_in_a_guard_stays_an_error() {
        Map<String, Guard> broken = Map.of("no-objection", (order, request) -> {
            throw new NoClassDefFoundError("CreditBureau");
        });

        assertThatThrownBy(() -> judge(StateMachineEngine.of(WORKFLOW, broken), "drop"))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessage("CreditBureau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ship", "drop"})
    void a_request_without_a_time_is_refused_with_an_exception(String event) {
        Request timeless = Request.of(event, Actor.of("staff"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.judge(order("new"), timeless))
                .withMessageStartingWith("the request \"" + event + "\" has no time");
    }

    @Test
    void a_workflow_can_have_names_of_any_script() {
        Workflow greek = Workflow.builder("κατάστημα")
                .status("νέα", s -> {})
                .status("τέλος 1.α", s -> s.done())
                .transition("ναι", t -> t.to("νέα"))
                .transition("τέλος", t -> t.from("νέα").to("τέλος 1.α"))
                .build();

        assertThat(StateMachineEngine.of(greek).judge(order("νέα"), request("τέλος")))
                .asInstanceOf(type(Allowed.class))
                .extracting(Allowed::to)
                .isEqualTo("τέλος 1.α");
    }

    @Test
    void it_says_which_events_start_an_order() {
        assertThat(List.of(engine.isStart("place"), engine.isStart("ship"))).containsExactly(true, false);
        assertThat(engine.judgeStart("A-1", request("ship"))).isEqualTo(Rejected.unknownOrder("A-1"));
    }
}
