package dev.orderly.workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The condition that all, some or none of an order's units are in certain item statuses, as they are once those that the
 * transition moves have moved.
 *
 * @param quantifier how many of them
 * @param statuses the item statuses
 */
public record ItemCondition(Quantifier quantifier, List<String> statuses) implements Condition {

    /** The code of its objection. */
    public static final String CODE = "items-not-so";

    /** How many of an order's units are meant. */
    public enum Quantifier {
        /** Every unit. */
        ALL("all"),
        /** At least one unit. */
        SOME("some"),
        /** No unit. */
        NONE("none");

        private final String code;

        Quantifier(String code) {
            this.code = code;
        }

        /** The quantifier that a word of workflow files means. */
        public static Optional<Quantifier> named(String code) {
            return Arrays.stream(values())
                    .filter(quantifier -> quantifier.code.equals(code))
                    .findFirst();
        }

        /** The quantifier's word in workflow files. */
        public String code() {
            return code;
        }
    }

    public ItemCondition {
        statuses = List.copyOf(statuses);
        if (statuses.isEmpty()) {
            throw new IllegalArgumentException(
                    "the condition \"" + quantifier.code + "\" on units needs at least one item status");
        }
    }

    /** The condition that every unit is in one of these item statuses. */
    public static ItemCondition all(String... statuses) {
        return new ItemCondition(Quantifier.ALL, List.of(statuses));
    }

    /** The condition that at least one unit is in one of these item statuses. */
    public static ItemCondition some(String... statuses) {
        return new ItemCondition(Quantifier.SOME, List.of(statuses));
    }

    /** The condition that no unit is in one of these item statuses. */
    public static ItemCondition none(String... statuses) {
        return new ItemCondition(Quantifier.NONE, List.of(statuses));
    }

    /** Whether it is met where units are in these item statuses, and in no other. */
    public boolean holds(Collection<String> occupied) {
        return switch (quantifier) {
            case ALL -> statuses.containsAll(occupied);
            case SOME -> occupied.stream().anyMatch(statuses::contains);
            case NONE -> occupied.stream().noneMatch(statuses::contains);
        };
    }

    @Override
    public Kind kind() {
        return Kind.WHEN_ITEMS;
    }

    @Override
    public Object content() {
        return this;
    }

    @Override
    public Basis basis() {
        return Basis.ITEMS;
    }

    @Override
    public boolean isMet(StepFacts facts) {
        return holds(facts.items().occupied());
    }

    @Override
    public Objection objection(StepFacts facts) {
        List<String> found = facts.items().occupied().stream()
                .filter(status -> quantifier == Quantifier.ALL != statuses.contains(status))
                .toList();
        return new Objection(CODE, Map.of("kind", quantifier.code, "statuses", statuses, "found", found));
    }

    @Override
    public String problemInCase() {
        return "a case has no units of its own: ask for them on a transition of the order";
    }

    @Override
    public String words() {
        return quantifier.code + " of the units " + String.join(" or ", statuses);
    }

    @Override
    public String toString() {
        return words();
    }
}
