package dev.orderly.http.api;

import dev.orderly.decision.Action;
import dev.orderly.decision.CaseOption;
import dev.orderly.decision.Reason;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleStatus;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the actions of a caller as JSON bodies, those of events that the caller's role may see. */
final class Actions {

    private Actions() {}

    static ActionsBody of(Order order, List<Action> actions, List<CaseOption> options, RoleView view) {
        return new ActionsBody(
                order.sequence(),
                actions(actions, view),
                options.stream()
                        .flatMap(option -> options(option, view).stream())
                        .toList());
    }

    static ActionsBody ofCase(Order order, List<Action> actions, RoleView view) {
        return new ActionsBody(order.sequence(), actions(actions, view), List.of());
    }

    private static List<ActionsBody.CaseOptionBody> options(CaseOption option, RoleView view) {
        CaseType type = option.type();
        String label = view.text(type.label(), type.name());
        if (!view.seesInternals() && !option.action().isPossible()) {
            return List.of(); // the reasons would name the order's internal status
        }
        return actions(List.of(option.action()), view.of(type)).stream()
                .map(action -> new ActionsBody.CaseOptionBody(type.name(), label, action))
                .toList();
    }

    private static List<ActionsBody.ActionBody> actions(List<Action> actions, RoleView view) {
        return actions.stream()
                .filter(action -> view.seesEvent(action.event()))
                .map(action -> new ActionsBody.ActionBody(
                        action.event(),
                        view.eventLabel(action.event()),
                        action.isPossible(),
                        fields(action.needs(), view),
                        fields(action.takes(), view),
                        fields(action.checklist(), view),
                        action.items().stream()
                                .map(some -> new OrderBody.QuantityBody(some.line(), some.quantity()))
                                .toList(),
                        reasons(action.reasons(), view)))
                .toList();
    }

    private static List<ActionsBody.FieldBody> fields(List<Field> fields, RoleView view) {
        return fields.stream()
                .map(field -> new ActionsBody.FieldBody(
                        field.name(),
                        view.text(field.label(), field.name()),
                        field.type().code(),
                        field.type() == FieldType.CHOICE ? choices(field, view.language()) : null,
                        text(field.min()),
                        text(field.max())))
                .toList();
    }

    private static @Nullable String text(@Nullable FieldBound bound) {
        return bound == null ? null : bound.toString();
    }

    private static List<ActionsBody.ChoiceBody> choices(Field field, String language) {
        return field.choices().stream()
                .map(word -> new ActionsBody.ChoiceBody(word, field.choiceLabel(word, language)))
                .toList();
    }

    static List<Problem.ReasonBody> reasons(List<Reason> reasons, RoleView view) {
        return reasons.stream().map(reason -> reason(reason, view)).toList();
    }

    private static Problem.ReasonBody reason(Reason reason, RoleView view) {
        Object status = reason.params().get("status");
        if (view.seesInternals() || !reason.code().equals(Reason.NOT_IN_STATUS) || status == null) {
            return body(reason, reason, view);
        }
        VisibleStatus shown = view.status(status.toString());
        Reason own = reason.with("possible", possible(reason, view));
        return body(own.with("status", shown.name()), own.with("status", shown.label()), view);
    }

    /** The possible events of a refusal that the role may see. */
    private static List<String> possible(Reason reason, RoleView view) {
        return reason.params().get("possible") instanceof List<?> events
                ? events.stream().map(String::valueOf).filter(view::seesEvent).toList()
                : List.of();
    }

    private static Problem.ReasonBody body(Reason reason, Reason shown, RoleView view) {
        return new Problem.ReasonBody(
                reason.code(), OrderBodies.plain(reason.params()), shown.sentence(view.workflow(), view.language()));
    }
}
