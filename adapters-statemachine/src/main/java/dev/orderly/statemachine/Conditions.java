package dev.orderly.statemachine;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.MovedItems;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The conditions of one transition on an order and a request. */
final class Conditions {

    private final AmountConditions amounts;
    private final DataConditions data;
    private final UnitConditions units;
    private final OrderConditions order;
    private final List<Function<RequestFacts, List<Reason>>> kinds;

    Conditions(Transition transition, Workflow workflow, Map<String, Guard> guards) {
        WorkCalendar calendar = workflow.calendar();
        amounts = new AmountConditions(transition, workflow.fields());
        data = new DataConditions(transition, amounts);
        units = new UnitConditions(transition);
        order = new OrderConditions(transition, units, calendar);
        TimeConditions time = new TimeConditions(transition, calendar);
        CodeConditions code = new CodeConditions(transition, guards);
        kinds = new ArrayList<>(List.of(data::missing, this::invalid));
        for (Condition.Kind kind : Condition.Kind.values()) {
            kinds.add(
                    switch (kind) {
                        case NEEDS, HAS -> facts -> List.of(); // among the missing
                        case WHEN -> data::unmet;
                        case WHEN_ITEMS -> units::unmet;
                        case NOT_BEFORE -> time::tooEarly;
                        case WITHIN -> time::tooLate;
                        case GUARD -> code::objections;
                        default -> order.check(kind);
                    });
        }
    }

    /** The facts with what the transition writes. */
    RequestFacts after(RequestFacts facts) {
        return amounts.after(facts);
    }

    /** Whether data, units and flows are those by which this transition differs from its alternatives. */
    boolean fit(RequestFacts facts) {
        return data.fit(facts) && units.fit(facts) && order.fit(facts);
    }

    /** The units that the transition moves. */
    List<MovedItems> moves(RequestFacts facts) {
        return units.moves(facts);
    }

    private List<Reason> invalid(RequestFacts facts) {
        List<Reason> invalid = new ArrayList<>(data.invalid(facts));
        invalid.addAll(units.invalid(facts));
        return invalid;
    }

    /** What speaks against the transition, kind by kind: missing data, wrong data, then by {@link Condition.Kind}. */
    List<List<Reason>> against(RequestFacts facts) {
        return kinds.stream().map(kind -> kind.apply(facts)).toList();
    }
}
