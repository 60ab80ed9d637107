package dev.orderly.decision;

import dev.orderly.workflow.Condition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects reasons and keeps those of the first kind: data that are missing, then data that are wrong, then what is not
 * met in the order of {@link Condition.Kind}. Costs nothing where there are none.
 */
final class Objections {

    private @Nullable Set<Reason> missing;
    private @Nullable Set<Reason> wrong;
    private @Nullable Set<Reason> unmet;
    private Condition.@Nullable Kind first;

    void missing(Reason reason) {
        missing = missing == null ? new LinkedHashSet<>() : missing;
        missing.add(reason);
    }

    void wrong(Reason reason) {
        wrong = wrong == null ? new LinkedHashSet<>() : wrong;
        wrong.add(reason);
    }

    void unmet(Condition.Kind kind, Reason reason) {
        if (unmet == null || first == null || kind.compareTo(first) < 0) {
            first = kind;
            unmet = new LinkedHashSet<>();
        }
        if (kind == first) {
            unmet.add(reason);
        }
    }

    List<Reason> reasons() {
        Set<Reason> reasons = missing != null ? missing : wrong != null ? wrong : unmet;
        return reasons == null ? List.of() : List.copyOf(reasons);
    }

    boolean isEmpty() {
        return missing == null && wrong == null && unmet == null;
    }
}
