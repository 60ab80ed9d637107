package dev.orderly.statemachine.definition;

import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.AbstractStateMachineFactory;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.config.model.StateMachineModel;

/** One definition, imported in each of the three ways: from its factory, from a machine, from its model. */
final class Imports {

    private Imports() {}

    static <S, E> ImportedWorkflow<S, E> of(StateMachineBuilder.Builder<S, E> builder) {
        return of(builder.createFactory(), UnaryOperator.identity());
    }

    static <S, E> ImportedWorkflow<S, E> of(
            StateMachineFactory<S, E> factory, UnaryOperator<StateMachineImport<S, E>> options) {
        return options.apply(StateMachineImport.of(factory)).build("shop");
    }

    /** The imports from factory, machine and model, in this order. */
    static <S, E> List<ImportedWorkflow<S, E>> each(
            StateMachineFactory<S, E> factory, UnaryOperator<StateMachineImport<S, E>> options) {
        StateMachine<S, E> machine = factory.getStateMachine();
        return List.of(
                options.apply(StateMachineImport.of(factory)).build("shop"),
                options.apply(StateMachineImport.of(machine)).build("shop"),
                options.apply(StateMachineImport.of(model(factory))).build("shop"));
    }

    @SuppressWarnings("unchecked") // A factory holds a model of its own types.
    static <S, E> StateMachineModel<S, E> model(StateMachineFactory<S, E> factory) {
        return (StateMachineModel<S, E>)
                ReflectiveAccess.get(AbstractStateMachineFactory.class, "defaultStateMachineModel", factory);
    }

    static List<String> transitions(ImportedWorkflow<?, ?> imported) {
        return imported.workflow().transitions().stream()
                .map(t -> t + (t.guards().isEmpty() ? "" : " " + t.guards()))
                .toList();
    }

    static List<String> lines(List<ImportNote> notes) {
        return notes.stream().map(ImportNote::toString).toList();
    }

    static List<String> kinds(List<ImportNote> notes, ImportNote.Kind kind) {
        return notes.stream()
                .filter(note -> note.kind() == kind)
                .map(ImportNote::toString)
                .toList();
    }
}
