package dev.orderly.statemachine.definition;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.config.EnableStateMachineFactory;
import org.springframework.statemachine.config.EnumStateMachineConfigurerAdapter;
import org.springframework.statemachine.config.ObjectStateMachineFactory;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.StateMachineConfigurerAdapter;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.config.builders.StateMachineStateConfigurer;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;
import org.springframework.statemachine.config.model.ChoiceData;
import org.springframework.statemachine.config.model.ConfigurationData;
import org.springframework.statemachine.config.model.DefaultStateMachineModel;
import org.springframework.statemachine.config.model.StateData;
import org.springframework.statemachine.config.model.StateMachineModel;
import org.springframework.statemachine.config.model.StateMachineModelFactory;
import org.springframework.statemachine.config.model.StatesData;
import org.springframework.statemachine.config.model.TransitionData;
import org.springframework.statemachine.config.model.TransitionsData;
import org.springframework.statemachine.guard.Guard;
import org.springframework.statemachine.guard.Guards;
import org.springframework.statemachine.state.PseudoStateKind;
import org.springframework.statemachine.transition.TransitionKind;

/** State machines as their users write them. */
final class MachineSamples {

    static final Field PAID = Field.of("paid", FieldType.NUMBER);
    static final Field EXPRESS = Field.of("express", FieldType.YES_NO);

    private static final int HOUR = 3_600_000;

    private MachineSamples() {}

    enum States {
        NEW,
        CHECKED,
        PAID,
        PACKED,
        SENT,
        RETURNED,
        DONE,
        CANCELLED
    }

    enum Events {
        CHECK,
        PAY,
        PACK,
        SEND,
        DELIVER,
        RETURN,
        NOTE,
        CANCEL
    }

    @Configuration
    @EnableStateMachineFactory
    static class EnumFlow extends EnumStateMachineConfigurerAdapter<States, Events> {
        @Override
        public void configure(StateMachineStateConfigurer<States, Events> states) throws Exception {
            states.withStates()
                    .initial(States.NEW)
                    .end(States.DONE)
                    .end(States.CANCELLED)
                    .states(EnumSet.allOf(States.class));
        }

        @Override
        public void configure(StateMachineTransitionConfigurer<States, Events> transitions) throws Exception {
            transitions
                    .withExternal()
                    .source(States.NEW)
                    .target(States.CHECKED)
                    .event(Events.CHECK)
                    .and()
                    .withExternal()
                    .source(States.CHECKED)
                    .target(States.PAID)
                    .event(Events.PAY)
                    .guard(paysAtLeast(2))
                    .and()
                    .withExternal()
                    .source(States.CHECKED)
                    .target(States.CHECKED)
                    .event(Events.PAY)
                    .guard(paysLess(2))
                    .and()
                    .withInternal()
                    .source(States.CHECKED)
                    .event(Events.NOTE)
                    .guard(c -> express(c))
                    .and()
                    .withExternal()
                    .source(States.PAID)
                    .target(States.PACKED)
                    .event(Events.PACK)
                    .and()
                    .withLocal()
                    .source(States.PACKED)
                    .target(States.SENT)
                    .event(Events.SEND)
                    .guardExpression("extendedState.variables['express'] == true")
                    .and()
                    .withExternal()
                    .source(States.SENT)
                    .target(States.DONE)
                    .event(Events.DELIVER)
                    .and()
                    .withExternal()
                    .source(States.SENT)
                    .target(States.RETURNED)
                    .event(Events.RETURN)
                    .and()
                    .withExternal()
                    .source(States.RETURNED)
                    .target(States.PACKED)
                    .event(Events.PACK)
                    .and()
                    .withLocal()
                    .source(States.RETURNED)
                    .target(States.RETURNED)
                    .event(Events.NOTE)
                    .and()
                    .withExternal()
                    .source(States.NEW)
                    .target(States.CANCELLED)
                    .event(Events.CANCEL)
                    .and()
                    .withExternal()
                    .source(States.RETURNED)
                    .target(States.CANCELLED)
                    .event(Events.CANCEL)
                    .guard(c -> {
                        throw new IllegalStateException("a guard that fails");
                    })
                    .and()
                    .withExternal()
                    .source(States.DONE)
                    .target(States.RETURNED)
                    .event(Events.RETURN);
        }
    }

    @Configuration
    @EnableStateMachineFactory
    static class StringFlow extends StateMachineConfigurerAdapter<String, String> {
        @Override
        public void configure(StateMachineStateConfigurer<String, String> states) throws Exception {
            states.withStates()
                    .initial("Draft")
                    .states(Set.of("In review!", "Published"))
                    .end("Archived");
        }

        @Override
        public void configure(StateMachineTransitionConfigurer<String, String> transitions) throws Exception {
            transitions
                    .withExternal()
                    .source("Draft")
                    .target("In review!")
                    .event("submit (again)")
                    .and()
                    .withExternal()
                    .source("In review!")
                    .target("Draft")
                    .event("reject")
                    .guard(c -> c.getMessageHeader("paid") == null)
                    .and()
                    .withExternal()
                    .source("In review!")
                    .target("Published")
                    .event("accept")
                    .guard(c -> Integer.valueOf(3).equals(c.getMessageHeader("paid")))
                    .and()
                    .withExternal()
                    .source("Published")
                    .target("Archived")
                    .event("archive")
                    .and()
                    .withExternal()
                    .source("Published")
                    .target("Draft")
                    .event("reject");
        }
    }

    /** Choices and junctions, one behind the other. */
    static StateMachineBuilder.Builder<String, String> choosing() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureConfiguration().withConfiguration().machineId("choosing");
        builder.configureStates()
                .withStates()
                .initial("new")
                .choice("which")
                .junction("how")
                .states(Set.of("free", "cheap", "dear", "fast"))
                .end("end");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("which")
                .event("check")
                .and()
                .withExternal()
                .source("cheap")
                .target("how")
                .event("check")
                .guard(paysAtLeast(1))
                .and()
                .withExternal()
                .source("free")
                .target("end")
                .event("finish")
                .and()
                .withExternal()
                .source("dear")
                .target("new")
                .event("again")
                .and()
                .withExternal()
                .source("fast")
                .target("which")
                .event("again")
                .guard(paysLess(3))
                .and()
                .withChoice()
                .source("which")
                .first("free", paysLess(1))
                .then("how", c -> express(c))
                .then("cheap", paysLess(2))
                .last("dear")
                .and()
                .withJunction()
                .source("how")
                .first("fast", paysAtLeast(2))
                .last("cheap");
        return builder;
    }

    /** Timers, and transitions without a trigger. */
    static StateMachineBuilder.Builder<String, String> timed() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates()
                .withStates()
                .initial("new")
                .states(Set.of("checked", "big", "small", "late", "reminded"))
                .end("expired")
                .end("done");
        builder.configureTransitions()
                .withExternal()
                .source("new")
                .target("checked")
                .event("check")
                .and()
                .withExternal()
                .source("new")
                .target("late")
                .timerOnce(HOUR)
                .guard(paysLess(1))
                .and()
                .withExternal()
                .source("late")
                .target("expired")
                .timerOnce(HOUR)
                .and()
                .withExternal()
                .source("late")
                .target("checked")
                .event("check")
                .and()
                .withExternal()
                .source("checked")
                .target("small")
                .and()
                .withExternal()
                .source("checked")
                .target("big")
                .guard(paysAtLeast(2))
                .and()
                .withExternal()
                .source("small")
                .target("reminded")
                .timerOnce(HOUR)
                .and()
                .withExternal()
                .source("reminded")
                .target("small")
                .event("check")
                .guard(c -> express(c))
                .and()
                .withExternal()
                .source("big")
                .target("done")
                .event("finish")
                .and()
                .withExternal()
                .source("reminded")
                .target("done")
                .event("finish");
        return builder;
    }

    /** A model that was made by hand, as tools that draw machines do. */
    static StateMachineModelFactory<String, String> model() {
        StateData<String, String> end = new StateData<>("closed");
        end.setEnd(true);
        StateData<String, String> choice = new StateData<>("amount");
        choice.setPseudoStateKind(PseudoStateKind.CHOICE);
        StatesData<String, String> states =
                new StatesData<>(List.of(new StateData<>("open", true), new StateData<>("waiting"), choice, end));
        Guard<String, String> enough = paysAtLeast(2);
        TransitionsData<String, String> transitions = new TransitionsData<>(
                List.of(
                        new TransitionData<>("open", "amount", "pay"),
                        new TransitionData<>("waiting", "amount", "pay"),
                        new TransitionData<>(
                                "waiting",
                                "open",
                                "again",
                                List.of(),
                                Guards.from(paysLess(1)),
                                TransitionKind.EXTERNAL)),
                Map.of(
                        "amount",
                        List.of(
                                new ChoiceData<>("amount", "closed", enough),
                                new ChoiceData<>("amount", "waiting", null))),
                null,
                null,
                null,
                null,
                null,
                null);
        StateMachineModel<String, String> model =
                new DefaultStateMachineModel<>(new ConfigurationData<>(), states, transitions);
        return new StateMachineModelFactory<>() {
            @Override
            public StateMachineModel<String, String> build() {
                return model;
            }

            @Override
            public StateMachineModel<String, String> build(String machineId) {
                return model;
            }
        };
    }

    static StateMachineFactory<String, String> factoryOf(StateMachineModelFactory<String, String> models) {
        ObjectStateMachineFactory<String, String> factory = new ObjectStateMachineFactory<>(models.build(), models);
        factory.setBeanFactory(beans());
        return factory;
    }

    private static BeanFactory beans() {
        return new AnnotationConfigApplicationContext(MachineSamples.class).getBeanFactory();
    }

    @SuppressWarnings("unchecked") // The configuration says the types of its factory.
    static <S, E> StateMachineFactory<S, E> factoryOf(Class<?> configuration) {
        return new AnnotationConfigApplicationContext(configuration).getBean(StateMachineFactory.class);
    }

    private static int paid(StateContext<?, ?> context) {
        Integer paid = context.getExtendedState().get("paid", Integer.class);
        return paid == null ? 0 : paid;
    }

    static <S, E> Guard<S, E> paysAtLeast(int amount) {
        return context -> paid(context) >= amount;
    }

    static <S, E> Guard<S, E> paysLess(int amount) {
        return context -> paid(context) < amount;
    }

    static boolean express(StateContext<?, ?> context) {
        return Boolean.TRUE.equals(context.getExtendedState().getVariables().get("express"));
    }
}
