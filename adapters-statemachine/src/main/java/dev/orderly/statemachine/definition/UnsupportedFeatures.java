package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.MachineModel.Form;
import dev.orderly.statemachine.definition.MachineModel.Place;
import dev.orderly.statemachine.definition.MachineModel.Way;
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

    void add(Kind kind, String place, String meaning, String advice) {
        notes.add(new ImportNote(kind, place, meaning, advice));
    }

    void addAll(Collection<ImportNote> more) {
        notes.addAll(more);
    }

    void ofStart(Object initial, int actions) {
        if (actions > 0) {
            add(Kind.INITIAL_ACTION, initial.toString(), "the action of the start is not carried over", LISTEN);
        }
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
        switch (place.form()) {
            case ORTHOGONAL ->
                add(
                        Kind.REGION,
                        id,
                        "its regions are not carried over, only the state itself: an order is in one status at a time",
                        "make cases or fields of what happens beside each other");
            case COMPOSITE ->
                add(
                        Kind.SUBMACHINE,
                        id,
                        "the states within it are not carried over, only the state itself",
                        "make them states beside each other before the import");
            case INNER ->
                add(Kind.SUBMACHINE, id, "is a state within " + place.parent() + " and is not carried over", "");
            case HISTORY -> pseudo(Kind.HISTORY, id, "a history pseudo-state");
            case FORK -> pseudo(Kind.FORK, id, "a fork");
            case JOIN -> pseudo(Kind.JOIN, id, "a join");
            case ENTRY -> pseudo(Kind.ENTRY_POINT, id, "an entry point");
            case EXIT -> pseudo(Kind.EXIT_POINT, id, "an exit point");
            case PLAIN, END, CHOICE, JUNCTION -> {}
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
    void beside(Way<?, ?> way, boolean toChoice, boolean hasRoles) {
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

    void way(Way<?, ?> way, String why, String advice) {
        add(Kind.TRANSITION, way.text(), "is not carried over: " + why, advice);
    }

    static String why(Object end, Form form) {
        return end
                + switch (form) {
                    case INNER -> " is a state within another";
                    case HISTORY -> " is a history pseudo-state";
                    case FORK -> " is a fork";
                    case JOIN -> " is a join";
                    case ENTRY -> " is an entry point";
                    case EXIT -> " is an exit point";
                    case CHOICE, JUNCTION -> " is a choice, which has branches of its own";
                    case PLAIN, END, COMPOSITE, ORTHOGONAL -> " is a state";
                };
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
