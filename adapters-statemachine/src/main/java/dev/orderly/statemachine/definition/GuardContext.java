package dev.orderly.statemachine.definition;

import dev.orderly.decision.Request;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.statemachine.ExtendedState;
import org.springframework.statemachine.ExtendedState.ExtendedStateChangeListener;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.state.ObjectState;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.DefaultExtendedState;
import org.springframework.statemachine.support.DefaultStateContext;
import org.springframework.statemachine.transition.DefaultExternalTransition;
import org.springframework.statemachine.transition.Transition;
import org.springframework.statemachine.trigger.EventTrigger;

/** What a guard of Spring Statemachine is shown of an order and a request. */
final class GuardContext<S, E> extends DefaultStateContext<S, E> {

    private final S source;
    private final S target;

    private GuardContext(@Nullable E event, MessageHeaders headers, ExtendedState variables, S source, S target) {
        super(
                Stage.TRANSITION,
                event == null ? null : new GenericMessage<>(event, headers),
                headers,
                variables,
                null,
                null,
                null,
                null,
                null);
        this.source = source;
        this.target = target;
    }

    /** A context for one question; what the guard writes into its variables is lost, but {@code writes} hears of it. */
    static <S, E> GuardContext<S, E> of(
            @Nullable E event,
            Request request,
            Map<String, Object> data,
            Map<Object, Object> variables,
            ExtendedStateChangeListener writes,
            S source,
            S target) {
        ExtendedState copy = new DefaultExtendedState(variables);
        copy.setExtendedStateChangeListener(writes);
        return new GuardContext<>(event, new Headers(data, request.at().toEpochMilli()), copy, source, target);
    }

    @Override
    public State<S, E> getSource() {
        return new ObjectState<>(source);
    }

    @Override
    public State<S, E> getTarget() {
        return new ObjectState<>(target);
    }

    @Override
    public Transition<S, E> getTransition() {
        E event = getEvent();
        return new DefaultExternalTransition<>(
                getSource(), getTarget(), null, event, null, event == null ? null : new EventTrigger<>(event));
    }

    /** There is none; answering null would make the guard fail, which reads as a refusal. */
    @Override
    public StateMachine<S, E> getStateMachine() {
        throw new MissingMachineException();
    }

    /** Headers with the time of the request and without an id: making one would ask for a random number. */
    private static final class Headers extends MessageHeaders {
        private static final long serialVersionUID = 1L;

        Headers(Map<String, Object> data, long time) {
            super(data, ID_VALUE_NONE, time);
        }
    }

    /** Says that a guard asks for more than there is. */
    static final class MissingMachineException extends UnsupportedOperationException {
        private static final long serialVersionUID = 1L;

        MissingMachineException() {
            super("an imported guard has no state machine to look at: let it read the message, its headers and the"
                    + " variables of the extended state");
        }
    }
}
