package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends real orders with real data at random through a workflow: what it sees, the checker must have foreseen. */
final class Walker {

    final Set<String> visited = new HashSet<>();
    final Set<Transition> taken = new LinkedHashSet<>();
    final Set<NeverRule> broken = new LinkedHashSet<>();

    private final Workflow workflow;
    private final Random random;

    Walker(Workflow workflow, long seed) {
        this.workflow = workflow;
        this.random = new Random(seed);
    }

    void walk(int steps) {
        @Nullable String status = null;
        Map<String, Object> data = new TreeMap<>();
        Set<String> happened = new HashSet<>();
        for (int i = 0; i < steps; i++) {
            Map<String, Object> given = request();
            Transition taken = decide(status, pick(new ArrayList<>(workflow.eventNames())), data, given);
            if (taken != null) {
                data.putAll(Objects.requireNonNull(after(taken, data, given)));
                happened.add(taken.event());
                this.taken.add(taken);
                if (taken.to() != null) {
                    status = taken.to();
                }
                if (status != null) {
                    visited.add(status);
                    judge(status, data, happened);
                }
            }
        }
    }

    private Map<String, Object> request() {
        Map<String, Object> given = new TreeMap<>();
        for (Field field : workflow.fields()) {
            if (random.nextInt(3) == 0) {
                given.put(
                        field.name(),
                        field.type() == FieldType.NUMBER
                                ? BigDecimal.valueOf(random.nextInt(0, 5))
                                : pick(field.choices()));
            }
        }
        return given;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private @Nullable Transition decide(
            @Nullable String status, String event, Map<String, Object> data, Map<String, Object> given) {
        String role = pick(workflow.roles());
        for (Transition transition : workflow.transitions()) {
            boolean here =
                    status == null ? transition.isInitial() : transition.from().contains(status);
            if (here
                    && transition.event().equals(event)
                    && transition.allows(role)
                    && (transition.guards().isEmpty() || random.nextBoolean())
                    && fits(transition, role, data, given)) {
                return transition;
            }
        }
        return null;
    }

    /** Whether the data fit a transition that the role may take, whatever guards say. */
    static boolean fits(Transition transition, String role, Map<String, Object> data, Map<String, Object> given) {
        boolean deadline = transition.after() != null && role.equals(Workflow.SYSTEM);
        if (deadline && !given.isEmpty()) {
            return false;
        }
        Set<String> settable = new HashSet<>(transition.writable());
        for (FieldCondition test : transition.whenFields()) {
            if (!data.containsKey(test.field())) {
                settable.add(test.field());
            }
        }
        for (FieldComparison test : transition.comparisons()) {
            if (!data.containsKey(test.field())) {
                settable.add(test.field());
            }
        }
        settable.removeAll(transition.written());
        Map<String, Object> after = after(transition, data, given);
        return after != null
                && settable.containsAll(given.keySet())
                && given.keySet().containsAll(transition.needs())
                && after.keySet().containsAll(transition.has())
                && meets(transition.whenFields(), after)
                && transition.comparisons().stream().allMatch(test -> isLess(test, after));
    }

    /** The data with those of a request and what a transition writes; null where that does not work out. */
    private static @Nullable Map<String, Object> after(
            Transition transition, Map<String, Object> data, Map<String, Object> given) {
        Map<String, Object> before = new TreeMap<>(data);
        before.putAll(given);
        Map<String, Object> after = new TreeMap<>(before);
        for (FieldChange change : transition.changes()) {
            Object value = change.value() instanceof Reference from ? before.get(from.name()) : change.value();
            if (value == null) {
                return null;
            }
            if (change.operation() == FieldChange.Operation.ADD) {
                value = ((BigDecimal) value).add((BigDecimal) before.getOrDefault(change.field(), BigDecimal.ZERO));
                if (((BigDecimal) value).intValueExact() > 4) {
                    return null;
                }
            }
            after.put(change.field(), value);
        }
        return after;
    }

    private static boolean isLess(FieldComparison test, Map<String, Object> data) {
        BigDecimal one = (BigDecimal) data.get(test.field());
        BigDecimal other = (BigDecimal) data.get(test.other().name());
        return one != null && other != null && one.compareTo(other) < 0;
    }

    private static boolean meets(List<FieldCondition> when, Map<String, Object> data) {
        for (FieldCondition test : when) {
            Object value = data.get(test.field());
            boolean holds = value == null
                    ? test.operator() == Operator.ABSENT
                    : switch (test.operator()) {
                        case IS -> test.values().contains(value);
                        case IS_NOT -> !test.values().contains(value);
                        case PRESENT -> true;
                        case AT_MOST ->
                            ((BigDecimal) value).compareTo((BigDecimal)
                                            test.values().get(0))
                                    <= 0;
                        case AT_LEAST ->
                            ((BigDecimal) value).compareTo((BigDecimal)
                                            test.values().get(0))
                                    >= 0;
                        case MORE_THAN ->
                            ((BigDecimal) value).compareTo((BigDecimal)
                                            test.values().get(0))
                                    > 0;
                        default -> false;
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private void judge(String status, Map<String, Object> data, Set<String> happened) {
        for (NeverRule rule : workflow.never()) {
            boolean without =
                    !rule.without().isEmpty() && rule.without().stream().noneMatch(happened::contains);
            boolean after = rule.after().stream().anyMatch(happened::contains);
            boolean always = rule.without().isEmpty() && rule.after().isEmpty();
            if (rule.reach().equals(status) && meets(rule.whenFields(), data) && (without || after || always)) {
                broken.add(rule);
            }
        }
    }
}
