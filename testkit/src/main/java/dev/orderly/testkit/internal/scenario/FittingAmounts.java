package dev.orderly.testkit.internal.scenario;

import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.OrderedItem;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds data with which what a transition adds, compares and bounds comes out right: it tries the values that are usual, and
 * the differences of the amounts that an order has, with their neighbours.
 */
final class FittingAmounts {

    private static final int MOST_TRIES = 4_000;
    private static final int ENOUGH = 12;

    private final TransitionGoal goal;
    private final Predicate<Data> meets;
    private final Function<Field, List<Object>> usual;
    private final List<Data> found = new ArrayList<>();
    private int tries;

    /**
     * A search.
     *
     * @param meets whether what becomes of the data meets the transition's other conditions on data
     * @param usual the usual values of a field
     */
    FittingAmounts(TransitionGoal goal, Predicate<Data> meets, Function<Field, List<Object>> usual) {
        this.goal = goal;
        this.meets = meets;
        this.usual = usual;
    }

    /** Whether a transition adds, compares, or changes what is bounded. */
    static boolean matter(TransitionGoal goal) {
        return !goal.transition().changes().isEmpty()
                || !goal.transition().comparisons().isEmpty()
                || goal.workflow().fields().stream()
                        .anyMatch(field -> !field.comparisons().isEmpty());
    }

    /** Whether the search chooses the values of a field. */
    boolean isOpen(String field) {
        return involved().contains(field) && isSettable(field);
    }

    /** Data with these values that fit; empty if none of those that are tried do. */
    Optional<Data> find(Data given, Collection<String> asked, Choices choices) {
        List<Field> open = new ArrayList<>();
        for (String name : involved()) {
            goal.workflow()
                    .field(name)
                    .filter(field -> isSettable(field.name()))
                    .ifPresent(open::add);
        }
        search(open, 0, given, asked);
        return found.isEmpty() ? Optional.empty() : Optional.of(choices.pick(found));
    }

    private boolean isSettable(String field) {
        Transition transition = goal.transition();
        boolean isTested =
                transition.whenFields().stream().anyMatch(test -> test.field().equals(field))
                        || transition.comparisons().stream()
                                .anyMatch(test -> test.field().equals(field));
        return !transition.written().contains(field)
                && (transition.writable().contains(field)
                        || (isTested && goal.view().field(field) == null));
    }

    private Set<String> involved() {
        Set<String> involved = new LinkedHashSet<>();
        for (FieldChange change : goal.transition().changes()) {
            add(change.reference(), involved);
        }
        List<FieldComparison> all = new ArrayList<>(goal.transition().comparisons());
        goal.workflow().fields().forEach(field -> all.addAll(field.comparisons()));
        for (FieldComparison comparison : all) {
            involved.add(comparison.field());
            add(comparison.other(), involved);
        }
        return involved;
    }

    private static void add(@Nullable Reference reference, Set<String> fields) {
        if (reference != null && reference.isField()) {
            fields.add(reference.name());
        }
    }

    private void search(List<Field> open, int index, Data data, Collection<String> asked) {
        if (found.size() >= ENOUGH || tries > MOST_TRIES) {
            return;
        }
        if (index == open.size()) {
            tries++;
            if (AmountOracle.after(goal.transition(), goal.workflow(), goal.view(), data)
                    .filter(meets)
                    .isPresent()) {
                found.add(data);
            }
            return;
        }
        Field field = open.get(index);
        if (!asked.contains(field.name())) {
            search(open, index + 1, data, asked);
        }
        for (Object value : values(field, data)) {
            search(open, index + 1, data.with(field.name(), value), asked);
        }
    }

    private Set<Object> values(Field field, Data data) {
        Set<Object> values = new LinkedHashSet<>(usual.apply(field));
        List<Object> known = known(field.type(), data);
        known.addAll(values);
        values.addAll(known);
        for (Object one : known) {
            for (Object other : known) {
                between(one, other, values);
            }
        }
        values.removeIf(value -> !isTaken(field, value));
        return values;
    }

    private List<Object> known(FieldType type, Data data) {
        OrderView view = goal.view();
        List<Object> known = new ArrayList<>();
        for (Field field : goal.workflow().fields()) {
            if (field.type() == type) {
                known.add(view.field(field.name()));
                known.add(data.get(field.name()));
                known.add(field.min() == null ? null : field.min().value());
                known.add(field.max() == null ? null : field.max().value());
            }
        }
        known.add(type == FieldType.MONEY ? OrderedItem.totalOf(view.lines()) : null);
        for (FieldChange change : goal.transition().changes()) {
            known.add(change.reference() == null && FieldType.ofValue(change.value()) == type ? change.value() : null);
        }
        known.removeIf(value -> value == null);
        return known;
    }

    /** The difference of two values and what lies beside it. */
    private static void between(Object one, Object other, Set<Object> values) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            BigDecimal difference = a.subtract(b);
            values.add(difference);
            values.add(a.add(b).divide(BigDecimal.valueOf(2)));
            values.add(difference.add(BigDecimal.ONE));
            values.add(difference.subtract(BigDecimal.ONE));
        } else if (one instanceof Money a
                && other instanceof Money b
                && a.currency().equals(b.currency())) {
            BigDecimal cent = BigDecimal.ONE.movePointLeft(a.currency().getDefaultFractionDigits());
            BigDecimal difference = a.amount().subtract(b.amount());
            for (BigDecimal amount : List.of(difference, difference.add(cent), difference.subtract(cent))) {
                values.add(new Money(amount, a.currency()));
            }
        } else if (one instanceof LocalDate day) {
            values.add(day.plusDays(1));
            values.add(day.minusDays(1));
        } else if (one instanceof Instant time) {
            values.add(time.plusNanos(1));
            values.add(time.minusNanos(1));
        }
    }

    private static boolean isTaken(Field field, Object value) {
        try {
            return field.canonical(value).equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
