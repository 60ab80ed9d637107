package dev.orderly.file;

import dev.orderly.workflow.Name;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code from: any} and its {@code except}. A status that is itself called so is meant in its place. */
final class AnyStatus {

    static final String ANY = "any";

    private final List<Status> statuses;
    private final List<String> names;
    private final FileProblems problems;

    AnyStatus(List<Status> statuses, FileProblems problems) {
        this.statuses = statuses;
        this.names = statuses.stream().map(Status::name).toList();
        this.problems = problems;
    }

    /** What stands under {@code from}; {@code any} alone where it means any status. */
    List<String> from(MappingReader transition) {
        List<String> from = transition.texts("from");
        if (mentionsAny(from) && from.size() > 1) {
            transition.invalid(
                    "from",
                    "\"from\" of " + transition.what()
                            + " has \"any\" among others: leave it alone there, or take it out");
            return List.of(ANY);
        }
        if (transition.has("except") && !mentionsAny(from)) {
            problems.error(
                    transition.keyLocation("except"),
                    "invalid-value",
                    "\"except\" of " + transition.what()
                            + " goes with \"from: any\" alone: say so, or list under \"from\" where it may happen");
        }
        return from;
    }

    private boolean mentionsAny(List<String> from) {
        return from.contains(ANY) && !names.contains(ANY);
    }

    /** The transition with the statuses that it comes from; empty if that is none. */
    Optional<Transition> resolve(Transition transition, MappingReader mapping) {
        if (!mentionsAny(transition.from())) {
            return Optional.of(transition);
        }
        List<String> except = except(mapping);
        if (statuses.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(transition.withFromAny(statuses, except));
        } catch (IllegalArgumentException e) {
            mapping.invalid("from", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The statuses that are excepted, or that were probably meant. */
    private List<String> except(MappingReader mapping) {
        mapping.refuseEmpty("except");
        List<String> except = new ArrayList<>();
        for (Node item : mapping.items("except")) {
            if (item instanceof Node.Scalar status && !status.isNull()) {
                Optional<String> meant =
                        names.contains(status.text()) ? Optional.of(status.text()) : Name.nearest(status.text(), names);
                if (!names.contains(status.text())) {
                    problems.error(
                            status.location(),
                            "unknown-status",
                            status.kind() + " is no status of this workflow: "
                                    + meant.map(near -> "did you mean " + Node.quoted(near) + "?")
                                            .orElse("correct it, or declare it under \"statuses\""));
                }
                meant.ifPresent(except::add);
            } else {
                mapping.wrong(item, "except", "a text or a list of texts");
            }
        }
        return except;
    }
}
