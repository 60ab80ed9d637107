package dev.orderly.order;

import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Condition.Basis;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.MovedItems;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.StepFacts;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When what a workflow schedules comes due for an order. */
final class DeadlineSchedule {

    private final WorkCalendar calendar;
    private final Map<String, List<Transition>> timed = new HashMap<>();
    private final Map<String, TimeLimit> dues = new HashMap<>();

    DeadlineSchedule(Workflow workflow) {
        calendar = workflow.calendar();
        for (Status status : workflow.statuses()) {
            List<Transition> transitions = workflow.transitionsFrom(status.name()).stream()
                    .filter(t -> t.after() != null)
                    .toList();
            if (!transitions.isEmpty()) {
                timed.put(status.name(), transitions);
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
            Instant at = allows(transition, order) ? end(transition, order) : null;
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

    /** Whether everything is met that waiting does not change. */
    private boolean allows(Transition transition, OrderView order) {
        if (hasFiredInThisStay(transition, order)) {
            return false;
        }
        ItemMove move = transition.itemMove();
        List<MovedItems> moved = move == null ? List.of() : move.all(order.items());
        if (move != null && moved.isEmpty()) {
            return false;
        }
        StepFacts facts =
                new Untouched(order, transition.event(), calendar, order.items().after(moved));
        for (Condition condition : transition.conditions()) {
            boolean stays = condition.basis() != Basis.TIME && condition.basis() != Basis.CODE;
            if (stays && !condition.isMet(facts)) {
                return false;
            }
        }
        return true;
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

    private @Nullable Instant end(Transition transition, OrderView order) {
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

    /** An order as a deadline finds it: no request brings data. */
    private record Untouched(OrderView order, String event, WorkCalendar calendar, ItemCounts items)
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
        public String number() {
            return order.number();
        }

        @Override
        public Instant since() {
            return order.since();
        }

        @Override
        public @Nullable Object field(String name) {
            return order.field(name);
        }

        @Override
        public @Nullable Instant timeOf(String event) {
            return order.timeOf(event);
        }
    }
}
