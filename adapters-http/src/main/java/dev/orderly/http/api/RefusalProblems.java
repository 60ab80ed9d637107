package dev.orderly.http.api;

import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes problems of refusals; errors in the data have a pointer to their place in the body. */
final class RefusalProblems {

    /** The places in the body of the parts of a request that are no fields of the order. */
    private static final Map<String, String> PARTS = Map.of(
            "number", "/number",
            "request-id", "",
            "actor", "",
            "time", "",
            "comment", "/comment",
            "lines", "/lines",
            "items", "/items",
            "e-mail", "/customer/email",
            "name", "/customer/name",
            "language", "/customer/language");

    private RefusalProblems() {}

    /** The problem of a refused comment, whose text is the body's property {@code text}. */
    static ProblemException ofComment(Rejected refusal, RoleView view) {
        Problem problem = of(refusal, view).problem();
        List<Problem.FieldError> places = problem.errors() == null
                ? null
                : problem.errors().stream()
                        .map(place -> new Problem.FieldError(
                                place.pointer().equals("/comment") ? "/text" : place.pointer(), place.detail()))
                        .toList();
        return new ProblemException(new Problem(
                problem.type(), problem.title(), problem.status(), problem.detail(), problem.reasons(), places));
    }

    static ProblemException of(Rejected refusal, RoleView view) {
        List<Problem.ReasonBody> reasons = Actions.reasons(refusal.reasons(), view);
        String detail = reasons.stream().map(Problem.ReasonBody::sentence).collect(Collectors.joining(" "));
        return new ProblemException(
                switch (refusal.code()) {
                    case Reason.UNKNOWN_ORDER, Reason.UNKNOWN_CASE -> ProblemType.NOT_FOUND.problem(detail);
                    case Reason.WORKFLOW_UNAVAILABLE -> ProblemType.BUSY.because(detail, reasons, null);
                    case Reason.ORDER_CHANGED -> ProblemType.ORDER_CHANGED.because(detail, reasons, null);
                    case Reason.REQUEST_ID_REUSED -> ProblemType.REQUEST_ID_REUSED.because(detail, reasons, null);
                    case Reason.DATA_MISSING, Reason.DATA_INVALID, Reason.UNKNOWN_LINE ->
                        ProblemType.INVALID_DATA.because(detail, reasons, places(refusal.reasons(), view));
                    default -> ProblemType.ORDER_REFUSED.because(detail, reasons, null);
                });
    }

    private static List<Problem.FieldError> places(List<Reason> reasons, RoleView view) {
        List<Problem.FieldError> places = new ArrayList<>();
        for (Reason reason : reasons) {
            String sentence = reason.sentence(view.workflow(), view.language());
            for (String field : fields(reason)) {
                places.add(new Problem.FieldError(pointer(field, view.workflow()), sentence));
            }
        }
        return places;
    }

    private static List<String> fields(Reason reason) {
        if (reason.code().equals(Reason.UNKNOWN_LINE) || reason.code().equals(Reason.NOT_SO_MANY)) {
            return List.of("items");
        }
        Object named = first(reason.params(), "fields", "field", "name");
        return named instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(named));
    }

    private static @Nullable Object first(Map<String, Object> params, String... names) {
        for (String name : names) {
            if (params.containsKey(name)) {
                return params.get(name);
            }
        }
        return null;
    }

    private static String pointer(String field, Workflow workflow) {
        String part = workflow.field(field).isPresent() ? null : PARTS.get(field);
        return part == null ? "/data/" + Json.escaped(field) : part;
    }
}
