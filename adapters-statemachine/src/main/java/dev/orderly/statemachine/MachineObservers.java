package dev.orderly.statemachine;

import java.util.List;
import org.springframework.statemachine.listener.StateMachineListener;
import org.springframework.statemachine.support.StateMachineInterceptor;

/**
 * The shop's own code that hears of every step.
 *
 * @param listeners those who only hear
 * @param interceptors those who can refuse
 */
record MachineObservers(
        List<StateMachineListener<String, String>> listeners,
        List<StateMachineInterceptor<String, String>> interceptors) {

    MachineObservers {
        listeners = List.copyOf(listeners);
        interceptors = List.copyOf(interceptors);
    }
}
