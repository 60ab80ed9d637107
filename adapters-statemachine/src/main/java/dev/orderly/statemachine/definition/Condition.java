package dev.orderly.statemachine.definition;

import java.lang.reflect.Field;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.guard.Guard;
import org.springframework.statemachine.guard.Guards;
import reactor.core.publisher.Mono;

/**
 * A guard, whatever form it was given in. Equal to another one that asks the very same object.
 *
 * @param <S> the type of states
 * @param <E> the type of events
 */
final class Condition<S, E> {

    private final Object original;
    private final Function<StateContext<S, E>, Boolean> question;

    private Condition(Object original, Function<StateContext<S, E>, Boolean> question) {
        this.original = original;
        this.question = question;
    }

    static <S, E> @Nullable Condition<S, E> ofGuard(@Nullable Guard<S, E> guard) {
        return guard == null ? null : new Condition<>(guard, guard::evaluate);
    }

    /** Asks a function that answers later; waits for a future, for Reactor forbids some threads to block. */
    static <S, E> @Nullable Condition<S, E> ofFunction(@Nullable Function<StateContext<S, E>, Mono<Boolean>> guard) {
        return guard == null
                ? null
                : new Condition<>(
                        original(guard),
                        context -> Boolean.TRUE.equals(
                                guard.apply(context).toFuture().join()));
    }

    /** The guard that {@link Guards#from} put into a function, which is all that such a function holds. */
    private static Object original(Function<?, ?> guard) {
        if (guard.getClass().getName().startsWith(Guards.class.getName() + "$$")) {
            for (Field field : guard.getClass().getDeclaredFields()) {
                if (Guard.class.isAssignableFrom(field.getType())) {
                    return ReflectiveAccess.get(field, guard);
                }
            }
        }
        return guard;
    }

    /** Whether it agrees; throws what the guard throws. */
    boolean holds(StateContext<S, E> context) {
        return question.apply(context);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition<?, ?> condition && condition.original == original;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(original);
    }
}
