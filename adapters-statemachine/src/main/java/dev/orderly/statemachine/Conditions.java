package dev.orderly.statemachine;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The conditions of one transition on an order and a request. */
final class Conditions {

    private final DataConditions data;
    private final List<Function<RequestFacts, List<Reason>>> kinds;

    Conditions(Transition transition, WorkCalendar calendar, Map<String, Guard> guards) {
        data = new DataConditions(transition);
        OrderConditions order = new OrderConditions(transition, calendar);
        TimeConditions time = new TimeConditions(transition, calendar);
        CodeConditions code = new CodeConditions(transition, guards);
        kinds = List.of(
                data::missing,
                data::invalid,
                data::unmet,
                order::linesNotAvailable,
                order::caseOpen,
                order::alreadyDone,
                time::tooEarly,
                time::tooLate,
                code::objections);
    }

    /** Whether the data are those by which this transition differs from its alternatives. */
    boolean fit(RequestFacts facts) {
        return data.fit(facts);
    }

    /** What speaks against the transition, kind by kind, in the order in which {@link Reason} lists them. */
    List<List<Reason>> against(RequestFacts facts) {
        return kinds.stream().map(kind -> kind.apply(facts)).toList();
    }
}
