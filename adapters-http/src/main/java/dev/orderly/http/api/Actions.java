package dev.orderly.http.api;

import dev.orderly.decision.Action;
import dev.orderly.decision.Reason;
import dev.orderly.order.Order;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes down what somebody can do. A customer reads nothing of events that are never the customer's. */
final class Actions {

    private Actions() {}

    static ActionsBody of(Order order, List<Action> actions, Readings readings) {
        List<ActionsBody.Opening> openings = readings.workflow().cases().stream()
                .filter(type -> type.openIn().contains(order.status()))
                .flatMap(type -> openings(type, readings))
                .toList();
        return new ActionsBody(order.sequence(), deeds(actions, readings), openings);
    }

    static ActionsBody ofCase(Order order, List<Action> actions, Readings readings) {
        return new ActionsBody(order.sequence(), deeds(actions, readings), List.of());
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

    private static Stream<ActionsBody.Opening> openings(CaseType type, Readings readings) {
        Workflow workflow = type.workflow();
        Readings words = readings.of(workflow);
        return workflow.transitions().stream()
                .filter(start -> start.isInitial() && start.allows(readings.role()))
                .map((Transition start) -> new ActionsBody.Opening(
                        type.name(),
                        readings.text(type.label(), type.name()),
                        start.event(),
                        words.event(start.event()),
                        inputs(fields(workflow, start.needs()), words),
                        inputs(fields(workflow, start.takes()), words)));
    }

    private static List<Field> fields(Workflow workflow, List<String> names) {
        return names.stream().map(workflow::field).flatMap(Optional::stream).toList();
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
        return reasons.stream()
                .map(reason -> new Problem.Because(
                        reason.code(),
                        OrderBodies.plain(reason.params()),
                        reason.sentence(readings.workflow(), readings.language())))
                .toList();
    }
}
