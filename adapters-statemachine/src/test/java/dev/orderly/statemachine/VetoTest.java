package dev.orderly.statemachine;

import static dev.orderly.statemachine.EngineFixture.AGREEING;
import static dev.orderly.statemachine.EngineFixture.OBJECTING;
import static dev.orderly.statemachine.EngineFixture.WORKFLOW;
import static dev.orderly.statemachine.EngineFixture.order;
import static dev.orderly.statemachine.EngineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.decision.Allowed;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.StateMachineInterceptor;
import org.springframework.statemachine.support.StateMachineInterceptorAdapter;
import org.springframework.statemachine.transition.Transition;

/** A shop's own interceptors of Spring Statemachine can refuse a step. */
class VetoTest {

    /** Where an interceptor is called. */
    enum Call {
        PRE_EVENT,
        PRE_TRANSITION,
        PRE_STATE_CHANGE,
        POST_STATE_CHANGE,
        POST_TRANSITION
    }

    /** Does something at one of its calls while the event is "ship". */
    private static class Inspector implements StateMachineInterceptor<String, String> {

        private final Call where;
        private final Runnable what;
        private final List<Call> calls = new ArrayList<>();

        Inspector(Call where, Runnable what) {
            this.where = where;
            this.what = what;
        }

        private void called(Call call, Message<String> message) {
            calls.add(call);
            if (call == where && message.getPayload().equals("ship")) {
                what.run();
            }
        }

        @Override
        public Message<String> preEvent(Message<String> message, StateMachine<String, String> machine) {
            called(Call.PRE_EVENT, message);
            return message;
        }

        @Override
        public void preStateChange(
                State<String, String> state,
                Message<String> message,
                Transition<String, String> transition,
                StateMachine<String, String> machine,
                StateMachine<String, String> root) {
            called(Call.PRE_STATE_CHANGE, message);
        }

        @Override
        public void postStateChange(
                State<String, String> state,
                Message<String> message,
                Transition<String, String> transition,
                StateMachine<String, String> machine,
                StateMachine<String, String> root) {
            called(Call.POST_STATE_CHANGE, message);
        }

        @Override
        public StateContext<String, String> preTransition(StateContext<String, String> context) {
            called(Call.PRE_TRANSITION, context.getMessage());
            return context;
        }

        @Override
        public StateContext<String, String> postTransition(StateContext<String, String> context) {
            called(Call.POST_TRANSITION, context.getMessage());
            return context;
        }

        @Override
        public Exception stateMachineError(StateMachine<String, String> machine, Exception exception) {
            return exception;
        }
    }

    /** Refuses "ship" as Spring Statemachine's own interceptors do. */
    private static final class Refuser extends StateMachineInterceptorAdapter<String, String> {

        private final Call where;

        Refuser(Call where) {
            this.where = where;
        }

        @Override
        public @Nullable Message<String> preEvent(Message<String> message, StateMachine<String, String> machine) {
            return where == Call.PRE_EVENT && message.getPayload().equals("ship") ? null : message;
        }

        @Override
        public @Nullable StateContext<String, String> preTransition(StateContext<String, String> context) {
            return where == Call.PRE_TRANSITION && context.getEvent().equals("ship") ? null : context;
        }
    }

    private static Engine with(StateMachineInterceptor<String, String> interceptor) {
        return with(List.of(interceptor));
    }

    private static Engine with(List<StateMachineInterceptor<String, String>> interceptors) {
        StateMachineEngineBuilder<String, String> builder =
                StateMachineEngine.builder(WORKFLOW).guards(AGREEING);
        interceptors.forEach(builder::interceptor);
        return builder.build();
    }

    private static void assertVetoed(Engine engine, StateMachineInterceptor<String, String> by) {
        assertThat(engine.judge(order("new"), request("ship"))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo(StateMachineEngine.VETOED);
            assertThat(rejected.reasons()).hasSize(1);
            assertThat(rejected.explain(WORKFLOW, "en"))
                    .isEqualTo("“ship” was refused by " + by.getClass().getName() + ".");
        });
        assertThat(engine.judge(order("new"), request("drop"))).isInstanceOf(Allowed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"PRE_EVENT", "PRE_TRANSITION"})
    void an_interceptor_refuses_by_returning_null(Call where) {
        Refuser refuser = new Refuser(where);

        assertVetoed(with(refuser), refuser);
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void an_interceptor_refuses_by_throwing_wherever_it_is_called(Call where) {
        Inspector inspector = new Inspector(where, () -> {
            throw new IllegalStateException("not today");
        });

        assertVetoed(with(inspector), inspector);
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void an_error_in_an_interceptor_stays_an_error(Call where) {
        Engine engine = with(new Inspector(where, () -> {
            throw new NoClassDefFoundError("Audit");
        }));

        assertThatThrownBy(() -> engine.judge(order("new"), request("ship")))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessage("Audit");
        assertThat(engine.judge(order("new"), request("drop"))).isInstanceOf(Allowed.class);
    }

    @Test
    void interceptors_are_asked_one_after_the_other_until_one_refuses() {
        Inspector before = new Inspector(Call.PRE_EVENT, () -> {});
        Refuser refuser = new Refuser(Call.PRE_TRANSITION);
        Inspector after = new Inspector(Call.PRE_EVENT, () -> {});

        with(List.of(before, refuser, after)).judge(order("new"), request("ship"));

        assertThat(before.calls).containsExactly(Call.PRE_EVENT, Call.PRE_TRANSITION);
        assertThat(after.calls).containsExactly(Call.PRE_EVENT);
    }

    @Test
    void an_interceptor_sees_all_of_a_step() {
        Inspector inspector = new Inspector(Call.PRE_EVENT, () -> {});

        with(inspector).judge(order("new"), request("ship"));

        assertThat(inspector.calls).containsExactly(Call.values());
    }

    @Test
    void an_interceptor_is_asked_about_the_transition_that_will_be_taken_and_no_other() {
        List<String> targets = new ArrayList<>();
        StateMachineInterceptor<String, String> watcher = new StateMachineInterceptorAdapter<>() {
            @Override
            public StateContext<String, String> preTransition(StateContext<String, String> context) {
                targets.add(context.getTransition().getTarget().getId());
                return context;
            }
        };

        for (int machine = 0; machine < 20; machine++) {
            with(watcher).judge(order("new"), request("ship"));
        }

        assertThat(targets).hasSize(20).containsOnly("sent");
    }

    @Test
    void what_the_workflow_refuses_is_refused_for_the_workflows_reason() {
        Refuser refuser = new Refuser(Call.PRE_TRANSITION);
        Engine engine = StateMachineEngine.builder(WORKFLOW)
                .guards(OBJECTING)
                .interceptor(refuser)
                .build();

        assertThat(engine.judge(order("new"), request("ship").with("note", "hello")))
                .isEqualTo(Engine.table(WORKFLOW, OBJECTING)
                        .judge(order("new"), request("ship").with("note", "hello")));
    }

    @Test
    void an_interceptor_can_add_to_a_message_or_make_its_own() {
        Engine engine = with(new StateMachineInterceptorAdapter<>() {
            @Override
            public Message<String> preEvent(Message<String> message, StateMachine<String, String> machine) {
                return MessageBuilder.withPayload(message.getPayload())
                        .setHeader("seen", true)
                        .build();
            }
        });

        assertThat(engine.judge(order("new"), request("ship"))).isInstanceOf(Allowed.class);
    }

    /** Makes everything a drop. */
    private static final class Changer extends StateMachineInterceptorAdapter<String, String> {
        @Override
        public Message<String> preEvent(Message<String> message, StateMachine<String, String> machine) {
            return MessageBuilder.withPayload("drop")
                    .copyHeaders(message.getHeaders())
                    .build();
        }
    }

    @Test
    void an_interceptor_that_makes_another_event_of_it_is_reported() {
        assertThatThrownBy(() -> with(new Changer()).judge(order("new"), request("ship")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("interceptor " + Changer.class.getName() + " turned the event \"ship\" of order A-1 into"
                        + " \"drop\": an order's history says what was asked, so let an event through or refuse it");
    }

    @Test
    void an_interceptor_that_stops_the_machine_beforehand_gets_an_exception_that_says_how_to_refuse() {
        Engine engine = with(new StateMachineInterceptorAdapter<>() {
            @Override
            public Message<String> preEvent(Message<String> message, StateMachine<String, String> machine) {
                machine.stopReactively().subscribe();
                return message;
            }
        });

        assertThatThrownBy(() -> engine.judge(order("new"), request("ship")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the machine was stopped, or an error set on it, before it took the event \"ship\" of order"
                        + " A-1: an interceptor refuses by returning null or by throwing");
    }

    @Test
    void a_machine_that_an_interceptor_stopped_or_set_an_error_on_is_not_used_again() {
        for (boolean stops : new boolean[] {true, false}) {
            Engine engine = with(new StateMachineInterceptorAdapter<>() {
                @Override
                public StateContext<String, String> postTransition(StateContext<String, String> context) {
                    StateMachine<String, String> machine = context.getStateMachine();
                    if (stops) {
                        machine.stopReactively().subscribe();
                    } else {
                        machine.setStateMachineError(new IllegalStateException("out of order"));
                    }
                    return context;
                }
            });
            for (int i = 0; i < 3; i++) {
                assertThat(engine.judge(order("new"), request("ship"))).isInstanceOf(Allowed.class);
            }
        }
    }
}
