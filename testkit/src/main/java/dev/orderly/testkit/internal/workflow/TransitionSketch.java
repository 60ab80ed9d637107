package dev.orderly.testkit.internal.workflow;

import static dev.orderly.testkit.internal.workflow.Vocabulary.pick;

import dev.orderly.workflow.TransitionBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A transition as chance sketches it: every number means something, whatever else the workflow has.
 *
 * @param event which event
 * @param alsoFrom the statuses beside the first in which it may happen
 * @param way where it leads from and to
 * @param by the roles; none for every role
 * @param clauses what else it says
 */
public record TransitionSketch(
        int event, List<Integer> alsoFrom, int way, List<Integer> by, List<TransitionClause> clauses) {

    /** The event of a move; one that fires by itself is no other's as well. */
    String moveEvent() {
        String name = pick(Vocabulary.EVENTS, event);
        return isAutomatic() ? "auto-" + name : name;
    }

    private boolean isAutomatic() {
        return clauses.stream().anyMatch(clause -> clause.kind() == TransitionClause.Kind.AUTOMATIC);
    }

    /** Describes the start of an order or, with fewer clauses, of a case. */
    void describeStart(TransitionBuilder<String> t, List<String> live, boolean isCase) {
        t.to(pick(live, way));
        roles().forEach(t::by);
        clauses(true, isCase).forEach(clause -> clause.describe(t, List.of()));
    }

    /** Describes a move between statuses, or a data move. */
    void describe(
            TransitionBuilder<String> t,
            List<String> statuses,
            List<String> events,
            boolean isCase,
            boolean hasItems,
            boolean hasFlows) {
        Stream.concat(Stream.of(way), alsoFrom.stream())
                .map(from -> pick(statuses, from))
                .distinct()
                .forEach(t::from);
        int to = way / statuses.size() % (statuses.size() + 1);
        if (to < statuses.size()) {
            t.to(statuses.get(to));
        }
        List<TransitionClause> said = clauses(false, isCase).stream()
                .filter(clause -> hasItems || !clause.kind().isAboutItems())
                .filter(clause -> hasFlows || clause.kind() != TransitionClause.Kind.WHEN_FLOW)
                .toList();
        boolean timed =
                !isAutomatic() && said.stream().anyMatch(clause -> clause.kind() == TransitionClause.Kind.AFTER);
        if (!timed && !isAutomatic()) {
            roles().forEach(t::by);
        }
        said.stream()
                .filter(clause -> !timed || clause.kind() != TransitionClause.Kind.NEEDS)
                .filter(clause -> !isAutomatic() || clause.kind().isForAutomatic())
                .forEach(clause -> clause.describe(t, events));
    }

    private Stream<String> roles() {
        return by.stream().map(role -> pick(Vocabulary.ROLES, role)).distinct();
    }

    private List<TransitionClause> clauses(boolean start, boolean isCase) {
        Set<String> written = new HashSet<>();
        return clauses.stream()
                .filter(clause -> clause.written().map(written::add).orElse(true))
                .toList()
                .stream()
                .filter(clause -> !clause.givesOneOf(written))
                .filter(clause -> !start || clause.kind().isForStarts())
                .filter(clause -> !isCase || clause.kind().isForCases())
                .toList();
    }
}
