package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.MachineModel.Form;
import dev.orderly.statemachine.definition.MachineModel.Way;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a workflow of a definition. Used once. */
final class Translation<S, E> {

    private final MachineModel<S, E> definition;
    private final List<ImportNote> notes;
    private final ImportOptions<S, E> options;
    private final UnsupportedFeatures unsupported = new UnsupportedFeatures();
    private final List<ImportNote> changes = new ArrayList<>();
    private final NameMapper<S> states;
    private final NameMapper<E> events;
    private final GuardRegistry<S, E> guardRegistry;
    private final WorkflowBuilder<String, String> builder;

    Translation(String name, MachineModel<S, E> definition, List<ImportNote> notes, ImportOptions<S, E> options) {
        this.definition = definition;
        this.notes = notes;
        this.options = options;
        states = new NameMapper<>("status", options.statuses, changes);
        events = new NameMapper<>("event", options.events, changes);
        guardRegistry = new GuardRegistry<>(states, events, options.variables, changes);
        builder = Workflow.builder(name).version(options.version).languages(options.languages);
    }

    ImportedWorkflow<S, E> run() {
        unsupported.addAll(notes);
        definition.startActions().forEach(unsupported::ofStart);
        definition.places().forEach(unsupported::of);
        Composites.note(definition, changes);
        List<S> order = StateOrder.of(definition);
        Branches<S, E> branches = new Branches<>(definition, options, guardRegistry, unsupported, changes);
        List<Way<S, E>> ways = new Selection<>(definition, branches, unsupported, changes)
                .ways().stream()
                        .sorted(Comparator.comparing(way -> order.indexOf(way.source())))
                        .toList();
        options.variables.forEach(v -> builder.field(v.field()));
        statuses(order);
        start();
        events(ways);
        new Transitions<>(definition, options, states, events, guardRegistry, branches, unsupported, changes)
                .write(ways, builder);
        roles();
        ContextReader<S, E> reader = reader();
        options.requireMet();
        Workflow workflow = builder.build();
        new GuardedVariables<>(definition, workflow, states, options.variables, unsupported).note(ways);
        return new ImportedWorkflow<>(
                workflow, guardRegistry.guards(), unsupported.notes(), changes, states.names(), events.names(), reader);
    }

    /** Names every event before any is made up for a timer. */
    private void events(List<Way<S, E>> ways) {
        for (Way<S, E> way : ways) {
            if (way.event() != null) {
                events.of(way.event());
            }
        }
        requireFree(options.start);
        if (options.migrationRole != null) {
            requireFree(MigrationStart.EVENT);
        }
    }

    private @Nullable ContextReader<S, E> reader() {
        String role = options.migrationRole;
        if (role == null) {
            return null;
        }
        ContextReader<S, E> reader = new ContextReader<>(states, definition.composites(), options.variables, role);
        reader.declare(builder);
        return reader;
    }

    private void statuses(List<S> order) {
        for (S state : order) {
            String name = states.of(state);
            boolean done = isDone(state);
            builder.status(name, s -> {
                if (done) {
                    s.done();
                }
            });
        }
    }

    private boolean isDone(S state) {
        boolean chosen = options.done.get(state).isPresent();
        if (chosen || definition.statuses().get(state) == Form.END) {
            return true;
        }
        boolean left = definition.ways().stream().anyMatch(way -> way.source().equals(state) && way.leaves());
        if (!left) {
            changes.add(new ImportNote(
                    Kind.DONE,
                    state.toString(),
                    "no transition leaves it, so that an order in it is done",
                    "add a transition if it is not"));
        }
        return !left;
    }

    private void start() {
        String initial = states.of(definition.initial());
        builder.transition(
                options.start, t -> t.to(initial).by(options.startRoles).takes(options.fields(false)));
        changes.add(new ImportNote(
                Kind.START,
                definition.initial().toString(),
                "an order begins with the event \"" + options.start + "\", where a state machine is started",
                "name the event with start(…)"));
    }

    private void requireFree(String event) {
        if (events.isTaken(event)) {
            throw new IllegalArgumentException("the event " + events.originals().get(event) + " is called \"" + event
                    + "\", as is the beginning of an order: name it otherwise with event(…)");
        }
    }

    private void roles() {
        Set<String> roles = new LinkedHashSet<>(Workflow.USUAL_ROLES);
        roles.addAll(List.of(options.startRoles));
        for (E event : events.originals().values()) {
            roles.addAll(options.roles.get(event).orElse(List.of()));
        }
        if (options.migrationRole != null) {
            roles.add(options.migrationRole);
        }
        builder.roles(roles.toArray(new String[0]));
    }
}
