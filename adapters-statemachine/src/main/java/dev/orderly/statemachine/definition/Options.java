package dev.orderly.statemachine.definition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller of an import wants. */
final class Options<S, E> {

    int version = 1;
    String[] languages = {"en"};
    String start = "place";
    String[] startRoles = {};

    @Nullable
    String takeOverRole;

    final List<Variable> variables = new ArrayList<>();
    final Wishes<S, String> statuses = new Wishes<>("status");
    final Wishes<S, Boolean> done = new Wishes<>("done");
    final Wishes<E, String> events = new Wishes<>("event");
    final Wishes<E, List<String>> roles = new Wishes<>("by");
    final Wishes<Trigger<S, E>, List<String>> guards = new Wishes<>("guard");
    final Wishes<Leg<S>, String> automatic = new Wishes<>("automatic");
    final Wishes<Leg<S>, String> automaticGuards = new Wishes<>("automaticGuard");
    final Wishes<Leg<S>, String> branchGuards = new Wishes<>("branchGuard");

    /** An event in a state. */
    record Trigger<S, E>(S source, E event) {
        @Override
        public String toString() {
            return source + " on " + event;
        }
    }

    /** From one state to another. */
    record Leg<S>(S source, S target) {
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
                .forEach(Wishes::requireMet);
    }
}
