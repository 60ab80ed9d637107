package dev.orderly.testkit.internal.workflow;

import dev.orderly.workflow.TransitionBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a random transition says.
 *
 * @param kind what it is about
 * @param choice which of the things of that kind it says
 */
public record TransitionClause(Kind kind, int choice) {

    /** What a clause can be about; the plainest stands first. */
    public enum Kind {
        WHEN,
        TAKES,
        NEEDS,
        HAS,
        GUARD,
        ONCE,
        AFTER,
        NOT_BEFORE,
        WITHIN,
        LINES_AVAILABLE,
        NO_OPEN_CASE,
        CHECKLIST,
        COMPARES,
        COMPARES_WITH_TOTAL,
        CHANGES,
        ITEMS,
        WHEN_ITEMS,
        WHEN_FLOW,
        AUTOMATIC;

        /** Whether it makes sense for the start of an order: what looks at a past does not. */
        boolean isForStarts() {
            return switch (this) {
                case WHEN,
                        TAKES,
                        NEEDS,
                        HAS,
                        GUARD,
                        LINES_AVAILABLE,
                        CHECKLIST,
                        COMPARES,
                        COMPARES_WITH_TOTAL,
                        CHANGES -> true;
                case ONCE, AFTER, NOT_BEFORE, WITHIN, NO_OPEN_CASE, ITEMS, WHEN_ITEMS, WHEN_FLOW, AUTOMATIC -> false;
            };
        }

        /** Whether it makes sense for a case, which has no lines and no cases. */
        boolean isForCases() {
            return this != LINES_AVAILABLE && this != NO_OPEN_CASE && this != COMPARES_WITH_TOTAL && !isAboutItems();
        }

        /** Whether it makes sense for a transition that fires by itself in the same write: nothing gives data or lets time pass. */
        boolean isForAutomatic() {
            return switch (this) {
                case WHEN,
                        HAS,
                        GUARD,
                        ONCE,
                        NO_OPEN_CASE,
                        COMPARES,
                        COMPARES_WITH_TOTAL,
                        CHANGES,
                        ITEMS,
                        WHEN_ITEMS,
                        WHEN_FLOW,
                        AUTOMATIC -> true;
                case TAKES, NEEDS, AFTER, NOT_BEFORE, WITHIN, LINES_AVAILABLE, CHECKLIST -> false;
            };
        }

        /** Whether it makes sense only where units are looked at. */
        boolean isAboutItems() {
            return this == ITEMS || this == WHEN_ITEMS;
        }
    }

    /** The field that a transition with it writes; empty for none. */
    Optional<String> written() {
        return kind == Kind.CHANGES
                ? Optional.of(Vocabulary.pick(Vocabulary.CHANGES, choice).field())
                : Optional.empty();
    }

    /** Whether it lets a request give one of these fields. */
    boolean givesOneOf(Set<String> fields) {
        return switch (kind) {
            case TAKES, NEEDS, HAS ->
                fields.contains(Vocabulary.pick(Vocabulary.FIELDS, choice).name());
            case CHECKLIST -> fields.contains("gift");
            default -> false;
        };
    }

    /** Adds it to a transition; limits count from one of the events. */
    void describe(TransitionBuilder<String> t, List<String> events) {
        String field = Vocabulary.pick(Vocabulary.FIELDS, choice).name();
        switch (kind) {
            case WHEN -> t.whenField(Vocabulary.pick(Vocabulary.TESTS, choice));
            case TAKES -> t.takes(field);
            case NEEDS -> t.needs(field);
            case HAS -> t.has(field);
            case GUARD -> t.guard(Vocabulary.pick(Vocabulary.GUARD_NAMES, choice));
            case ONCE -> t.once();
            case AFTER -> t.after(Vocabulary.limit(choice, events));
            case NOT_BEFORE -> t.notBefore(Vocabulary.limit(choice, events));
            case WITHIN -> t.within(Vocabulary.limit(choice, events));
            case LINES_AVAILABLE -> t.linesAvailable();
            case NO_OPEN_CASE -> t.noOpenCase();
            case CHECKLIST -> t.checklist("gift");
            case COMPARES -> t.whenField(Vocabulary.pick(Vocabulary.COMPARISONS, choice));
            case COMPARES_WITH_TOTAL -> t.whenField(Vocabulary.pick(Vocabulary.COMPARISONS_WITH_TOTAL, choice));
            case CHANGES -> t.change(Vocabulary.pick(Vocabulary.CHANGES, choice));
            case ITEMS -> t.items(Vocabulary.pick(Vocabulary.MOVES, choice)).parcel(choice % 2 == 1);
            case WHEN_ITEMS -> t.whenItems(Vocabulary.pick(Vocabulary.ITEM_TESTS, choice));
            case WHEN_FLOW -> t.whenFlow(Vocabulary.pick(Vocabulary.FLOW_TESTS, choice));
            case AUTOMATIC -> t.automatic();
        }
    }
}
