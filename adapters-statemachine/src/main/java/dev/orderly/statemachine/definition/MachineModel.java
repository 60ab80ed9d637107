package dev.orderly.statemachine.definition;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.security.SecurityRule;
import reactor.core.publisher.Mono;

/**
 * What a state machine consists of, wherever it was read from.
 *
 * @param initial where it starts
 * @param initialActions how many actions its start has
 * @param places its states and pseudo-states, those within states included
 * @param ways its transitions, in the order of its model: a builder puts external ones before internal and local ones
 * @param branches what choices and junctions choose from, in their order
 * @param latestFirst whether anonymous transitions of one state are tried in the reverse order
 * @param configurationNotes what is configured beside it, such as listeners
 */
record MachineModel<S, E>(
        S initial,
        int initialActions,
        List<Place<S, E>> places,
        List<Way<S, E>> ways,
        Map<S, List<Branch<S, E>>> branches,
        boolean latestFirst,
        List<ImportNote> configurationNotes) {

    /** What a state is. */
    enum Form {
        PLAIN,
        END,
        CHOICE,
        JUNCTION,
        HISTORY,
        FORK,
        JOIN,
        ENTRY,
        EXIT,
        /** A state with states within. */
        COMPOSITE,
        /** A state with regions within. */
        ORTHOGONAL,
        /** A state within a state. */
        INNER;

        /** Whether an order can be in it. */
        boolean isStatus() {
            return this == PLAIN || this == END || this == COMPOSITE || this == ORTHOGONAL;
        }

        boolean isChoice() {
            return this == CHOICE || this == JUNCTION;
        }
    }

    /** A state or pseudo-state, with how many actions it has. */
    record Place<S, E>(
            S id, Form form, @Nullable Object parent, Collection<E> deferred, int entry, int activity, int exit) {}

    /**
     * A transition.
     *
     * @param target where it leads; null for an internal one
     * @param event what triggers it; null if a timer or nothing does
     * @param period the milliseconds of its timer; null if it has none
     * @param count how often its timer fires in a stay; 0 for ever again
     */
    record Way<S, E>(
            S source,
            @Nullable S target,
            @Nullable E event,
            @Nullable Long period,
            int count,
            @Nullable Condition<S, E> guard,
            int actions,
            @Nullable SecurityRule security,
            String name) {

        boolean isAnonymous() {
            return event == null && period == null;
        }

        /** The transition in the words of the state machine. */
        String text() {
            String trigger =
                    event != null ? " on " + event : period != null ? " after " + Duration.ofMillis(period) : "";
            return source + trigger + (target == null ? " (internal)" : " → " + target);
        }
    }

    /** One of the ways out of a choice or junction. */
    record Branch<S, E>(S target, @Nullable Condition<S, E> guard, int actions) {}

    /** A guard, whatever form it was given in; it throws what the guard throws. */
    @FunctionalInterface
    interface Condition<S, E> {
        boolean holds(StateContext<S, E> context);

        /** Asks a function that answers later; waits for a future, for Reactor forbids some threads to block. */
        static <S, E> @Nullable Condition<S, E> of(@Nullable Function<StateContext<S, E>, Mono<Boolean>> guard) {
            return guard == null
                    ? null
                    : context ->
                            Boolean.TRUE.equals(guard.apply(context).toFuture().join());
        }
    }

    static int size(@Nullable Collection<?> collection) {
        return collection == null ? 0 : collection.size();
    }
}
