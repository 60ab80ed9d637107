package dev.orderly.statemachine;

import java.util.List;
import org.springframework.statemachine.listener.StateMachineListener;
import org.springframework.statemachine.support.StateMachineInterceptor;

/**
 * The shop's own code that is called for every step.
 *
 * @param listeners those that are only called
 * @param interceptors those that can refuse
 */
record MachineObservers(
        List<StateMachineListener<String, String>> listeners,
        List<StateMachineInterceptor<String, String>> interceptors) {

    MachineObservers {
        listeners = List.copyOf(listeners);
        interceptors = List.copyOf(interceptors);
    }
}
