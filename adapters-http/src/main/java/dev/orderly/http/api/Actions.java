package dev.orderly.http.api;

import dev.orderly.decision.Action;
import dev.orderly.decision.CaseOption;
import dev.orderly.decision.Reason;
import dev.orderly.order.Order;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import java.util.List;

/** Writes down what somebody can do. A customer reads nothing of events that are never the customer's. */
final class Actions {

    private Actions() {}

    static ActionsBody of(Order order, List<Action> actions, List<CaseOption> openings, Readings readings) {
        return new ActionsBody(
                order.sequence(),
                deeds(actions, readings),
                openings.stream()
                        .flatMap(opening -> openings(opening, readings).stream())
                        .toList());
    }

    static ActionsBody ofCase(Order order, List<Action> actions, Readings readings) {
        return new ActionsBody(order.sequence(), deeds(actions, readings), List.of());
    }

    private static List<ActionsBody.Opening> openings(CaseOption opening, Readings readings) {
        CaseType type = opening.type();
        String label = readings.text(type.label(), type.name());
        if (readings.isCustomer() && !opening.action().isPossible()) {
            return List.of(); // why not would tell of the order's internal status
        }
        return deeds(List.of(opening.action()), readings.of(type.workflow())).stream()
                .map(deed -> new ActionsBody.Opening(type.name(), label, deed))
                .toList();
    }

    private static List<ActionsBody.Deed> deeds(List<Action> actions, Readings readings) {
        return actions.stream()
                .filter(action -> !readings.isCustomer() || concerns(action.event(), readings))
                .map(action -> new ActionsBody.Deed(
                        action.event(),
                        readings.event(action.event()),
                        action.isPossible(),
                        inputs(action.needs(), readings),
                        inputs(action.takes(), readings),
                        inputs(action.checklist(), readings),
                        reasons(action.reasons(), readings)))
                .toList();
    }

    private static boolean concerns(String event, Readings readings) {
        return readings.workflow().transitions().stream()
                .anyMatch(way -> way.event().equals(event) && way.allows(readings.role()));
    }

    private static List<ActionsBody.Input> inputs(List<Field> fields, Readings readings) {
        return fields.stream()
                .map(field -> new ActionsBody.Input(
                        field.name(),
                        readings.text(field.label(), field.name()),
                        field.type().code(),
                        field.type() == FieldType.CHOICE ? choices(field, readings.language()) : null,
                        field.min(),
                        field.max()))
                .toList();
    }

    private static List<ActionsBody.Choice> choices(Field field, String language) {
        return field.choices().stream()
                .map(word -> new ActionsBody.Choice(word, field.choiceLabel(word, language)))
                .toList();
    }

    static List<Problem.Because> reasons(List<Reason> reasons, Readings readings) {
        return reasons.stream().map(reason -> reason(reason, readings)).toList();
    }

    private static Problem.Because reason(Reason reason, Readings readings) {
        Object status = reason.params().get("status");
        if (!readings.isCustomer() || !reason.code().equals(Reason.NOT_IN_STATUS) || status == null) {
            return told(reason, reason, readings);
        }
        OrderBody.Named shown = readings.status(status.toString());
        Reason own = reason.with("possible", possible(reason, readings));
        return told(own.with("status", shown.name()), own.with("status", shown.label()), readings);
    }

    /** The events of a refusal that can be the customer's. */
    private static List<String> possible(Reason reason, Readings readings) {
        return reason.params().get("possible") instanceof List<?> events
                ? events.stream()
                        .map(String::valueOf)
                        .filter(event -> concerns(event, readings))
                        .toList()
                : List.of();
    }

    private static Problem.Because told(Reason reason, Reason inWords, Readings readings) {
        return new Problem.Because(
                reason.code(),
                OrderBodies.plain(reason.params()),
                inWords.sentence(readings.workflow(), readings.language()));
    }
}
