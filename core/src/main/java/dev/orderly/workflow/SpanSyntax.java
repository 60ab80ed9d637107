package dev.orderly.workflow;

import java.util.regex.Pattern;

/** The written forms of a {@link Span}, and its bound. */
final class SpanSyntax {

    static final Pattern BUSINESS_DAYS = Pattern.compile("(\\d{1,5}) business days?");
    static final Pattern DAYS_IN = Pattern.compile("(business )?days in (\\S.*)");
    static final Pattern ISO = Pattern.compile("P(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?"
            + "(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d{1,9})?S)?)?");
    static final String TOO_LONG = "a length of time cannot be more than a hundred years";

    private SpanSyntax() {}

    static void requireBounded(double days) {
        if (days > 37_200) {
            throw new IllegalArgumentException(TOO_LONG);
        }
    }
}
