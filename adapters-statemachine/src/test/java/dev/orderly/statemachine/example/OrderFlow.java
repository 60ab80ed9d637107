package dev.orderly.statemachine.example;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.statemachine.action.Action;
import org.springframework.statemachine.config.EnableStateMachineFactory;
import org.springframework.statemachine.config.EnumStateMachineConfigurerAdapter;
import org.springframework.statemachine.config.builders.StateMachineStateConfigurer;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;
import org.springframework.statemachine.guard.Guard;

/** The flow of a shop that runs on Spring Statemachine. */
@Configuration
@EnableStateMachineFactory
public class OrderFlow extends EnumStateMachineConfigurerAdapter<OrderFlow.States, OrderFlow.Events> {

    public enum States {
        PLACED,
        PAID,
        SENT,
        DELIVERED,
        EXPIRED,
        CANCELLED
    }

    public enum Events {
        PAY,
        SEND,
        DELIVER,
        CANCEL
    }

    @Override
    public void configure(StateMachineStateConfigurer<States, Events> states) throws Exception {
        states.withStates()
                .initial(States.PLACED)
                .end(States.DELIVERED)
                .end(States.EXPIRED)
                .end(States.CANCELLED)
                .states(EnumSet.allOf(States.class));
    }

    @Override
    public void configure(StateMachineTransitionConfigurer<States, Events> transitions) throws Exception {
        transitions
                .withExternal()
                .source(States.PLACED)
                .target(States.PAID)
                .event(Events.PAY)
                .guard(paidInFull())
                .and()
                .withExternal()
                .source(States.PLACED)
                .target(States.EXPIRED)
                .timerOnce(1_209_600_000)
                .and()
                .withExternal()
                .source(States.PLACED)
                .target(States.CANCELLED)
                .event(Events.CANCEL)
                .and()
                .withExternal()
                .source(States.PAID)
                .target(States.SENT)
                .event(Events.SEND)
                .action(printLabel())
                .and()
                .withExternal()
                .source(States.PAID)
                .target(States.CANCELLED)
                .event(Events.CANCEL)
                .and()
                .withExternal()
                .source(States.SENT)
                .target(States.DELIVERED)
                .event(Events.DELIVER);
    }

    @Bean
    Guard<States, Events> paidInFull() {
        return context -> {
            Integer total = context.getExtendedState().get("total", Integer.class);
            Object amount = context.getMessageHeader("amount");
            return total != null && total.equals(amount);
        };
    }

    @Bean
    Action<States, Events> printLabel() {
        return context -> System.out.println("printing a label");
    }
}
