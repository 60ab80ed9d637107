package dev.orderly.statemachine.definition;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.security.SecurityRule;

/**
 * What a state machine consists of, flat: states within a state are beside the others, and what enters or leaves the state
 * around them enters its first state and leaves each of them.
 *
 * @param initial the status in which it starts
 * @param startActions how many actions its start has, and the start of what is within its states, by where each starts
 * @param places its states and pseudo-states, those within states included
 * @param statuses the states in which an order can be, each with its form
 * @param composites the states around others, each with the target that who enters it comes to
 * @param ways its transitions, in the order of its model: a builder puts external ones before internal and local ones
 * @param branches what choices and junctions choose from, in their order
 * @param childFirst whether a transition of a state is asked before those of the state around it
 */
record MachineModel<S, E>(
        S initial,
        Map<S, Integer> startActions,
        List<Place<S, E>> places,
        Map<S, Form> statuses,
        Map<S, Target<S>> composites,
        List<Way<S, E>> ways,
        Map<S, List<Branch<S, E>>> branches,
        boolean childFirst) {

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
        /** A state within a region. */
        INNER;

        boolean isChoice() {
            return this == CHOICE || this == JUNCTION;
        }
    }

    /**
     * A state or pseudo-state, with how many actions it has.
     *
     * @param parent the state around it; null where there is none
     * @param twice whether it is beside the state around it as well
     * @param leadsTo where a fork or a join leads to and from; null for others, and where it is not known
     */
    record Place<S, E>(
            S id,
            Form form,
            @Nullable Object parent,
            boolean twice,
            @Nullable Object leadsTo,
            Collection<E> deferred,
            int entry,
            int activity,
            int exit) {}

    /** Where a transition or a branch leads: a status, a choice, or nowhere, for a reason. */
    record Target<S>(S id, boolean isChoice, @Nullable String obstacle) {

        static <S> Target<S> status(S id) {
            return new Target<>(id, false, null);
        }

        static <S> Target<S> choice(S id) {
            return new Target<>(id, true, null);
        }

        static <S> Target<S> nowhere(S id, String obstacle) {
            return new Target<>(id, false, obstacle);
        }
    }

    /**
     * A transition as the machine has it.
     *
     * @param target the state to which it leads; null for an internal one
     * @param event what triggers it; null if a timer or nothing does
     * @param period the milliseconds of its timer; null if it has none
     * @param count how often its timer fires in a stay; 0 for ever again
     */
    record Move<S, E>(
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

        /** The state to which it leads, which for an internal one is its own. */
        S end() {
            return target == null ? source : target;
        }

        /** The transition in the words of the state machine. */
        String text() {
            String trigger =
                    event != null ? " on " + event : period != null ? " after " + Duration.ofMillis(period) : "";
            return source + trigger + (target == null ? " (internal)" : " → " + target);
        }
    }

    /**
     * A transition out of one status: a move has one for each state within its source.
     *
     * @param source the status; of a move that no status makes, the state that it has
     * @param target where it leads; null for an internal one
     * @param depth how many states are between the status and the source of the move
     * @param region what in the regions of the status it waits for, which an order does not know
     * @param obstacle why no order can take it; null if one can
     */
    record Way<S, E>(
            S source,
            @Nullable Target<S> target,
            Move<S, E> move,
            int depth,
            InRegions region,
            @Nullable String obstacle) {

        /** The event that triggers it, which the machine's user sends. */
        @Nullable
        E event() {
            return move.event();
        }

        /** Whether it is one that leads away, be it that no order can take it. */
        boolean leaves() {
            return target == null
                    ? move.target() != null && !move.target().equals(source)
                    : !target.id().equals(source);
        }
    }

    /** What a way waits for in the regions of its status. */
    enum InRegions {
        NOTHING,
        /** That one of them is in the state that the move starts from. */
        STATE,
        /** That all are done. */
        END,
        /** That a join has what it waits for. */
        JOIN
    }

    /** One of the ways out of a choice or junction. */
    record Branch<S, E>(S to, Target<S> target, @Nullable Condition<S, E> guard, int actions) {}

    static int size(@Nullable Collection<?> collection) {
        return collection == null ? 0 : collection.size();
    }
}
