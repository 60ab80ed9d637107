package dev.orderly.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects reasons and keeps those of the first kind; costs nothing where there are none. */
final class Objections {

    private @Nullable ReasonPriority first;
    private @Nullable Set<Reason> reasons;

    void add(ReasonPriority kind, Reason reason) {
        if (reasons == null || first == null || kind.compareTo(first) < 0) {
            first = kind;
            reasons = new LinkedHashSet<>();
        }
        if (kind == first) {
            reasons.add(reason);
        }
    }

    List<Reason> reasons() {
        return reasons == null ? List.of() : List.copyOf(reasons);
    }

    boolean isEmpty() {
        return reasons == null;
    }
}
