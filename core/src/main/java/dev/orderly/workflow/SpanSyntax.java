package dev.orderly.workflow;

import java.util.regex.Pattern;

/** The written forms of a {@link Span} that are not ISO-8601. */
final class SpanSyntax {

    static final Pattern BUSINESS_DAYS = Pattern.compile("(\\d{1,4}) business days?");
    static final Pattern DAYS_IN = Pattern.compile("(business )?days in (\\S.*)");

    private SpanSyntax() {}
}
