package dev.orderly.diagram;

import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is written on a transition: its event, who may fire it, and what can refuse it although the request is complete.
 * The data that a request must carry is left out: it would drown the ways between the statuses.
 */
final class TransitionText {

    /** The data that a request must carry. */
    private static final Set<Condition.Kind> GIVEN = EnumSet.of(Condition.Kind.NEEDS, Condition.Kind.HAS);

    private TransitionText() {}

    static List<String> lines(Transition transition) {
        String head = transition.event() + roles(transition) + asides(transition);
        List<String> conditions = conditions(transition);
        if (conditions.isEmpty()) {
            return Lines.wrap(head, Lines.EDGE_WIDTH);
        }
        String whole = head + " if " + String.join(" and ", conditions);
        if (whole.length() <= Lines.EDGE_WIDTH) {
            return Lines.wrap(whole, Lines.EDGE_WIDTH);
        }
        List<String> lines = new ArrayList<>(Lines.wrap(head, Lines.EDGE_WIDTH));
        String link = "if ";
        for (String condition : conditions) {
            lines.addAll(Lines.wrap(link + condition, Lines.EDGE_WIDTH));
            link = "and ";
        }
        return lines;
    }

    /** What fires by itself, and only {@code system} may fire, says so already. */
    private static String roles(Transition transition) {
        boolean firesByItself = transition.after() != null || transition.automatic();
        boolean implied = firesByItself && transition.by().equals(List.of(Workflow.SYSTEM));
        return implied || transition.by().isEmpty() ? "" : " [" + String.join(", ", transition.by()) + "]";
    }

    private static String asides(Transition transition) {
        StringBuilder text = new StringBuilder();
        if (transition.after() != null) {
            text.append(" (after ").append(transition.after().words()).append(')');
        }
        if (transition.automatic()) {
            text.append(" (automatic)");
        }
        inOrder(transition)
                .filter(Condition::isAside)
                .forEach(
                        condition -> text.append(" (").append(condition.words()).append(')'));
        return text.toString();
    }

    private static List<String> conditions(Transition transition) {
        return inOrder(transition)
                .filter(condition -> !condition.isAside() && !GIVEN.contains(condition.kind()))
                .map(Condition::words)
                .toList();
    }

    /** What says most comes first; what only says its own name comes last. */
    private static Stream<Condition> inOrder(Transition transition) {
        return transition.conditions().stream()
                .sorted(Comparator.comparing(condition -> condition.kind().shape()));
    }
}
