package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.StateMachineInterceptor;
import org.springframework.statemachine.transition.Transition;

/**
 * Calls the shop's interceptors for each step, and records which one refused it: Spring Statemachine itself keeps no
 * reason, and forgets some refusals.
 */
final class InterceptorBridge implements StateMachineInterceptor<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(InterceptorBridge.class);

    private final MachineDefinition definition;
    private final List<StateMachineInterceptor<Object, Object>> interceptors;

    InterceptorBridge(MachineDefinition definition, List<StateMachineInterceptor<Object, Object>> interceptors) {
        this.definition = definition;
        this.interceptors = interceptors;
    }

    /** What an interceptor makes of the message is kept, except that the event and the step stay what was asked. */
    @Override
    public @Nullable Message<Object> preEvent(Message<Object> message, StateMachine<Object, Object> machine) {
        StepHeader step = StepHeader.of(message).orElse(null);
        if (step == null) {
            return message;
        }
        Message<Object> passing = message;
        for (StateMachineInterceptor<Object, Object> interceptor : interceptors) {
            Message<Object> before = passing;
            Message<Object> after = answer(interceptor, step, before, () -> interceptor.preEvent(before, machine));
            if (after == null) {
                return null;
            }
            if (!after.getPayload().equals(message.getPayload())) {
                step.stepState().fail(new IllegalStateException(changed(interceptor, step, after.getPayload())));
                return null;
            }
            passing = after;
        }
        return MessageBuilder.fromMessage(passing)
                .setHeader(StepHeader.HEADER, step)
                .build();
    }

    private static String changed(StateMachineInterceptor<Object, Object> interceptor, StepHeader step, Object event) {
        return "interceptor " + nameOf(interceptor) + " turned the event \""
                + step.request().event() + "\" of order " + step.order().number() + " into \"" + event
                + "\": an order's history says what was asked, so let an event through or refuse it";
    }

    /**
     * Spring Statemachine asks before it knows whether a transition's guard is met, and asks for alternatives in any
     * order. An interceptor is asked only about the one that will be taken, so that its answer does not hang on chance.
     */
    @Override
    public @Nullable StateContext<Object, Object> preTransition(StateContext<Object, Object> context) {
        StepHeader step = StepHeader.of(context.getMessageHeaders()).orElse(null);
        Alternative alternative = definition.alternative(context.getTransition().getName());
        if (step == null || alternative == null || !step.stepState().opens(alternative)) {
            return context;
        }
        StateContext<Object, Object> passing = context;
        for (StateMachineInterceptor<Object, Object> interceptor : interceptors) {
            StateContext<Object, Object> before = passing;
            passing = answer(interceptor, step, before, () -> interceptor.preTransition(before));
            if (passing == null) {
                return null;
            }
        }
        return passing;
    }

    @Override
    public void preStateChange(
            State<Object, Object> state,
            Message<Object> message,
            Transition<Object, Object> transition,
            StateMachine<Object, Object> machine,
            StateMachine<Object, Object> root) {
        callEach(message, each -> each.preStateChange(state, message, transition, machine, root));
    }

    @Override
    public void postStateChange(
            State<Object, Object> state,
            Message<Object> message,
            Transition<Object, Object> transition,
            StateMachine<Object, Object> machine,
            StateMachine<Object, Object> root) {
        callEach(message, each -> each.postStateChange(state, message, transition, machine, root));
    }

    @Override
    public StateContext<Object, Object> postTransition(StateContext<Object, Object> context) {
        callEach(context.getMessage(), each -> each.postTransition(context));
        return context;
    }

    @Override
    public @Nullable Exception stateMachineError(StateMachine<Object, Object> machine, Exception exception) {
        Exception passing = exception;
        for (StateMachineInterceptor<Object, Object> interceptor : interceptors) {
            passing = interceptor.stateMachineError(machine, passing);
            if (passing == null) {
                return null;
            }
        }
        return passing;
    }

    /** Calls the interceptors one after the other until one throws. */
    private void callEach(@Nullable Message<Object> message, Consumer<StateMachineInterceptor<Object, Object>> call) {
        StepHeader step = StepHeader.of(message).orElse(null);
        if (step == null) {
            return;
        }
        for (StateMachineInterceptor<Object, Object> interceptor : interceptors) {
            watch(interceptor, step, () -> {
                call.accept(interceptor);
                return interceptor;
            });
        }
    }

    /** An interceptor's answer; null is a veto, which for a step that is written comes too late. */
    private static <T> @Nullable T answer(
            StateMachineInterceptor<Object, Object> interceptor,
            StepHeader step,
            T before,
            Supplier<@Nullable T> call) {
        T answer = watch(interceptor, step, call);
        if (answer == null && step.stepState().isWritten()) {
            LOG.warn("interceptor {} refuses {}, which is written already", nameOf(interceptor), step);
            return before;
        }
        if (answer == null) {
            step.stepState().veto(vetoed(interceptor, step));
        }
        return answer;
    }

    /**
     * An exception is a veto as well; an error is not. Both go on to Spring Statemachine, which takes the step back, the
     * error in disguise: one that breaks through Reactor leaves the machine trying for a while.
     */
    private static <T> @Nullable T watch(
            StateMachineInterceptor<Object, Object> interceptor, StepHeader step, Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            if (step.stepState().isWritten()) {
                LOG.error("interceptor {} threw after {} was written", nameOf(interceptor), step, e);
                return null;
            }
            LOG.warn("interceptor {} threw, which refuses {}", nameOf(interceptor), step, e);
            step.stepState().veto(vetoed(interceptor, step));
            throw e;
        } catch (Error e) {
            step.stepState().fail(e);
            throw new IllegalStateException("interceptor " + nameOf(interceptor) + " failed", e);
        }
    }

    private static Reason vetoed(StateMachineInterceptor<Object, Object> interceptor, StepHeader step) {
        return Reasons.of(StateMachineEngine.VETOED)
                .with("event", step.request().event())
                .with("by", nameOf(interceptor));
    }

    private static String nameOf(StateMachineInterceptor<Object, Object> interceptor) {
        return TypedInterceptor.nameOf(interceptor);
    }
}
