package dev.orderly.check;

import dev.orderly.workflow.DeadlineReference;
import dev.orderly.workflow.OrderFacts;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges limits that count back from a deadline: that there is one, the same in each status, and time enough before it. */
final class CountdownChecks {

    private final Workflow workflow;
    private final DefinedNames names;
    private final ProblemCollector problems;

    CountdownChecks(Workflow workflow, DefinedNames names, ProblemCollector problems) {
        this.workflow = workflow;
        this.names = names;
        this.problems = problems;
    }

    void run() {
        for (Status status : workflow.statuses()) {
            check(status.due(), List.of(status.name()), "statuses/" + status.name() + "/due");
        }
        for (int i = 0; i < workflow.transitions().size(); i++) {
            Transition transition = workflow.transitions().get(i);
            String path = "transitions/" + i;
            check(transition.after(), transition.from(), path + "/after");
            check(transition.notBefore(), transition.from(), path + "/not-before");
            check(transition.within(), transition.from(), path + "/within");
        }
    }

    private void check(@Nullable TimeLimit limit, List<String> statuses, String path) {
        if (limit == null
                || limit.before() == null
                || !names.declares(DefinedNames.Kind.EVENT, limit.before().event())) {
            return;
        }
        String wrong = statuses.isEmpty()
                ? "nothing counts back from a deadline at the start of an order, which has none yet"
                : wrong(limit.before(), statuses).orElseGet(() -> tooLong(limit));
        if (wrong != null) {
            problems.add(ProblemCode.WRONG_CONDITION, path + "/before", wrong);
        }
    }

    private Optional<String> wrong(DeadlineReference deadline, List<String> statuses) {
        for (String status : statuses) {
            List<TimeLimit> limits =
                    deadline.limitsIn(status, workflow.transitions()).toList();
            if (limits.isEmpty()) {
                return Optional.of("\"" + deadline.event() + "\" has no deadline in status " + status
                        + ": name an event with \"after\" there, or count from an event by \"of\"");
            }
            if (limits.size() > 1) {
                return Optional.of("\"" + deadline.event() + "\" has several deadlines in status " + status + ", "
                        + limits.stream().map(TimeLimit::words).collect(Collectors.joining(" and "))
                        + ": count back from an event with one");
            }
            if (limits.get(0).before() != null) {
                return Optional.of("the deadline of \"" + deadline.event() + "\" counts back itself, "
                        + limits.get(0).words() + ": count from that one");
            }
            if (waitsFurther(deadline.event(), status)) {
                return Optional.of("\"" + deadline.event() + "\" fires at its deadline only if its \"not-before\" has"
                        + " come as well, so that nothing can count back from it");
            }
        }
        return deadline.limit() == null
                ? Optional.of("the deadline of \"" + deadline.event() + "\" is not the same in "
                        + String.join(", ", statuses) + ": write a transition for each status")
                : Optional.empty();
    }

    private boolean waitsFurther(String event, String status) {
        return workflow.transitions().stream()
                .anyMatch(t -> t.event().equals(event)
                        && t.from().contains(status)
                        && t.after() != null
                        && t.notBefore() != null);
    }

    private @Nullable String tooLong(TimeLimit limit) {
        DeadlineReference deadline = limit.before();
        if (deadline == null || deadline.limit() == null || deadline.limit().dateField() != null) {
            return null;
        }
        boolean fits = limit.end(AllAtOnce.FACTS, workflow.calendar())
                .map(end -> !end.isBefore(AllAtOnce.FACTS.since()))
                .orElse(true);
        return fits
                ? null
                : limit.words() + " lies before that deadline begins to count, "
                        + deadline.limit().words() + ": take a shorter time";
    }

    /** An order to which all that has happened happened at one moment, a Wednesday's noon. */
    private enum AllAtOnce implements OrderFacts {
        FACTS;

        private static final Instant MOMENT = Instant.parse("2025-01-15T12:00:00Z");

        @Override
        public String number() {
            return "";
        }

        @Override
        public Instant since() {
            return MOMENT;
        }

        @Override
        public @Nullable Object field(String name) {
            return null;
        }

        @Override
        public Instant timeOf(String event) {
            return MOMENT;
        }
    }
}
