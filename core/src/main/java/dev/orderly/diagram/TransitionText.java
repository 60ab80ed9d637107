package dev.orderly.diagram;

import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written on a transition: its event, who may fire it, and what can refuse it although the request is complete.
 * The data that a request must carry is left out: it would drown the ways between the statuses.
 */
final class TransitionText {

    private TransitionText() {}

    static List<String> lines(Transition transition) {
        String head = transition.event() + roles(transition) + times(transition);
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

    /** A deadline that only {@code system} may fire says so by itself. */
    private static String roles(Transition transition) {
        boolean implied = transition.after() != null && transition.by().equals(List.of(Workflow.SYSTEM));
        return implied || transition.by().isEmpty() ? "" : " [" + String.join(", ", transition.by()) + "]";
    }

    private static String times(Transition transition) {
        return time("after", transition.after())
                + time("not before", transition.notBefore())
                + time("within", transition.within())
                + (transition.once() ? " (once)" : "");
    }

    private static String time(String word, @Nullable TimeLimit limit) {
        if (limit == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(" (").append(word).append(' ').append(limit.span());
        List<String> starts = new ArrayList<>();
        if (limit.dateField() != null) {
            starts.add(limit.dateField());
        }
        if (limit.of() != null) {
            starts.add(limit.of());
        }
        if (!starts.isEmpty()) {
            text.append(" from ").append(String.join(" or ", starts));
        }
        if (limit.cutOff() != null) {
            text.append(", cut-off ").append(limit.cutOff());
        }
        return text.append(')').toString();
    }

    private static List<String> conditions(Transition transition) {
        List<String> conditions = new ArrayList<>();
        transition.whenFields().forEach(test -> conditions.add(test.toString()));
        transition.guards().forEach(guard -> conditions.add("guard " + guard));
        if (transition.linesAvailable()) {
            conditions.add("lines available");
        }
        if (transition.noOpenCase()) {
            conditions.add("no open case");
        }
        return conditions;
    }
}
