package dev.orderly.statemachine;

import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.DefaultStateContext;
import org.springframework.statemachine.transition.DefaultExternalTransition;
import org.springframework.statemachine.transition.DefaultInternalTransition;
import org.springframework.statemachine.transition.InitialTransition;
import org.springframework.statemachine.transition.Transition;
import org.springframework.statemachine.transition.TransitionKind;

/**
 * What a machine does, as code that is typed by a shop's own states and events can be shown it. What they have no constant
 * for looks as it does on a machine of the shop's own: an order that is placed comes from no state, and an event that fires
 * by itself has no message.
 */
final class TypedView {

    private final MachineNames names;

    TypedView(MachineNames names) {
        this.names = names;
    }

    boolean isKnown(@Nullable State<Object, Object> state) {
        return state != null && names.isKnown(state.getId());
    }

    /** Whether a transition leads to a known state, from one or from none. */
    boolean isKnown(@Nullable Transition<Object, Object> transition) {
        return transition != null
                && isKnown(transition.getTarget())
                && (isKnown(transition.getSource()) || isStart(transition));
    }

    /** Whether an order is placed by it. */
    static boolean isStart(Transition<Object, Object> transition) {
        State<Object, Object> source = transition.getSource();
        return source == null || MachineDefinition.NOT_PLACED.equals(source.getId());
    }

    @SuppressWarnings("NullAway") // Spring Statemachine shows null where there is none, and says so nowhere.
    State<Object, Object> of(State<Object, Object> state) {
        return isKnown(state) ? state : null;
    }

    @SuppressWarnings("NullAway") // as above
    Message<Object> of(Message<Object> message) {
        return message != null && names.isKnown(message.getPayload()) ? message : null;
    }

    /** A transition that {@linkplain #isKnown(Transition) is known}. */
    Transition<Object, Object> of(Transition<Object, Object> transition) {
        if (isStart(transition)) {
            return new InitialTransition<>(transition.getTarget());
        }
        boolean known = transition.getTrigger() == null
                || names.isKnown(transition.getTrigger().getEvent());
        if (known) {
            return transition;
        }
        return transition.getKind() == TransitionKind.INTERNAL
                ? new DefaultInternalTransition<>(transition.getSource(), null, null, null, null)
                : new DefaultExternalTransition<>(
                        transition.getSource(), transition.getTarget(), null, null, null, null);
    }

    /** Whether all that a context shows can be shown. */
    boolean isKnown(StateContext<Object, Object> context) {
        boolean moves = context.getTransition() == null || isKnown(context.getTransition());
        boolean arrives = context.getTarget() == null || isKnown(context.getTarget());
        return moves && arrives;
    }

    @SuppressWarnings("NullAway") // as above
    StateContext<Object, Object> of(StateContext<Object, Object> context) {
        Transition<Object, Object> transition = context.getTransition();
        return new DefaultStateContext<>(
                context.getStage(),
                of(context.getMessage()),
                context.getMessageHeaders(),
                context.getExtendedState(),
                transition == null ? null : of(transition),
                context.getStateMachine(),
                of(context.getSource()),
                of(context.getTarget()),
                context.getException());
    }
}
