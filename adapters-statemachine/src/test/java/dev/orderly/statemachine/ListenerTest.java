package dev.orderly.statemachine;

import static dev.orderly.statemachine.EngineFixture.AGREEING;
import static dev.orderly.statemachine.EngineFixture.OBJECTING;
import static dev.orderly.statemachine.EngineFixture.WORKFLOW;
import static dev.orderly.statemachine.EngineFixture.order;
import static dev.orderly.statemachine.EngineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Allowed;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Order;
import dev.orderly.store.InMemoryOrderStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.support.StateMachineInterceptorAdapter;
import org.springframework.statemachine.transition.Transition;
import reactor.core.publisher.Mono;

/** What a shop's own listeners and interceptors of Spring Statemachine get to see. */
class ListenerTest {

    private final RecordingListener hearing = new RecordingListener();
    private final Engine engine = StateMachineEngine.builder(WORKFLOW)
            .guards(AGREEING)
            .listener(hearing)
            .build();

    @Test
    void a_listener_hears_of_a_step_and_not_of_the_machine_being_made_ready() {
        engine.judge(order("new"), request("ship"));

        assertThat(hearing.heard())
                .containsExactly("transition ship", "exited new", "entered sent", "changed new to sent");
    }

    @Test
    void a_listener_hears_of_an_order_being_placed() {
        engine.judgeStart("A-1", request("place"));

        assertThat(hearing.heard()).contains("changed (not placed) to new");
    }

    @Test
    void a_data_move_neither_leaves_nor_enters_a_status() {
        engine.judge(order("new"), request("remark"));

        assertThat(hearing.heard()).containsExactly("transition remark");
    }

    @Test
    void a_done_status_does_not_stop_the_machine() {
        engine.judge(order("new"), request("drop"));
        engine.judge(order("new"), request("drop"));

        assertThat(hearing.heard()).doesNotContain("started", "stopped");
    }

    @Test
    void a_listener_hears_of_an_event_that_the_status_does_not_know() {
        engine.judge(order("dropped"), request("ship"));

        assertThat(hearing.heard()).containsExactly("not accepted ship");
    }

    @Test
    void a_listener_hears_nothing_of_a_step_whose_conditions_are_not_met() {
        StateMachineEngine.builder(WORKFLOW)
                .guards(OBJECTING)
                .listener(hearing)
                .build()
                .judge(order("new"), request("drop"));

        assertThat(hearing.heard()).isEmpty();
    }

    @Test
    void a_listener_hears_of_a_step_that_is_only_asked_about() {
        Orders orders = Orders.builder(new InMemoryOrderStore())
                .workflow(WORKFLOW)
                .engine((w, guards) -> StateMachineEngine.builder(w)
                        .guards(guards)
                        .guards(AGREEING)
                        .listener(hearing)
                        .build())
                .build();
        orders.place("A-1", Request.of("place", Actor.of("customer")));

        orders.ask("A-1", Request.of("drop", Actor.of("staff")));

        assertThat(hearing.heard()).contains("changed new to dropped");
        assertThat(orders.find("A-1").map(Order::status)).contains("new");
    }

    @Test
    void a_listener_that_throws_changes_nothing() {
        Engine engine = StateMachineEngine.builder(WORKFLOW)
                .guards(AGREEING)
                .listener(new StateMachineListenerAdapter<>() {
                    @Override
                    public void transition(Transition<String, String> transition) {
                        throw new IllegalStateException("no mail server");
                    }
                })
                .build();

        assertThat(engine.judge(order("new"), request("ship"))).isInstanceOf(Allowed.class);
    }

    /** Sends the machine on, as listeners of Spring Statemachine often do. */
    private static final class Pusher extends StateMachineListenerAdapter<String, String> {

        private final List<String> states = new ArrayList<>();

        @Override
        public void stateContext(StateContext<String, String> context) {
            if (context.getStage() == StateContext.Stage.STATE_CHANGED && states.size() < 9) {
                StateMachine<String, String> machine = context.getStateMachine();
                push(machine, MessageBuilder.withPayload("drop").build());
                push(
                        machine,
                        MessageBuilder.withPayload("drop")
                                .copyHeaders(context.getMessageHeaders())
                                .build());
                states.add(machine.getState().getId());
            }
        }

        private static void push(StateMachine<String, String> machine, Message<String> message) {
            machine.sendEvent(Mono.just(message)).subscribe();
        }
    }

    @Test
    void an_event_that_a_listener_sends_to_the_machine_moves_nothing() {
        Pusher pusher = new Pusher();
        Engine engine = StateMachineEngine.builder(WORKFLOW)
                .guards(AGREEING)
                .listener(pusher)
                .build();

        assertThat(engine.judgeStart("A-1", request("place")))
                .isEqualTo(Engine.table(WORKFLOW, AGREEING).judgeStart("A-1", request("place")));
        assertThat(engine.judge(order("new"), request("ship")))
                .isEqualTo(Engine.table(WORKFLOW, AGREEING).judge(order("new"), request("ship")));
        assertThat(pusher.states).containsExactly("new", "sent");
    }

    @Test
    void a_step_says_who_asks_what_of_which_order_and_its_text_nothing_personal() {
        List<StepHeader> steps = new ArrayList<>();
        Engine engine = StateMachineEngine.builder(WORKFLOW)
                .guards(AGREEING)
                .interceptor(new StateMachineInterceptorAdapter<>() {
                    @Override
                    public StateContext<String, String> preTransition(StateContext<String, String> context) {
                        StepHeader.of(context.getMessageHeaders()).ifPresent(steps::add);
                        StepHeader.of(context.getMessage()).ifPresent(steps::add);
                        return context;
                    }
                })
                .build();
        Request place = request("place").withCustomer(Customer.of("anna@example.org"));

        engine.judgeStart("A-1", place);

        assertThat(steps).hasSize(2).allSatisfy(step -> {
            assertThat(step.request()).isEqualTo(place);
            assertThat(step.order().number()).isEqualTo("A-1");
            assertThat(step).hasToString("place of order A-1");
        });
    }

    @Test
    void a_machine_has_the_orders_number_and_no_memory_of_another_order() {
        List<String> seen = new ArrayList<>();
        Engine engine = StateMachineEngine.builder(WORKFLOW)
                .guards(AGREEING)
                .interceptor(new StateMachineInterceptorAdapter<>() {
                    @Override
                    public StateContext<String, String> preTransition(StateContext<String, String> context) {
                        Map<Object, Object> variables =
                                context.getExtendedState().getVariables();
                        seen.add(context.getStateMachine().getUuid() + " " + variables);
                        variables.put("secret of", context.getStateMachine().getId());
                        seen.add(variables.toString());
                        return context;
                    }
                })
                .build();

        engine.judgeStart("A-1", request("place"));
        engine.judgeStart("A-2", request("place"));

        assertThat(seen.get(0)).endsWith(" {}").isEqualTo(seen.get(2));
        assertThat(seen).element(1).isEqualTo("{secret of=A-1}");
        assertThat(seen).element(3).isEqualTo("{secret of=A-2}");
    }
}
