package dev.orderly.workflow;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up, in the transitions of a workflow, the deadline from which a limit counts back. */
final class DeadlineLookup {

    private final List<Transition> transitions;

    DeadlineLookup(List<Transition> transitions) {
        this.transitions = transitions;
    }

    Transition in(Transition transition) {
        boolean countsBack = Stream.of(transition.after(), transition.notBefore(), transition.within())
                .filter(Objects::nonNull)
                .anyMatch(limit -> limit.before() != null);
        if (!countsBack) {
            return transition;
        }
        return transition.toBuilder()
                .after(in(transition.after(), transition.from()))
                .notBefore(in(transition.notBefore(), transition.from()))
                .within(in(transition.within(), transition.from()))
                .build();
    }

    Status in(Status status) {
        return status.due() == null || status.due().before() == null
                ? status
                : status.toBuilder()
                        .due(in(status.due(), List.of(status.name())))
                        .build();
    }

    private @Nullable TimeLimit in(@Nullable TimeLimit limit, List<String> statuses) {
        if (limit == null || limit.before() == null) {
            return limit;
        }
        return new TimeLimit(limit.span(), null, null, null, limit.before().resolved(statuses, transitions));
    }
}
