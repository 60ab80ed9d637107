package dev.orderly.check;

import dev.orderly.workflow.AmountRules;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Condition.Basis;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A transition as positions and bit masks, for the search through all states. */
final class Move {

    final int index;
    final Transition transition;
    final ItemEffect items;

    private final Domains domains;
    private final BitSet from = new BitSet();
    private final int to;
    private final BitSet roles = new BitSet();
    private final boolean sound;
    private final boolean takesData;
    private final long[] meeting;
    private final long needs;
    private final long has;
    private final long writable;
    private final long asked;
    private final long found;
    private final long compared;
    private final Written written;
    private final boolean isBounded;

    Move(
            int index,
            Workflow workflow,
            StatusIndex statusIndex,
            Domains domains,
            ItemIndex itemIndex,
            DefinedNames names) {
        this.index = index;
        this.transition = workflow.transitions().get(index);
        this.domains = domains;
        this.items = new ItemEffect(itemIndex, transition.itemMove(), transition.whenItems());
        for (String status : transition.from()) {
            from.set(statusIndex.of(status));
        }
        if (transition.isInitial()) {
            from.set(statusIndex.start());
        }
        from.clear(statusIndex.unknown());
        this.to = transition.to() == null ? -1 : statusIndex.of(transition.to());
        collectRoles(workflow.roles());
        this.sound = domains.isSound(transition.whenFields());
        boolean firesByItself = transition.after() != null || transition.automatic();
        this.takesData = !firesByItself || !transition.by().equals(List.of(Workflow.SYSTEM));
        this.meeting = domains.meeting(transition.whenFields());
        this.needs = domains.fields(transition.needs());
        this.has = domains.fields(transition.has());
        this.writable = domains.fields(transition.writable());
        this.asked = domains.fields(testedFields());
        this.found = domains.fields(Domains.askedByDeadline(transition));
        this.compared = domains.fields(Domains.compared(transition));
        this.written = new Written(transition, domains, names);
        this.isBounded = !transition.comparisons().isEmpty()
                || !AmountRules.of(transition, workflow.fields()).bounds().isEmpty();
    }

    /** The fields that a request can give while the order has no value for them, since conditions ask for one. */
    private Set<String> testedFields() {
        Set<String> tested = new HashSet<>();
        transition.whenFields().forEach(test -> tested.add(test.field()));
        transition.comparisons().forEach(test -> tested.add(test.field()));
        return tested;
    }

    private void collectRoles(List<String> declared) {
        if (transition.by().isEmpty()) {
            roles.set(0, Math.max(1, declared.size()));
        }
        for (String role : transition.by()) {
            int position = declared.indexOf(role);
            roles.set(position < 0 ? declared.size() : position);
        }
    }

    /** The positions of the statuses that it leaves. */
    BitSet from() {
        return from;
    }

    boolean leaves(int position) {
        return from.get(position);
    }

    int target(int position) {
        return to < 0 ? position : to;
    }

    /** Whether all of its conditions make sense. */
    boolean isSound() {
        return sound;
    }

    BitSet roles() {
        return roles;
    }

    boolean isRivalOf(Move other) {
        return transition.event().equals(other.transition.event()) && roles.intersects(other.roles);
    }

    /** The values of one field that meet the conditions. */
    long meeting(int field) {
        return meeting[field];
    }

    /** The fields that a request can set when the order has these values. */
    long settable(int[] values) {
        long settable = writable;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == 0) {
                settable |= asked & 1L << i;
            }
        }
        return takesData ? settable & ~written.fields() : 0;
    }

    /** Whether it writes a field by itself, so that no request with it gives that. */
    boolean writes(int field) {
        return written.writes(field);
    }

    /** The values of a field, which it writes, afterwards. */
    long writing(int field, int before) {
        return written.after(field, before);
    }

    /**
     * Whether it can be made from an order with these values whatever the amounts are, to each of its outcomes that a request
     * can choose: nothing is compared, bounded or added that is not followed.
     */
    boolean isCertain(int[] before) {
        return !isBounded && written.isCertain(before);
    }

    /** The fields that matter and that the request itself must give. */
    long needs() {
        return needs;
    }

    long has() {
        return has;
    }

    /** The values that each field can have after this move from an order with these; null if it cannot be made. */
    long @Nullable [] outcome(int[] before) {
        if (!takesData && !transition.needs().isEmpty()) {
            return null;
        }
        long settable = settable(before);
        long[] outcome = new long[before.length];
        for (int i = 0; i < before.length; i++) {
            long bit = 1L << i;
            long present = domains.get(i).present();
            long values = 1L << before[i];
            if (written.writes(i)) {
                values = written.after(i, before[i]);
            } else if ((settable & needs & bit) != 0) {
                values = present;
            } else if ((settable & bit) != 0) {
                values |= present;
            }
            values &= meeting[i] & (((has | found | compared) & bit) == 0 ? -1L : present);
            if (values == 0) {
                return null;
            }
            outcome[i] = values;
        }
        return outcome;
    }

    /** Whether it can fire as a deadline, without any data, on an order with these values and units. */
    boolean canFire(int[] values, int occupied) {
        if (items.whole(occupied) < 0) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            long after = written.writes(i) ? written.after(i, values[i]) : 1L << values[i];
            boolean lacking = after == Domain.ABSENT && ((found | compared) & 1L << i) != 0;
            if (lacking || (meeting[i] & after) == 0) {
                return false;
            }
        }
        return transition.needs().isEmpty();
    }

    /** Whether data and units alone decide about it, so that it certainly fires by itself where they fit. */
    boolean isDecidedByData() {
        return sound
                && transition.conditions().stream()
                        .allMatch(condition -> condition.basis() == Basis.DATA || condition.basis() == Basis.ITEMS);
    }

    /** Whether nothing but data, units and amounts decides about it. */
    boolean isDecidedByDataAndAmounts() {
        return sound
                && transition.conditions().stream()
                        .map(Condition::basis)
                        .allMatch(basis -> basis == Basis.DATA || basis == Basis.ITEMS || basis == Basis.AMOUNTS);
    }

    /** Whether amounts that are not followed decide about it, so that it may or may not come before a later alternative. */
    boolean isDecidedByAmounts() {
        return isBounded || !written.isConstant();
    }

    /** Whether data, units and roles decide about this move where another one can be made. */
    boolean isDecidedWith(Move other) {
        return sound
                && transition.after() == null
                && !isBounded
                && written.isConstant()
                && transition.conditions().stream().allMatch(condition -> isDecidedWith(other, condition));
    }

    /** What the other demands as well is met; but code may answer twice in two ways. */
    private boolean isDecidedWith(Move other, Condition condition) {
        return switch (condition.basis()) {
            case DATA, ITEMS -> true;
            case FLOWS, PAST, TIME ->
                items.movesAs(other.items) && other.transition.conditions().contains(condition);
            case AMOUNTS, CODE -> false;
        };
    }

    /** The fields that a request for this move can carry, whatever the order has. */
    Set<String> carried() {
        Set<String> carried = new HashSet<>();
        if (takesData) {
            carried.addAll(transition.writable());
            carried.addAll(testedFields());
            carried.removeAll(transition.written());
        }
        return carried;
    }
}
