package dev.orderly.check;

import static dev.orderly.check.Problem.Severity.ERROR;
import static dev.orderly.check.Problem.Severity.WARNING;

import dev.orderly.check.Problem.Severity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of problems that the checker finds; docs/workflow-file.md says what each means. */
enum ProblemCode {
    UNKNOWN_STATUS(ERROR),
    UNKNOWN_FIELD(ERROR),
    UNKNOWN_EVENT(ERROR),
    UNKNOWN_ROLE(ERROR),
    UNKNOWN_LANGUAGE(ERROR),
    UNKNOWN_CARRIER(ERROR),
    UNKNOWN_CUSTOMER_STATUS(ERROR),
    UNKNOWN_ITEM_STATUS(ERROR),
    UNKNOWN_FLOW(ERROR),
    WRONG_CONDITION(ERROR),
    NO_START(ERROR),
    UNREACHABLE_STATUS(WARNING),
    TRAPPED_STATUS(ERROR),
    STUCK_ORDER(ERROR),
    SUCCESS_UNREACHABLE(ERROR),
    MISSING_OUTCOME(WARNING),
    UNCERTAIN_WAY_OUT(WARNING),
    OVERLAP(WARNING),
    UNREACHABLE_ALTERNATIVE(ERROR),
    DEADLINE_CANNOT_FIRE(ERROR),
    AUTOMATIC_CIRCLE(ERROR),
    NEVER_BROKEN(ERROR),
    MISSING_TEXT(WARNING),
    UNUSED_FIELD(WARNING),
    ANALYSIS_LIMITED(WARNING),
    UNUSED_SUPPRESSION(WARNING);

    private static final Set<ProblemCode> ALLOWED_ERRORS = EnumSet.of(
            TRAPPED_STATUS,
            STUCK_ORDER,
            SUCCESS_UNREACHABLE,
            UNREACHABLE_ALTERNATIVE,
            DEADLINE_CANNOT_FIRE,
            NEVER_BROKEN);

    private final Severity severity;

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a workflow can run with this problem, so that a suppression may name it. */
    boolean canBeSuppressed() {
        return severity == WARNING || ALLOWED_ERRORS.contains(this);
    }

    Problem problem(String path, String message) {
        return new Problem(severity, code(), message, path);
    }

    /** The codes of all problems that can be suppressed. */
    static List<String> suppressible() {
        return Arrays.stream(values())
                .filter(ProblemCode::canBeSuppressed)
                .map(ProblemCode::code)
                .toList();
    }
}
