package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that matter to what an order can do, each with its domain: those with a condition on them, and those that
 * a deadline must find there, because it fires without data.
 */
final class Domains {

    private final DefinedNames names;
    private final Map<String, List<FieldCondition>> tests = new LinkedHashMap<>();
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final List<Domain> domains = new ArrayList<>();

    Domains(Workflow workflow, DefinedNames names) {
        this.names = names;
        for (Transition transition : workflow.transitions()) {
            gather(transition.whenFields());
            for (String field : compared(transition)) {
                mention(names.field(field));
            }
            for (String field : askedByDeadline(transition)) {
                mention(names.field(field));
            }
        }
        for (NeverRule rule : workflow.never()) {
            gather(rule.whenFields());
        }
        for (Field field : workflow.fields()) {
            List<FieldCondition> about = tests.get(field.name());
            if (about != null) {
                indexes.put(field.name(), domains.size());
                domains.add(new Domain(field, about));
            }
        }
    }

    private Domains(DefinedNames names) {
        this.names = names;
    }

    /** No fields at all, for when there are too many. */
    static Domains none(DefinedNames names) {
        return new Domains(names);
    }

    private void gather(List<FieldCondition> when) {
        for (FieldCondition test : when) {
            FieldCondition read = ConditionChecks.read(test, names);
            if (read != null) {
                mention(names.field(test.field())).add(read);
            }
        }
    }

    private List<FieldCondition> mention(@Nullable Field field) {
        return field == null ? new ArrayList<>() : tests.computeIfAbsent(field.name(), f -> new ArrayList<>());
    }

    /** The fields that must have a value for comparisons to hold. */
    static List<String> compared(Transition transition) {
        List<String> compared = new ArrayList<>();
        for (FieldComparison test : transition.comparisons()) {
            compared.add(test.field());
            if (test.other().isField()) {
                compared.add(test.other().name());
            }
        }
        return compared;
    }

    /** The fields that must have a value for a deadline to fire. */
    static List<String> askedByDeadline(Transition transition) {
        if (transition.after() == null) {
            return List.of();
        }
        List<String> asked = new ArrayList<>(transition.has());
        asked.addAll(transition.after().countedFields());
        return asked;
    }

    int size() {
        return domains.size();
    }

    Domain get(int index) {
        return domains.get(index);
    }

    /** The position of the field that a name means; -1 for one that does not matter. */
    int indexOf(String name) {
        Field field = names.field(name);
        return field == null ? -1 : indexes.getOrDefault(field.name(), -1);
    }

    /** The set of those of the named fields that matter, with one bit for each. */
    long fields(Collection<String> named) {
        long mask = 0;
        for (String name : named) {
            int index = indexOf(name);
            if (index >= 0) {
                mask |= 1L << index;
            }
        }
        return mask;
    }

    /** Whether all conditions make sense; those that do not are reported elsewhere and left out here. */
    boolean isSound(List<FieldCondition> when) {
        for (FieldCondition test : when) {
            if (ConditionChecks.read(test, names) == null) {
                return false;
            }
        }
        return true;
    }

    /** For each field the values that meet all conditions that make sense. */
    long[] meeting(List<FieldCondition> when) {
        long[] masks = new long[domains.size()];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = domains.get(i).all();
        }
        for (FieldCondition test : when) {
            FieldCondition read = ConditionChecks.read(test, names);
            int index = read == null ? -1 : indexOf(read.field());
            if (read != null && index >= 0) {
                masks[index] &= domains.get(index).meeting(read);
            }
        }
        return masks;
    }

    /** Whether fields and values are few enough for one bit each. */
    boolean fitMasks() {
        for (Domain domain : domains) {
            if (domain.size() > Domain.MOST_VALUES) {
                return false;
            }
        }
        return domains.size() < Long.SIZE;
    }
}
