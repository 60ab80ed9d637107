package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.MachineModel.Form;
import dev.orderly.statemachine.definition.MachineModel.Move;
import dev.orderly.statemachine.definition.MachineModel.Place;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.statemachine.security.SecurityRule;
import org.springframework.statemachine.security.SecurityRule.ComparisonType;

/** The notes on what a workflow has no place for. */
final class UnsupportedFeatures {

    private static final String LISTEN = "do it in an OrderListener, or send a notification by \"notify\"";

    private final List<ImportNote> notes = new ArrayList<>();

    List<ImportNote> notes() {
        return List.copyOf(notes);
    }

    /** Adds a note, once: a transition of a state with states within is met in each of them. */
    void add(Kind kind, String place, String meaning, String advice) {
        ImportNote note = new ImportNote(kind, place, meaning, advice);
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    void addAll(Collection<ImportNote> more) {
        notes.addAll(more);
    }

    void ofStart(Object initial, int actions) {
        String what = actions == 1 ? "the action of the start is" : "the " + actions + " actions of the start are";
        add(Kind.INITIAL_ACTION, initial.toString(), what + " not carried over", LISTEN);
    }

    void of(Place<?, ?> place) {
        String id = place.id().toString();
        form(place, id);
        action(id, place.entry(), "on entry");
        action(id, place.activity(), "while it lasts");
        action(id, place.exit(), "on exit");
        if (!place.deferred().isEmpty()) {
            add(
                    Kind.DEFERRED_EVENT,
                    id,
                    "keeps " + joined(place.deferred())
                            + " for later; an order refuses an event that has no transition",
                    "add a data move that takes it, or send it again later");
        }
    }

    private void form(Place<?, ?> place, String id) {
        if (place.twice() && place.form() != Form.INNER) {
            add(
                    Kind.SUBMACHINE,
                    id,
                    "is within " + place.parent() + " and beside it: an order in it has the transitions of "
                            + place.parent() + " in both cases",
                    "let one of the two declare it");
        }
        switch (place.form()) {
            case ORTHOGONAL ->
                add(
                        Kind.REGION,
                        id,
                        "its regions are not carried over, only the state itself: an order is in one status at a time",
                        "make cases or fields of what happens beside each other");
            case INNER ->
                add(Kind.SUBMACHINE, id, "is a state within " + place.parent() + " and is not carried over", "");
            case HISTORY -> pseudo(Kind.HISTORY, id, "a history pseudo-state");
            case FORK ->
                add(
                        Kind.FORK,
                        id,
                        place.leadsTo() == null
                                ? "is a fork and is not carried over"
                                : "is a fork and is not carried over: what leads to it leads to " + place.leadsTo()
                                        + ", whatever happens in its regions",
                        "");
            case JOIN ->
                add(
                        Kind.JOIN,
                        id,
                        place.leadsTo() == null
                                ? "is a join and is not carried over"
                                : "is a join and is not carried over: what leads on from it leads on from "
                                        + place.leadsTo() + ", when the role " + Workflow.SYSTEM + " says so",
                        "");
            case ENTRY -> pseudo(Kind.ENTRY_POINT, id, "an entry point");
            case EXIT -> pseudo(Kind.EXIT_POINT, id, "an exit point");
            case PLAIN, END, CHOICE, JUNCTION, COMPOSITE -> {}
        }
    }

    private void pseudo(Kind kind, String id, String what) {
        add(kind, id, "is " + what + " and is not carried over", "lead its transitions to a status");
    }

    private void action(String id, int actions, String when) {
        if (actions > 0) {
            String what = actions == 1 ? "its action " + when + " is" : "its " + actions + " actions " + when + " are";
            add(Kind.STATE_ACTION, id, what + " not carried over", LISTEN);
        }
    }

    /** Adds notes on the actions, the security and the name of a transition that is carried over, or would be. */
    void beside(Move<?, ?> way, boolean toChoice, boolean hasRoles) {
        if (way.actions() > 0) {
            add(
                    Kind.TRANSITION_ACTION,
                    way.text(),
                    count(way.actions()) + " not carried over"
                            + (toChoice
                                    ? ", though it runs before the choice asks its guards, which may rely on it"
                                    : ""),
                    LISTEN);
        }
        if (way.security() != null) {
            ImportNote note = security(way.text(), "it", way.security());
            String advice = hasRoles ? "by(…) says who may instead: compare the two" : note.advice();
            add(note.kind(), note.place(), note.meaning(), advice);
        }
        if (way.event() != null && !way.name().isEmpty()) {
            add(
                    Kind.TRANSITION_NAME,
                    way.text(),
                    "its name \"" + way.name() + "\" is not carried over; an order's history has the event",
                    "");
        }
    }

    void branchActions(Object choice, Object target, int actions) {
        if (actions > 0) {
            add(Kind.TRANSITION_ACTION, choice + " → " + target, count(actions) + " not carried over", LISTEN);
        }
    }

    void move(Move<?, ?> move, String why, String advice) {
        add(Kind.TRANSITION, move.text(), "is not carried over: " + why, advice);
    }

    void branch(Object choice, Object target, String why, boolean last) {
        add(
                Kind.TRANSITION,
                choice + " → " + target,
                "is not carried over: " + why
                        + (last ? "" : "; the branches after it ask that its guard does not agree"),
                "");
    }

    static ImportNote security(String place, String what, SecurityRule rule) {
        List<String> asks = new ArrayList<>();
        if (rule.getAttributes() != null && !rule.getAttributes().isEmpty()) {
            ComparisonType comparison = rule.getComparisonType();
            asks.add((comparison == null ? ComparisonType.ANY : comparison)
                            .name()
                            .toLowerCase(Locale.ROOT) + " of "
                    + joined(rule.getAttributes().stream().sorted().toList()));
        }
        if (rule.getExpression() != null) {
            asks.add("\"" + rule.getExpression() + "\"");
        }
        return new ImportNote(
                Kind.SECURITY,
                place,
                what + " was open to who meets " + String.join(" and ", asks) + ", which a workflow cannot ask",
                "say by by(event, roles…) who may");
    }

    private static String count(int actions) {
        return actions == 1 ? "its action is" : "its " + actions + " actions are";
    }

    private static String joined(Collection<?> words) {
        return String.join(", ", words.stream().map(Object::toString).toList());
    }
}
