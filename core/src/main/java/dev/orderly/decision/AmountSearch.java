package dev.orderly.decision;

import dev.orderly.workflow.AmountRules;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for values with which a request meets comparisons, changes and bounds of a transition: with 100 EUR paid and
 * refunded, no amount can be refunded any more. Between two of the values that it tries, nothing that is asked changes.
 */
final class AmountSearch {

    /** How many requests are tried for one transition of one order before it counts as possible. */
    private static final int MOST_TRIES = 2_000;

    private final CompiledTransition transition;
    private final DataRules data;
    private final Map<String, Field> fields = new HashMap<>();

    /** The fields on which it depends, those that have no value yet and must be given included. */
    private final Set<String> involved;

    private final List<Condition> tests;
    private final boolean adds;

    AmountSearch(CompiledTransition transition, DataRules data, List<Field> declared) {
        this.transition = transition;
        this.data = data;
        declared.forEach(field -> fields.put(field.name(), field));
        Transition definition = transition.transition();
        this.involved = involved(definition, transition.amounts());
        this.tests = definition.conditions(Condition.Kind.WHEN).stream()
                .filter(test -> test instanceof FieldComparison
                        || (test instanceof FieldCondition condition && involved.contains(condition.field())))
                .toList();
        this.adds = definition.changes().stream().anyMatch(c -> c.operation() == FieldChange.Operation.ADD);
    }

    private static Set<String> involved(Transition definition, AmountRules amounts) {
        Set<String> involved = new LinkedHashSet<>();
        for (FieldChange change : definition.changes()) {
            involved.add(change.field());
            add(change.reference(), involved);
        }
        for (List<FieldComparison> all : List.of(definition.comparisons(), amounts.bounds())) {
            for (FieldComparison comparison : all) {
                involved.add(comparison.field());
                add(comparison.other(), involved);
            }
        }
        return involved;
    }

    private static void add(@Nullable Reference reference, Set<String> fields) {
        if (reference != null && reference.isField()) {
            fields.add(reference.name());
        }
    }

    /** What speaks against every request. */
    void lasting(Attempt attempt, Objections objections) {
        Search search = new Search(attempt);
        if (search.find() == null) {
            search.refused(objections);
        }
    }

    /** The fields that a request gives in order to be taken. */
    Set<String> given(Attempt attempt) {
        Data found = new Search(attempt).find();
        return found == null ? Set.of() : found.asMap().keySet();
    }

    /** The search for one order. */
    private final class Search {

        private final Attempt attempt;
        private final List<Field> variables;
        private int tries;
        private int least = Integer.MAX_VALUE;
        private @Nullable Attempt closest;

        Search(Attempt attempt) {
            this.attempt = attempt;
            this.variables = involved.stream()
                    .filter(name -> data.isChangeable(name, attempt))
                    .map(fields::get)
                    .filter(field -> field != null)
                    .toList();
        }

        /** Data that are taken; empty where none need be given, null where none are. */
        @Nullable
        Data find() {
            return find(0, Data.EMPTY);
        }

        private @Nullable Data find(int index, Data given) {
            if (index == variables.size()) {
                return meets(given) || tries > MOST_TRIES ? given : null;
            }
            Field field = variables.get(index);
            Data without = isAsked(field.name()) ? null : find(index + 1, given);
            if (without != null) {
                return without;
            }
            for (Object value : candidates(field, given)) {
                Data found = find(index + 1, given.with(field.name(), value));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }

        /** Whether a request must give a field, whatever amounts there are. */
        private boolean isAsked(String field) {
            Transition definition = transition.transition();
            return definition.needs().contains(field)
                    || (definition.has().contains(field) && attempt.order().field(field) == null);
        }

        private Iterable<Object> candidates(Field field, Data given) {
            Set<Object> known = new LinkedHashSet<>();
            Attempt own = transition.own(attempt.giving(given));
            for (String name : involved) {
                add(own.field(name), known);
                add(own.order().field(name), known);
                bounds(fields.get(name), own, known);
            }
            add(own.total(), known);
            for (Condition test : tests) {
                if (test instanceof FieldCondition condition) {
                    known.addAll(condition.values());
                }
            }
            for (FieldChange change : transition.transition().changes()) {
                if (change.reference() == null) {
                    known.add(change.value());
                }
            }
            return CandidateValues.of(field, known, adds, own);
        }

        private void bounds(@Nullable Field field, Attempt own, Set<Object> known) {
            if (field != null && field.min() != null) {
                known.add(field.min().on(own.calendar().dateOf(own.at())));
            }
            if (field != null && field.max() != null) {
                known.add(field.max().on(own.calendar().dateOf(own.at())));
            }
        }

        private boolean meets(Data given) {
            tries++;
            Attempt own = transition.own(attempt.giving(given));
            if (!own.written().missing().isEmpty()) {
                return false;
            }
            int distance = distance(own);
            if (distance < least) {
                least = distance;
                closest = own;
            }
            return distance == 0;
        }

        /** How much speaks against a request: most, what it should have given; least, what its amounts lead to. */
        private int distance(Attempt own) {
            int distance = own.written().objections().size()
                    + transition.amounts().objections(own, own::isChanged).size();
            for (Condition test : tests) {
                if (!test.isMet(own)) {
                    distance += test.missing(own) == null ? 100 : 10_000;
                }
            }
            return distance;
        }

        /** What speaks against the request that comes closest. */
        void refused(Objections objections) {
            Attempt refused = closest;
            if (refused != null) {
                transition.amounts(refused, objections);
                for (Condition test : tests) {
                    if (!test.isMet(refused)) {
                        CompiledTransition.unmet(test, refused, objections);
                    }
                }
            }
        }
    }

    private static void add(@Nullable Object value, Set<Object> known) {
        if (value != null) {
            known.add(value);
        }
    }
}
