package dev.orderly.statemachine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.OrdersBuilder;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.statemachine.StateMachineEngine;
import dev.orderly.store.InMemoryOrderStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.StateMachineInterceptorAdapter;
import org.springframework.statemachine.transition.Transition;

/** Listeners and interceptors that are typed by a machine's own enums run on its imported workflow. */
class TypedObserversTest {

    enum States {
        NEW,
        PAID,
        EXPIRED
    }

    enum Events {
        PAY,
        NOTE
    }

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final ImportedWorkflow<States, Events> imported = imported();
    private final Diary diary = new Diary();
    private final Saver saver = new Saver();

    private static ImportedWorkflow<States, Events> imported() {
        try {
            StateMachineBuilder.Builder<States, Events> builder = StateMachineBuilder.builder();
            builder.configureStates()
                    .withStates()
                    .initial(States.NEW)
                    .end(States.PAID)
                    .end(States.EXPIRED)
                    .states(EnumSet.allOf(States.class));
            builder.configureTransitions()
                    .withExternal()
                    .source(States.NEW)
                    .target(States.PAID)
                    .event(Events.PAY)
                    .and()
                    .withInternal()
                    .source(States.NEW)
                    .event(Events.NOTE)
                    .and()
                    .withExternal()
                    .source(States.NEW)
                    .target(States.EXPIRED)
                    .timerOnce(1000);
            return StateMachineImport.of(builder.createFactory()).build("shop");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes down what it hears, and reads everything by its type. */
    private static final class Diary extends StateMachineListenerAdapter<States, Events> {

        private final List<String> heard = new ArrayList<>();

        @Override
        public void stateChanged(State<States, Events> from, State<States, Events> to) {
            States before = from == null ? null : from.getId();
            States after = to.getId();
            heard.add("changed " + before + " " + after);
        }

        @Override
        public void stateExited(State<States, Events> state) {
            States id = state.getId();
            heard.add("exited " + id);
        }

        @Override
        public void transition(Transition<States, Events> transition) {
            Events event = transition.getTrigger() == null
                    ? null
                    : transition.getTrigger().getEvent();
            heard.add("transition " + event);
        }

        @Override
        public void eventNotAccepted(Message<Events> event) {
            Events payload = event.getPayload();
            heard.add("not accepted " + payload);
        }

        @Override
        public void stateContext(StateContext<States, Events> context) {
            Events event = context.getEvent();
            States source =
                    context.getSource() == null ? null : context.getSource().getId();
            States target =
                    context.getTarget() == null ? null : context.getTarget().getId();
            if (context.getStage() == StateContext.Stage.STATE_CHANGED) {
                heard.add("context " + event + " " + source + " " + target);
            }
        }
    }

    /** Saves each new status, as interceptors in the wild do, and refuses a payment of nobody. */
    private static final class Saver extends StateMachineInterceptorAdapter<States, Events> {

        private final List<String> saved = new ArrayList<>();
        private boolean refuses;

        @Override
        public @Nullable StateContext<States, Events> preTransition(StateContext<States, Events> context) {
            States source = context.getSource().getId();
            Events event = context.getEvent();
            return refuses && source == States.NEW && event == Events.PAY ? null : context;
        }

        @Override
        public void preStateChange(
                State<States, Events> state,
                Message<Events> message,
                Transition<States, Events> transition,
                StateMachine<States, Events> machine,
                StateMachine<States, Events> root) {
            States status = state.getId();
            Object order =
                    message == null ? machine.getId() : message.getHeaders().get("order-id");
            saved.add(order + " " + status);
        }
    }

    private OrdersBuilder builder() {
        InstantSource source = now::get;
        return Orders.builder(new InMemoryOrderStore())
                .workflow(imported.workflow())
                .clock(source.withZone(ZoneOffset.UTC));
    }

    private Orders onSpring() {
        return builder()
                .engine((workflow, guards) -> imported.engine(workflow)
                        .listener(diary)
                        .interceptor(saver)
                        .orderHeader("order-id")
                        .build())
                .build();
    }

    private static Request pay() {
        return Request.of(Events.PAY, Actor.of("customer"));
    }

    private static Request place() {
        return Request.of("place", Actor.of("customer"));
    }

    @Test
    void an_engine_calls_them_with_their_own_types() {
        Orders orders = onSpring();
        orders.place("7", place()).orThrow();
        orders.fire("7", pay()).orThrow();
        orders.fire("7", Request.of(Events.NOTE, Actor.of("customer")));

        assertThat(diary.heard)
                .containsExactly(
                        "transition null",
                        "changed null NEW",
                        "context null null NEW",
                        "transition PAY",
                        "exited NEW",
                        "changed NEW PAID",
                        "context PAY NEW PAID",
                        "not accepted NOTE");
        assertThat(saver.saved).containsExactly("7 PAID");
    }

    @Test
    void an_interceptor_refuses_and_is_named_by_its_own_class() {
        Orders orders = onSpring();
        orders.place("7", place()).orThrow();
        saver.refuses = true;

        Rejected refusal = (Rejected) orders.fire("7", pay());

        assertThat(refusal.code()).isEqualTo(StateMachineEngine.VETOED);
        assertThat(refusal.explain(imported.workflow(), "en")).contains(Saver.class.getName());
        assertThat(orders.find("7").map(Order::status)).contains("new");
    }

    @Test
    void a_timer_fires_for_them_without_an_event() {
        Orders orders = onSpring();
        orders.place("7", place()).orThrow();
        diary.heard.clear();
        now.updateAndGet(t -> t.plus(Duration.ofSeconds(2)));

        assertThat(orders.sweep().fired()).hasSize(1);

        assertThat(diary.heard)
                .containsExactly("transition null", "exited NEW", "changed NEW EXPIRED", "context null NEW EXPIRED");
        assertThat(saver.saved).containsExactly("7 EXPIRED");
    }

    @Test
    void on_an_order_listener_they_are_called_for_what_was_written_and_not_for_what_was_asked() {
        Orders orders = builder()
                .listener(imported.orderListener()
                        .listener(diary)
                        .interceptor(saver)
                        .orderHeader("order-id")
                        .build())
                .build();
        orders.place("7", place()).orThrow();

        assertThat(orders.ask("7", pay()).isAccepted()).isTrue();
        assertThat(saver.saved).isEmpty();
        assertThat(diary.heard).containsExactly("transition null", "changed null NEW", "context null null NEW");

        orders.fire("7", pay()).orThrow();
        orders.fire("7", pay());
        assertThat(saver.saved).containsExactly("7 PAID");
        assertThat(diary.heard).endsWith("transition PAY", "exited NEW", "changed NEW PAID", "context PAY NEW PAID");
    }

    @Test
    void on_an_order_listener_it_is_too_late_to_refuse() {
        saver.refuses = true;
        Orders orders = builder()
                .listener(imported.orderListener()
                        .interceptor(saver)
                        .listener(diary)
                        .orderHeader("order-id")
                        .build())
                .build();
        orders.place("7", place()).orThrow();
        diary.heard.clear();

        assertThat(orders.fire("7", pay()).isAccepted()).isTrue();
        assertThat(orders.find("7").map(Order::status)).contains("paid");
        assertThat(saver.saved).containsExactly("7 PAID");
        assertThat(diary.heard).contains("changed NEW PAID").doesNotContain("not accepted PAY");
    }

    @Test
    void on_an_order_listener_one_that_throws_keeps_nothing_from_the_others() {
        StateMachineInterceptorAdapter<States, Events> broken = new StateMachineInterceptorAdapter<>() {
            @Override
            public void preStateChange(
                    State<States, Events> state,
                    Message<Events> message,
                    Transition<States, Events> transition,
                    StateMachine<States, Events> machine,
                    StateMachine<States, Events> root) {
                throw new IllegalStateException("no database");
            }
        };
        Orders orders = builder()
                .listener(imported.orderListener()
                        .interceptor(broken)
                        .interceptor(saver)
                        .listener(diary)
                        .orderHeader("order-id")
                        .build())
                .build();
        orders.place("7", place()).orThrow();
        orders.fire("7", pay()).orThrow();

        assertThat(saver.saved).containsExactly("7 PAID");
        assertThat(diary.heard).contains("changed NEW PAID");
    }
}
