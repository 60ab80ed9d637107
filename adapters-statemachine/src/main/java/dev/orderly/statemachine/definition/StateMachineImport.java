package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportOptions.StatePair;
import dev.orderly.statemachine.definition.ImportOptions.Trigger;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.AbstractStateMachineFactory;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.config.model.DefaultStateMachineModel;
import org.springframework.statemachine.config.model.StateMachineModel;
import org.springframework.statemachine.config.model.StateMachineModelFactory;
import org.springframework.statemachine.support.LifecycleObjectSupport;

/**
 * An import of a definition of Spring Statemachine 4.0, which makes a workflow of it. Not thread-safe. An option about a
 * part that the definition does not have is an error.
 *
 * @param <S> the type of states
 * @param <E> the type of events
 */
public final class StateMachineImport<S, E> {

    private final MachineModel<S, E> definition;
    private final List<ImportNote> notes;
    private final ImportOptions<S, E> options = new ImportOptions<>();

    private StateMachineImport(MachineModel<S, E> definition, List<ImportNote> notes) {
        this.definition = definition;
        this.notes = notes;
    }

    /**
     * Imports the definition of a machine, which is only looked at. It is imported as by its factory or model, except that
     * a machine does not show which transitions and timers of its model it has not got.
     *
     * @throws IllegalArgumentException if it has regions at its top
     */
    public static <S, E> StateMachineImport<S, E> of(StateMachine<S, E> machine) {
        return new StateMachineImport<>(MachineReader.read(machine), ObserverNotes.of(machine));
    }

    /**
     * Imports what a factory makes machines from.
     *
     * @throws IllegalArgumentException if its machines have regions at their top, or no initial state, or it can make none
     */
    public static <S, E> StateMachineImport<S, E> of(StateMachineFactory<S, E> factory) {
        return factory instanceof AbstractStateMachineFactory<S, E> known
                ? of(model(known), (BeanFactory)
                        ReflectiveAccess.get(LifecycleObjectSupport.class, "beanFactory", known))
                : of(factory.getStateMachine());
    }

    /**
     * Imports a model.
     *
     * @throws IllegalArgumentException if it has regions at its top, or no initial state, or no machine can be made of it
     */
    public static <S, E> StateMachineImport<S, E> of(StateMachineModel<S, E> model) {
        return of(model, null);
    }

    private static <S, E> StateMachineImport<S, E> of(StateMachineModel<S, E> model, @Nullable BeanFactory beans) {
        StateMachine<S, E> machine = ModelReader.machine(model);
        List<ImportNote> notes = new ArrayList<>(ObserverNotes.of(model.getConfigurationData(), beans));
        notes.addAll(ModelNotes.of(model, machine));
        return new StateMachineImport<>(MachineReader.read(machine), notes);
    }

    @SuppressWarnings("unchecked") // A factory holds models of its own types.
    private static <S, E> StateMachineModel<S, E> model(AbstractStateMachineFactory<S, E> factory) {
        StateMachineModel<S, E> own = (StateMachineModel<S, E>)
                ReflectiveAccess.get(AbstractStateMachineFactory.class, "defaultStateMachineModel", factory);
        Object maker = ReflectiveAccess.get(AbstractStateMachineFactory.class, "stateMachineModelFactory", factory);
        if (!(maker instanceof StateMachineModelFactory<?, ?>)) {
            return own;
        }
        StateMachineModel<S, E> made = ((StateMachineModelFactory<S, E>) maker).build();
        return made.getConfigurationData() != null
                ? made
                : new DefaultStateMachineModel<>(
                        own.getConfigurationData(), made.getStatesData(), made.getTransitionsData());
    }

    /** The version of the workflow, from 1; left out, 1. */
    public StateMachineImport<S, E> version(int number) {
        options.version = number;
        return this;
    }

    /** The languages of labels, the shop's own first; left out, English. */
    public StateMachineImport<S, E> languages(String... codes) {
        options.languages = codes.clone();
        return this;
    }

    /** The event with which an order begins, and who may; left out, {@code place}, open to every role. */
    public StateMachineImport<S, E> start(String event, String... roles) {
        options.start = event;
        options.startRoles = roles.clone();
        return this;
    }

    /**
     * What a state is called; left out, {@code AWAITING_PAYMENT} is {@code awaiting-payment}, and a text stays itself.
     */
    public StateMachineImport<S, E> status(S state, String name) {
        options.statuses.put(state, name);
        return this;
    }

    /** What an event is called; left out, as for states. */
    public StateMachineImport<S, E> event(E event, String name) {
        options.events.put(event, name);
        return this;
    }

    /** Who may fire an event; left out, every role may, for a state machine knows none. */
    public StateMachineImport<S, E> by(E event, String... roles) {
        options.roles.put(event, List.of(roles));
        return this;
    }

    /** States in which an order is done, beside end states and those that no transition leaves. */
    @SafeVarargs
    public final StateMachineImport<S, E> done(S... states) {
        for (S state : states) {
            options.done.put(state, true);
        }
        return this;
    }

    /**
     * A variable of the extended state as a field of orders. The request that places an order may give it; events cannot
     * change it, as the headers of a message do not change a variable.
     */
    public StateMachineImport<S, E> field(Field field) {
        options.variables.add(new Variable(field, false, null));
        return this;
    }

    /**
     * The same, with the type in which guards expect it: that of the field's own values, String, for a number one of Java's
     * types of numbers or BigInteger, and for a text or a choice an enum.
     *
     * @throws IllegalArgumentException if the field cannot be of this type
     */
    public StateMachineImport<S, E> field(Field field, Class<?> variable) {
        options.variables.add(new Variable(field, false, variable));
        return this;
    }

    /**
     * A header of messages as a field of orders. A request may give it with every event about which a guard is asked.
     */
    public StateMachineImport<S, E> header(Field field) {
        options.variables.add(new Variable(field, true, null));
        return this;
    }

    /**
     * The same, with the type in which guards expect it: that of the field's own values, String, for a number one of Java's
     * types of numbers or BigInteger, and for a text or a choice an enum.
     *
     * @throws IllegalArgumentException if the field cannot be of this type
     */
    public StateMachineImport<S, E> header(Field field, Class<?> variable) {
        options.variables.add(new Variable(field, true, variable));
        return this;
    }

    /** What the guards of an event in a state are called, in the order of the model; left out, {@code pay-from-new}. */
    public StateMachineImport<S, E> guard(S source, E event, String... names) {
        options.guards.put(new Trigger<>(source, event), List.of(names));
        return this;
    }

    /** What the guard of a branch of a choice or junction is called; left out, {@code check-to-paid}. */
    public StateMachineImport<S, E> branchGuard(S choice, S target, String name) {
        options.branchGuards.put(new StatePair<>(choice, target), name);
        return this;
    }

    /**
     * What the event of a transition by a timer, or without any trigger, is called; left out, {@code new-to-expired}.
     */
    public StateMachineImport<S, E> automatic(S source, S target, String name) {
        options.automatic.put(new StatePair<>(source, target), name);
        return this;
    }

    /** What the guard of a transition by a timer, or without any trigger, is called; left out, as its event. */
    public StateMachineImport<S, E> automaticGuard(S source, S target, String name) {
        options.automaticGuards.put(new StatePair<>(source, target), name);
        return this;
    }

    /** Adds a start in each status, for the role {@code system}: orders of live machines begin there. */
    public StateMachineImport<S, E> migrationStart() {
        return migrationStart(Workflow.SYSTEM);
    }

    /** Adds a start in each status, for a role: orders of live machines begin there. */
    public StateMachineImport<S, E> migrationStart(String role) {
        options.migrationRole = role;
        return this;
    }

    /**
     * Makes the workflow.
     *
     * @throws IllegalArgumentException if a name cannot be one, two things would have the same, or something was said about
     *     a part that the definition does not have
     */
    public ImportedWorkflow<S, E> build(String workflow) {
        return new Translation<>(workflow, definition, notes, options).run();
    }
}
