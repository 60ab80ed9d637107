package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.MachineModel.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.model.StateMachineModel;
import org.springframework.statemachine.config.model.TransitionData;
import org.springframework.statemachine.region.Region;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.transition.Transition;
import org.springframework.statemachine.transition.TransitionKind;

/** Names what a model has and its machine has not, which Spring Statemachine leaves out without a word. */
final class ModelNotes<S, E> {

    private final Set<Object> states;
    private final Set<Kept> kept = new HashSet<>();
    private final List<ImportNote> notes = new ArrayList<>();

    /** The parts by which a transition differs from others. */
    private record Kept(
            Object source,
            @Nullable Object target,
            @Nullable Object trigger) {}

    private ModelNotes(StateMachine<S, E> machine) {
        StateTree<S, E> tree = new StateTree<>(machine);
        states = tree.states().stream().map(State::getId).collect(Collectors.toSet());
        for (Region<S, E> region : tree.machines().keySet()) {
            for (Transition<S, E> transition : region.getTransitions()) {
                Move<S, E> move = Flattening.move(transition);
                kept.add(new Kept(move.source(), move.target(), move.event() == null ? move.period() : move.event()));
            }
        }
    }

    static <S, E> List<ImportNote> of(StateMachineModel<S, E> model, StateMachine<S, E> machine) {
        ModelNotes<S, E> notes = new ModelNotes<>(machine);
        model.getTransitionsData().getTransitions().forEach(notes::add);
        return notes.notes;
    }

    private void add(TransitionData<S, E> data) {
        S target = data.getKind() == TransitionKind.INTERNAL ? null : data.getTarget();
        Long period = data.getEvent() == null ? data.getPeriod() : null;
        Move<S, E> move = new Move<>(
                data.getSource(), target, data.getEvent(), period, 0, null, 0, null, String.valueOf(data.getName()));
        Object trigger = data.getEvent() == null ? period : data.getEvent();
        if (!kept.contains(new Kept(data.getSource(), target, trigger))) {
            Object missing = states.contains(data.getSource()) ? target : data.getSource();
            note(
                    Kind.TRANSITION,
                    move,
                    missing != null && !states.contains(missing)
                            ? "is not carried over: " + missing + " is not among the states"
                            : "is not carried over: a machine has it not, for " + data.getState()
                                    + " has no machine within it that knows both states",
                    "");
        } else if (data.getEvent() != null && data.getPeriod() != null) {
            note(
                    Kind.TIMER,
                    move,
                    "its timer of " + Duration.ofMillis(data.getPeriod())
                            + " is not carried over, for a state machine pays no heed to the timer of a transition with an"
                            + " event",
                    "make it a transition of its own if it was meant");
        }
    }

    private void note(Kind kind, Move<S, E> move, String meaning, String advice) {
        ImportNote note = new ImportNote(kind, move.text(), meaning, advice);
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }
}
