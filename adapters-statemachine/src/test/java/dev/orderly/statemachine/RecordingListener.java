package dev.orderly.statemachine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.transition.Transition;

/** Takes down what a listener hears. */
final class RecordingListener extends StateMachineListenerAdapter<String, String> {

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    List<String> heard() {
        return heard;
    }

    private static String nameOf(@Nullable State<String, String> state) {
        return state == null ? "nothing" : state.getId();
    }

    @Override
    public void stateChanged(State<String, String> from, State<String, String> to) {
        heard.add("changed " + nameOf(from) + " to " + nameOf(to));
    }

    @Override
    public void stateEntered(State<String, String> state) {
        heard.add("entered " + nameOf(state));
    }

    @Override
    public void stateExited(State<String, String> state) {
        heard.add("exited " + nameOf(state));
    }

    @Override
    public void transition(Transition<String, String> transition) {
        heard.add("transition " + transition.getTrigger().getEvent());
    }

    @Override
    public void eventNotAccepted(Message<String> event) {
        heard.add("not accepted " + event.getPayload());
    }

    @Override
    public void extendedStateChanged(Object key, Object value) {
        heard.add("extended " + key);
    }

    @Override
    public void stateMachineStarted(StateMachine<String, String> machine) {
        heard.add("started");
    }

    @Override
    public void stateMachineStopped(StateMachine<String, String> machine) {
        heard.add("stopped");
    }
}
