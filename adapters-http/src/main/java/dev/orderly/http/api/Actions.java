package dev.orderly.http.api;

import dev.orderly.decision.Action;
import dev.orderly.decision.CaseOption;
import dev.orderly.decision.Reason;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleStatus;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import java.util.List;

/** Writes down what somebody can do. A customer reads nothing of events that are never the customer's. */
final class Actions {

    private Actions() {}

    static ActionsBody of(Order order, List<Action> actions, List<CaseOption> openings, RoleView view) {
        return new ActionsBody(
                order.sequence(),
                deeds(actions, view),
                openings.stream()
                        .flatMap(opening -> openings(opening, view).stream())
                        .toList());
    }

    static ActionsBody ofCase(Order order, List<Action> actions, RoleView view) {
        return new ActionsBody(order.sequence(), deeds(actions, view), List.of());
    }

    private static List<ActionsBody.Opening> openings(CaseOption opening, RoleView view) {
        CaseType type = opening.type();
        String label = view.text(type.label(), type.name());
        if (!view.seesInternals() && !opening.action().isPossible()) {
            return List.of(); // why not would tell of the order's internal status
        }
        return deeds(List.of(opening.action()), view.of(type)).stream()
                .map(deed -> new ActionsBody.Opening(type.name(), label, deed))
                .toList();
    }

    private static List<ActionsBody.Deed> deeds(List<Action> actions, RoleView view) {
        return actions.stream()
                .filter(action -> view.seesEvent(action.event()))
                .map(action -> new ActionsBody.Deed(
                        action.event(),
                        view.eventLabel(action.event()),
                        action.isPossible(),
                        inputs(action.needs(), view),
                        inputs(action.takes(), view),
                        inputs(action.checklist(), view),
                        reasons(action.reasons(), view)))
                .toList();
    }

    private static List<ActionsBody.Input> inputs(List<Field> fields, RoleView view) {
        return fields.stream()
                .map(field -> new ActionsBody.Input(
                        field.name(),
                        view.text(field.label(), field.name()),
                        field.type().code(),
                        field.type() == FieldType.CHOICE ? choices(field, view.language()) : null,
                        field.min(),
                        field.max()))
                .toList();
    }

    private static List<ActionsBody.Choice> choices(Field field, String language) {
        return field.choices().stream()
                .map(word -> new ActionsBody.Choice(word, field.choiceLabel(word, language)))
                .toList();
    }

    static List<Problem.Because> reasons(List<Reason> reasons, RoleView view) {
        return reasons.stream().map(reason -> reason(reason, view)).toList();
    }

    private static Problem.Because reason(Reason reason, RoleView view) {
        Object status = reason.params().get("status");
        if (view.seesInternals() || !reason.code().equals(Reason.NOT_IN_STATUS) || status == null) {
            return told(reason, reason, view);
        }
        VisibleStatus shown = view.status(status.toString());
        Reason own = reason.with("possible", possible(reason, view));
        return told(own.with("status", shown.name()), own.with("status", shown.label()), view);
    }

    /** The events of a refusal that can be the customer's. */
    private static List<String> possible(Reason reason, RoleView view) {
        return reason.params().get("possible") instanceof List<?> events
                ? events.stream()
                        .map(String::valueOf)
                        .filter(view::seesEvent)
                        .toList()
                : List.of();
    }

    private static Problem.Because told(Reason reason, Reason inWords, RoleView view) {
        return new Problem.Because(
                reason.code(),
                OrderBodies.plain(reason.params()),
                inWords.sentence(view.workflow(), view.language()));
    }
}
