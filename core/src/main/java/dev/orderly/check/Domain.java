package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of one field, as far as the workflow's conditions distinguish them. Value 0 is "no value", the others
 * stand for one class of values each; a set of values is a mask with one bit for each.
 */
final class Domain {

    /** A mask has 64 bits, one of them for "no value". */
    static final int MOST_VALUES = 63;

    static final long ABSENT = 1L;

    private final Field declared;
    private final String field;
    private final List<FieldCondition> tests;
    private final Sums sums;
    private final List<EquivalenceClasses.Value> values;

    /** The domain of a field on which a workflow has these conditions, all of which suit its type. */
    Domain(Field field, List<FieldCondition> tests) {
        this.declared = field;
        this.field = field.name();
        this.tests = tests;
        this.sums = new Sums(field, this, tests);
        this.values = distinct(EquivalenceClasses.of(field, tests), tests);
    }

    /** One value for each set of conditions that some value meets. */
    private static List<EquivalenceClasses.Value> distinct(
            List<EquivalenceClasses.Value> values, List<FieldCondition> tests) {
        Set<BitSet> seen = new HashSet<>();
        List<EquivalenceClasses.Value> distinct = new ArrayList<>();
        for (EquivalenceClasses.Value value : values) {
            BitSet met = new BitSet();
            for (int i = 0; i < tests.size(); i++) {
                met.set(i, tests.get(i).holds(value.value(), EquivalenceClasses.ORDER_NUMBER));
            }
            if (seen.add(met)) {
                distinct.add(value);
            }
        }
        return distinct;
    }

    /** How many values there are, "no value" included. */
    int size() {
        return values.size() + 1;
    }

    /** All values but "no value". */
    long present() {
        return all() & ~ABSENT;
    }

    long all() {
        return -1L >>> (Long.SIZE - size());
    }

    /** The values that meet a condition. */
    long meeting(FieldCondition test) {
        long mask = test.holds(null, EquivalenceClasses.ORDER_NUMBER) ? ABSENT : 0;
        for (int i = 0; i < values.size(); i++) {
            if (test.holds(values.get(i).value(), EquivalenceClasses.ORDER_NUMBER)) {
                mask |= 1L << (i + 1);
            }
        }
        return mask;
    }

    /** The class of a value, as a mask; none for a value that the field cannot have. */
    long holding(Object value) {
        if (read(value) == null) {
            return 0;
        }
        for (int i = 0; i < values.size(); i++) {
            Object one = values.get(i).value();
            boolean isAlike = tests.stream()
                    .allMatch(test -> test.holds(one, EquivalenceClasses.ORDER_NUMBER)
                            == test.holds(value, EquivalenceClasses.ORDER_NUMBER));
            if (isAlike) {
                return 1L << (i + 1);
            }
        }
        return 0;
    }

    /** A constant as the field reads it; null if it cannot have that value. */
    @Nullable
    Object read(Object constant) {
        try {
            return declared.canonical(constant);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The values once a constant was added to one of a class; none where that is refused. */
    long after(int before, Object added) {
        return sums.after(before, added);
    }

    /** Whether a constant can be added to every value of a class. */
    boolean isAlwaysTaken(int before, Object added) {
        return sums.isAlwaysTaken(before, added);
    }

    /** A value in words, such as {@code delivery = courier}. */
    String show(int value) {
        if (value == 0) {
            return "no " + field;
        }
        return values.size() == 1
                ? field + " given"
                : field + " = " + values.get(value - 1).shown();
    }
}
