package dev.orderly.order;

import dev.orderly.workflow.AmountRules;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Condition.Basis;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.MovedItems;
import dev.orderly.workflow.OrderedItem;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.StepFacts;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WrittenFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When what a workflow schedules comes due for an order. */
final class DeadlineSchedule {

    private final WorkCalendar calendar;
    private final Map<String, List<Transition>> timed = new HashMap<>();
    private final Map<Transition, AmountRules> amounts = new HashMap<>();
    private final Map<String, TimeLimit> dues = new HashMap<>();

    DeadlineSchedule(Workflow workflow) {
        calendar = workflow.calendar();
        for (Status status : workflow.statuses()) {
            List<Transition> transitions = workflow.transitionsFrom(status.name()).stream()
                    .filter(t -> t.after() != null)
                    .toList();
            if (!transitions.isEmpty()) {
                timed.put(status.name(), transitions);
                transitions.forEach(t -> amounts.computeIfAbsent(t, any -> AmountRules.of(t, workflow.fields())));
            }
            if (status.due() != null) {
                dues.put(status.name(), status.due());
            }
        }
    }

    /** The events that can fire by themselves; one whose data do not allow it, or that waits for a case, cannot. */
    List<Deadline> deadlines(OrderView order, @Nullable CaseRef about) {
        List<Transition> transitions = timed.get(order.status());
        if (transitions == null) {
            return List.of();
        }
        List<Deadline> deadlines = new ArrayList<>();
        for (Transition transition : transitions) {
            StepFacts facts = firing(transition, order);
            Instant at = facts == null ? null : end(transition, facts);
            if (at != null) {
                deadlines.add(new Deadline(at, transition.event(), about));
            }
        }
        return deadlines;
    }

    @Nullable
    Instant overdueAt(OrderView order) {
        TimeLimit limit = dues.get(order.status());
        return limit == null ? null : limit.end(order, calendar).orElse(null);
    }

    /** The order as the deadline would make it; null unless everything is met that waiting does not change. */
    private @Nullable StepFacts firing(Transition transition, OrderView order) {
        if (hasFiredInThisStay(transition, order)) {
            return null;
        }
        ItemMove move = transition.itemMove();
        List<MovedItems> moved = move == null ? List.of() : move.all(order.items());
        if (move != null && moved.isEmpty()) {
            return null;
        }
        Untouched before =
                new Untouched(order, transition.event(), calendar, order.items().after(moved), Data.EMPTY);
        Untouched facts = written(transition, before);
        if (facts == null) {
            return null;
        }
        for (Condition condition : transition.conditions()) {
            boolean stays = condition.basis() != Basis.TIME && condition.basis() != Basis.CODE;
            if (stays && !condition.isMet(facts)) {
                return null;
            }
        }
        return facts;
    }

    /** The order with what the transition writes; null if something speaks against that. */
    private @Nullable Untouched written(Transition transition, Untouched before) {
        AmountRules rules = amounts.get(transition);
        if (rules == null || rules.isEmpty()) {
            return before;
        }
        WrittenFields written = rules.write(before);
        if (!written.missing().isEmpty() || !written.objections().isEmpty()) {
            return null;
        }
        Untouched after = new Untouched(before.order, before.event, before.calendar, before.items, written.data());
        boolean holds = rules.objections(after, name -> !Objects.equals(after.field(name), before.field(name)))
                .isEmpty();
        return holds ? after : null;
    }

    /** A timed data move fires once in each stay, unless it counts from its own last time and so comes round again. */
    private static boolean hasFiredInThisStay(Transition transition, OrderView order) {
        TimeLimit after = transition.after();
        boolean recurs = after != null && transition.event().equals(after.of());
        Instant last = order.timeOf(transition.event());
        return !recurs
                && last != null
                && transition.target(order.status()).equals(order.status())
                && !last.isBefore(order.since());
    }

    private @Nullable Instant end(Transition transition, StepFacts order) {
        TimeLimit after = transition.after();
        if (after == null) {
            return null;
        }
        Optional<Instant> at = after.end(order, calendar);
        TimeLimit notBefore = transition.notBefore();
        if (notBefore == null || at.isEmpty()) {
            return at.orElse(null);
        }
        Instant earliest = notBefore.end(order, calendar).orElse(null);
        return earliest != null && earliest.isAfter(at.get()) ? earliest : at.get();
    }

    /** An order as a deadline finds it: no request brings data, but the transition may write some. */
    private record Untouched(OrderView order, String event, WorkCalendar calendar, ItemCounts items, Data written)
            implements StepFacts {

        @Override
        public Instant at() {
            return order.lastMove();
        }

        @Override
        public boolean gives(String field) {
            return false;
        }

        @Override
        public boolean hasOpenCase() {
            return order.hasOpenCase();
        }

        @Override
        public @Nullable String flowStatus(String flow) {
            return order.flowStatus(flow);
        }

        @Override
        public List<Line> lines() {
            return order.lines();
        }

        @Override
        public @Nullable Money total() {
            return OrderedItem.totalOf(order.lines());
        }

        @Override
        public String number() {
            return order.number();
        }

        @Override
        public Instant since() {
            return order.since();
        }

        @Override
        public @Nullable Object field(String name) {
            Object after = written.get(name);
            return after == null ? order.field(name) : after;
        }

        @Override
        public @Nullable Instant timeOf(String event) {
            return order.timeOf(event);
        }
    }
}
