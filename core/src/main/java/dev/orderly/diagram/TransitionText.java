package dev.orderly.diagram;

import dev.orderly.diagram.Diagram.Label;
import dev.orderly.workflow.AmountRules;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldChange.Operation;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is written on a transition: its event, who may fire it, what it writes, and what can refuse it although the request is
 * complete. The data that a request must carry is left out: it would drown the ways between the statuses.
 */
final class TransitionText {

    /** The data that a request must carry. */
    private static final Set<Condition.Kind> GIVEN = EnumSet.of(Condition.Kind.NEEDS, Condition.Kind.HAS);

    private TransitionText() {}

    /**
     * The text of a transition.
     *
     * @param target what to write behind its event, roles and times: where it leads, where no edge shows that
     * @param fields the fields of its workflow, whose bounds can refuse it
     */
    static Label of(Transition transition, String target, Collection<Field> fields) {
        String head = transition.event() + roles(transition) + trigger(transition) + asides(transition);
        if (head.length() + target.length() <= Lines.EDGE_WIDTH) {
            head += target;
        }
        List<String> clauses = new ArrayList<>();
        if (!head.endsWith(target)) {
            clauses.add(target.strip());
        }
        transition.changes().forEach(change -> clauses.add(change(change)));
        String link = "if ";
        for (String condition : conditions(transition, fields)) {
            clauses.add(link + condition);
            link = "and ";
        }
        String whole = head + (transition.changes().isEmpty() ? " " : ", ") + String.join(" ", clauses);
        if (whole.length() <= Lines.EDGE_WIDTH) {
            return new Label(Lines.wrap(whole, Lines.EDGE_WIDTH));
        }
        List<String> lines = new ArrayList<>(Lines.wrap(head, Lines.EDGE_WIDTH));
        clauses.forEach(clause -> lines.addAll(Lines.wrap(clause, Lines.EDGE_WIDTH)));
        return new Label(lines);
    }

    /** What fires by itself, and only {@code system} may fire, says so already. */
    private static String roles(Transition transition) {
        boolean firesByItself = transition.after() != null || transition.automatic();
        boolean implied = firesByItself && transition.by().equals(List.of(Workflow.SYSTEM));
        return implied || transition.by().isEmpty() ? "" : " [" + String.join(", ", transition.by()) + "]";
    }

    /** When it fires by itself; empty where it does not. */
    static String trigger(Transition transition) {
        String after = transition.after() == null
                ? ""
                : " (after " + transition.after().words() + ")";
        return after + (transition.automatic() ? " (automatic)" : "");
    }

    private static String asides(Transition transition) {
        StringBuilder text = new StringBuilder();
        inOrder(transition)
                .filter(Condition::isAside)
                .forEach(
                        condition -> text.append(" (").append(condition.words()).append(')'));
        return text.toString();
    }

    private static String change(FieldChange change) {
        Object value = change.value();
        String text = value instanceof Reference reference ? reference.words() : value.toString();
        return switch (change.operation()) {
            case ADD -> "adds " + text + " to " + change.field();
            case SET -> "sets " + change.field() + " to " + text;
        };
    }

    private static List<String> conditions(Transition transition, Collection<Field> fields) {
        Stream<Condition> own =
                inOrder(transition).filter(condition -> !condition.isAside() && !GIVEN.contains(condition.kind()));
        Stream<FieldComparison> bounds = AmountRules.of(transition, fields).bounds().stream()
                .filter(bound -> changes(transition, bound.field()));
        return Stream.concat(own, bounds).map(Condition::words).distinct().toList();
    }

    /** Whether it gives the field a value that the author of the workflow does not know. */
    private static boolean changes(Transition transition, String field) {
        return transition.writable().contains(field)
                || transition.changes().stream()
                        .anyMatch(change -> change.field().equals(field)
                                && (change.operation() == Operation.ADD || change.reference() != null));
    }

    /** What says most comes first; what only says its own name comes last. */
    private static Stream<Condition> inOrder(Transition transition) {
        return transition.conditions().stream()
                .sorted(Comparator.comparing(condition -> condition.kind().shape()));
    }
}
