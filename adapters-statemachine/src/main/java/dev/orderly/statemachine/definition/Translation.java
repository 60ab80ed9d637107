package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.Branches.Alternative;
import dev.orderly.statemachine.definition.Definition.Condition;
import dev.orderly.statemachine.definition.Definition.Form;
import dev.orderly.statemachine.definition.Definition.Way;
import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.Options.Leg;
import dev.orderly.statemachine.definition.Options.Trigger;
import dev.orderly.workflow.Limit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a workflow of a definition. Used once. */
final class Translation<S, E> {

    private static final String AT_ONCE = "PT0S";

    private final Definition<S, E> definition;
    private final Options<S, E> options;
    private final Losses losses = new Losses();
    private final List<ImportNote> changes = new ArrayList<>();
    private final Map<S, Form> forms = new LinkedHashMap<>();
    private final Names<S> states;
    private final Names<E> events;
    private final GuardBook<S, E> book;
    private final Branches<S, E> branches;
    private final Automatic<S, E> automatic;
    private final WorkflowBuilder<String, String> builder;

    Translation(String name, Definition<S, E> definition, Options<S, E> options) {
        this.definition = definition;
        this.options = options;
        definition.places().forEach(place -> forms.put(place.id(), place.form()));
        states = new Names<>("status", options.statuses, changes);
        events = new Names<>("event", options.events, changes);
        book = new GuardBook<>(states, events, options.variables, changes);
        branches = new Branches<>(definition, forms, options, book, losses, changes);
        automatic = new Automatic<>(definition, options, events, changes);
        builder = Workflow.named(name).version(options.version).languages(options.languages);
    }

    ImportedWorkflow<S, E> run() {
        losses.addAll(definition.surroundings());
        losses.ofStart(definition.initial(), definition.initialActions());
        definition.places().forEach(losses::of);
        List<S> order = StateOrder.of(definition);
        List<Way<S, E>> ways = new Selection<>(definition, forms, branches, losses, changes)
                .ways().stream()
                        .sorted(Comparator.comparing(way -> order.indexOf(way.source())))
                        .toList();
        options.variables.forEach(v -> builder.field(v.field()));
        statuses(order);
        start();
        ways.forEach(way -> {
            if (way.event() != null) {
                events.of(way.event());
            }
        });
        requireFree(options.start);
        if (options.takeOverRole != null) {
            requireFree(TakeOver.EVENT);
        }
        Map<Trigger<S, E>, Integer> counts = new HashMap<>();
        Set<E> guarded = guardedEvents(ways);
        ways.forEach(way -> transitions(way, counts, guarded));
        counts.forEach(this::requireGuards);
        roles();
        if (options.takeOverRole != null) {
            ContextReader.declare(builder, states.originals().keySet(), options.variables, options.takeOverRole);
        }
        options.requireMet();
        ContextReader<S, E> reader = options.takeOverRole == null
                ? null
                : new ContextReader<>(states, options.variables, options.takeOverRole);
        return new ImportedWorkflow<>(
                builder.build(), book.guards(), losses.notes(), changes, states.names(), events.names(), reader);
    }

    private void statuses(List<S> order) {
        for (S state : order) {
            if (forms.getOrDefault(state, Form.INNER).isStatus()) {
                String name = states.of(state);
                boolean done = isDone(state);
                builder.status(name, s -> {
                    if (done) {
                        s.done();
                    }
                });
            }
        }
    }

    private boolean isDone(S state) {
        boolean wished = options.done.get(state).isPresent();
        if (wished || forms.get(state) == Form.END) {
            return true;
        }
        boolean left = definition.ways().stream()
                .anyMatch(w -> w.source().equals(state)
                        && w.target() != null
                        && !w.target().equals(state));
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
        builder.transition(options.start, t -> takes(t.to(initial).by(options.startRoles), false));
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

    private void takes(TransitionBuilder<String> transition, boolean headers) {
        for (Variable variable : options.variables) {
            if (variable.header() == headers) {
                transition.takes(variable.field().name());
            }
        }
    }

    /** The events about which a guard is asked; whichever alternative is taken in the end, it must take what was given. */
    private Set<E> guardedEvents(List<Way<S, E>> ways) {
        Set<E> guarded = new HashSet<>();
        for (Way<S, E> way : ways) {
            boolean asks = way.guard() != null
                    || (way.target() != null
                            && forms.getOrDefault(way.target(), Form.PLAIN).isChoice());
            if (way.event() != null && asks) {
                guarded.add(way.event());
            }
        }
        return guarded;
    }

    private void transitions(Way<S, E> way, Map<Trigger<S, E>, Integer> counts, Set<E> guarded) {
        boolean toChoice = way.target() != null
                && forms.getOrDefault(way.target(), Form.PLAIN).isChoice();
        List<String> roles =
                way.event() == null ? List.of() : options.roles.get(way.event()).orElse(List.of());
        losses.beside(way, toChoice, !roles.isEmpty());
        automatic.restart(way);
        String event = way.event() == null ? automatic.event(way) : events.of(way.event());
        List<String> own = way.guard() == null ? List.of() : List.of(guardName(way, way.guard(), event, counts));
        List<Alternative<S>> alternatives = way.target() == null
                ? List.of(new Alternative<>(List.of(), way.source()))
                : branches.alternatives(way.target());
        for (Alternative<S> alternative : alternatives) {
            builder.transition(event, t -> {
                t.from(states.of(way.source()));
                if (way.target() != null) {
                    t.to(states.of(alternative.target()));
                }
                t.by(roles.toArray(new String[0]));
                t.guard(own.toArray(new String[0]));
                t.guard(alternative.guards().toArray(new String[0]));
                if (way.event() == null) {
                    t.after(Limit.after(
                            way.period() == null
                                    ? AT_ONCE
                                    : Duration.ofMillis(way.period()).toString()));
                } else if (guarded.contains(way.event())) {
                    takes(t, true);
                }
            });
        }
    }

    private String guardName(Way<S, E> way, Condition<S, E> guard, String event, Map<Trigger<S, E>, Integer> counts) {
        S target = way.target() == null ? way.source() : way.target();
        if (way.event() == null) {
            String wish =
                    options.automaticGuards.get(new Leg<>(way.source(), target)).orElse(null);
            return book.name(wish, event, guard, target, way.text());
        }
        Trigger<S, E> trigger = new Trigger<>(way.source(), way.event());
        int number = counts.merge(trigger, 1, Integer::sum);
        List<String> wishes = options.guards.get(trigger).orElse(List.of());
        String wish = wishes.size() < number ? null : wishes.get(number - 1);
        return book.name(wish, event + "-from-" + states.of(way.source()), guard, target, way.text());
    }

    private void requireGuards(Trigger<S, E> trigger, int count) {
        int named = options.guards.get(trigger).map(List::size).orElse(0);
        if (named > count) {
            throw new IllegalArgumentException(
                    "guard(…) names " + named + " guards of " + trigger + ", which has " + count);
        }
    }

    private void roles() {
        Set<String> roles = new LinkedHashSet<>(Workflow.USUAL_ROLES);
        roles.addAll(List.of(options.startRoles));
        for (E event : events.originals().values()) {
            roles.addAll(options.roles.get(event).orElse(List.of()));
        }
        if (options.takeOverRole != null) {
            roles.add(options.takeOverRole);
        }
        builder.roles(roles.toArray(new String[0]));
    }
}
