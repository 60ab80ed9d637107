package dev.orderly.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a transition demands before it happens. Each kind of condition is one immutable class, compared by
 * content, which knows its key in workflow files, when a step meets it, what speaks against a step that does not, what
 * the checker may assume of it, and its words.
 */
public sealed interface Condition
        permits FieldCondition,
                FieldComparison,
                RequiredData,
                KnownData,
                ItemCondition,
                FlowCondition,
                LinesAvailable,
                NoOpenCase,
                Once,
                NotBefore,
                Within,
                GuardCondition {

    /** What stands under the key of a condition in a workflow file. */
    enum Shape {
        /** A map from fields to comparisons; each is a {@link FieldCondition} or a {@link FieldComparison}. */
        FIELDS,
        /** One name or a list of names; each, a {@link String}, is a condition of its own. */
        NAMES,
        /** A {@link TimeLimit}. */
        LIMIT,
        /** {@code true}, as a {@link Boolean}. */
        FLAG,
        /** A map from {@code all}, {@code some} and {@code none} to item statuses; each is an {@link ItemCondition}. */
        ITEMS,
        /** A map from flows to their statuses; each is a {@link FlowCondition}. */
        FLOWS
    }

    /**
     * The kinds of conditions, in the order of their keys in a workflow file. Of several objections to a step, those of
     * the first kind are the reasons for its refusal; data that are missing or cannot be read come before all of them.
     */
    enum Kind {
        /** A comparison with a field's value. */
        WHEN("when", Shape.FIELDS),
        /** A field that the request must give. */
        NEEDS("needs", Shape.NAMES),
        /** A field that the order must have. */
        HAS("has", Shape.NAMES),
        /** How many of the units are in certain item statuses. */
        WHEN_ITEMS("when-items", Shape.ITEMS),
        /** In which of its statuses a flow is. */
        WHEN_FLOW("when-flow", Shape.FLOWS),
        /** Everything ordered is available. */
        LINES_AVAILABLE("lines-available", Shape.FLAG),
        /** No case is open. */
        NO_OPEN_CASE("no-open-case", Shape.FLAG),
        /** The event has not happened before. */
        ONCE("once", Shape.FLAG),
        /** The time has come. */
        NOT_BEFORE("not-before", Shape.LIMIT),
        /** The time is not over. */
        WITHIN("within", Shape.LIMIT),
        /** A condition in code. */
        GUARD("guard", Shape.NAMES);

        private final String key;
        private final Shape shape;

        Kind(String key, Shape shape) {
            this.key = key;
            this.shape = shape;
        }

        /** The key in workflow files. */
        public String key() {
            return key;
        }

        /** What stands under the key. */
        public Shape shape() {
            return shape;
        }

        /** Whether a transition can have several conditions of this kind. */
        public boolean isRepeatable() {
            return shape == Shape.FIELDS || shape == Shape.NAMES || shape == Shape.ITEMS || shape == Shape.FLOWS;
        }

        /**
         * The condition with this content, as {@link Condition#content} gives it.
         *
         * @throws ClassCastException if the content has not the kind's shape
         */
        public Condition of(Object content) {
            return switch (this) {
                case WHEN -> (Condition) content;
                case NEEDS -> new RequiredData((String) content);
                case HAS -> new KnownData((String) content);
                case WHEN_ITEMS -> (ItemCondition) content;
                case WHEN_FLOW -> (FlowCondition) content;
                case LINES_AVAILABLE -> new LinesAvailable();
                case NO_OPEN_CASE -> new NoOpenCase();
                case ONCE -> new Once();
                case NOT_BEFORE -> new NotBefore((TimeLimit) content);
                case WITHIN -> new Within((TimeLimit) content);
                case GUARD -> new GuardCondition((String) content);
            };
        }
    }

    /** What decides whether a condition is met, which is what may be assumed of it without an order. */
    enum Basis {
        /** The values of fields, which the checker follows through every path. */
        DATA,
        /** How values of fields compare with one another, which the checker does not follow: it may be so or not. */
        AMOUNTS,
        /** Where the order's units are, which the checker follows through every path. */
        ITEMS,
        /** In which statuses the order's flows are, which the checker follows through every path. */
        FLOWS,
        /** What else has happened to the order: waiting changes nothing, only another step can. */
        PAST,
        /** The time: waiting can change it. */
        TIME,
        /** Code, into which nothing can see. */
        CODE
    }

    /** The kind that it is of. */
    Kind kind();

    /** What stands under the kind's key in a workflow file for this condition alone. */
    Object content();

    /** What decides whether it is met. */
    Basis basis();

    /** Whether a step meets it. Pure and total. */
    boolean isMet(StepFacts facts);

    /** The field that must still be given where a step does not meet it; null if no field is missing. */
    default @Nullable String missing(StepFacts facts) {
        return null;
    }

    /** What speaks against a step that does not meet it; null if that is only a missing or a wrong value. */
    @Nullable
    Objection objection(StepFacts facts);

    /** The fields by whose values a step could meet it that does not now. */
    default List<String> changedBy(StepFacts facts) {
        return List.of();
    }

    /** Why a transition of a case cannot have it; null if it can. */
    default @Nullable String problemInCase() {
        return null;
    }

    /** Whether its words belong beside the event, as {@code (once)}, rather than behind an "if". */
    default boolean isAside() {
        return false;
    }

    /** Its words, such as {@code delivery is courier} or {@code within P14D}. */
    String words();
}
