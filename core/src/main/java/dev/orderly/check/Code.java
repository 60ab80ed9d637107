package dev.orderly.check;

import static dev.orderly.check.Problem.Severity.ERROR;
import static dev.orderly.check.Problem.Severity.WARNING;

import dev.orderly.check.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The kinds of problems that the checker finds; docs/workflow-file.md says what each means. */
enum Code {
    UNKNOWN_STATUS(ERROR),
    UNKNOWN_FIELD(ERROR),
    UNKNOWN_EVENT(ERROR),
    UNKNOWN_ROLE(ERROR),
    UNKNOWN_LANGUAGE(ERROR),
    UNKNOWN_CARRIER(ERROR),
    UNKNOWN_CUSTOMER_STATUS(ERROR),
    WRONG_CONDITION(ERROR),
    NO_START(ERROR),
    UNREACHABLE_STATUS(WARNING),
    TRAPPED_STATUS(ERROR),
    STUCK_ORDER(ERROR),
    OVERLAP(WARNING),
    UNREACHABLE_ALTERNATIVE(ERROR),
    DEADLINE_CANNOT_FIRE(ERROR),
    NEVER_BROKEN(ERROR),
    MISSING_TEXT(WARNING),
    UNUSED_FIELD(WARNING),
    ANALYSIS_LIMITED(WARNING),
    UNUSED_ALLOWANCE(WARNING);

    private final Severity severity;

    Code(Severity severity) {
        this.severity = severity;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Problem problem(String path, String message) {
        return new Problem(severity, code(), message, path);
    }

    static List<String> all() {
        List<String> codes = new ArrayList<>();
        for (Code code : values()) {
            codes.add(code.code());
        }
        return codes;
    }
}
