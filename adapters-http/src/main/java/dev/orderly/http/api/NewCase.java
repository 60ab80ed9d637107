package dev.orderly.http.api;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A case to open on an order.
 *
 * @param type the kind of case
 * @param event the event by which it starts; left out, the only one that starts cases of this kind
 * @param data values for the case's fields, as texts, numbers, or true and false
 * @param comment a remark to record with it
 */
public record NewCase(
        String type,
        @Nullable String event,
        @Nullable Map<String, Object> data,
        @Nullable String comment) {

    /**
     * The kind of case that is meant.
     *
     * @throws ProblemException if the workflow does not have it
     */
    CaseType kind(Workflow workflow) {
        List<String> known = workflow.cases().stream().map(CaseType::name).toList();
        BodyValidation.none()
                .require("/type", known.contains(type), "there is no case \"" + type + "\", only: " + known)
                .check();
        return workflow.caseType(type).orElseThrow();
    }

    /**
     * The request that the body makes.
     *
     * @param workflow gives the workflow of the order; asked only if the body does not name the event
     */
    Request request(Actor actor, Supplier<Workflow> workflow) {
        BodyValidation validation = BodyValidation.none().require("/type", type);
        validation.check();
        String start = event == null ? onlyStart(kind(workflow.get()).workflow(), validation) : event;
        Data values = NewEvent.data(data, validation);
        validation.check();
        return NewEvent.withRemark(Request.of(start, actor).with(values), comment);
    }

    /** The event that starts a workflow, where there is one only. */
    static String onlyStart(Workflow workflow, BodyValidation validation) {
        List<String> starts = workflow.transitions().stream()
                .filter(Transition::isInitial)
                .map(Transition::event)
                .distinct()
                .toList();
        validation.require("/event", starts.size() == 1, "say which event starts it, one of: " + starts);
        return starts.isEmpty() ? "" : starts.get(0);
    }
}
