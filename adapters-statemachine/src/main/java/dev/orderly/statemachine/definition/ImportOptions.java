package dev.orderly.statemachine.definition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller of an import wants. */
final class ImportOptions<S, E> {

    int version = 1;
    String[] languages = {"en"};
    String start = "place";
    String[] startRoles = {};

    @Nullable
    String migrationRole;

    final List<Variable> variables = new ArrayList<>();
    final NamedOptions<S, String> statuses = new NamedOptions<>("status");
    final NamedOptions<S, Boolean> done = new NamedOptions<>("done");
    final NamedOptions<E, String> events = new NamedOptions<>("event");
    final NamedOptions<E, List<String>> roles = new NamedOptions<>("by");
    final NamedOptions<Trigger<S, E>, List<String>> guards = new NamedOptions<>("guard");
    final NamedOptions<StatePair<S>, String> automatic = new NamedOptions<>("automatic");
    final NamedOptions<StatePair<S>, String> automaticGuards = new NamedOptions<>("automaticGuard");
    final NamedOptions<StatePair<S>, String> branchGuards = new NamedOptions<>("branchGuard");

    /** An event in a state. */
    record Trigger<S, E>(S source, E event) {
        @Override
        public String toString() {
            return source + " on " + event;
        }
    }

    /** From one state to another. */
    record StatePair<S>(S source, S target) {
        @Override
        public String toString() {
            return source + " → " + target;
        }
    }

    /** The names of the fields that come as headers, or of those that do not. */
    String[] fields(boolean headers) {
        return variables.stream()
                .filter(v -> v.header() == headers)
                .map(v -> v.field().name())
                .toArray(String[]::new);
    }

    void requireMet() {
        List.of(statuses, done, events, roles, guards, automatic, automaticGuards, branchGuards)
                .forEach(NamedOptions::requireMet);
    }
}
