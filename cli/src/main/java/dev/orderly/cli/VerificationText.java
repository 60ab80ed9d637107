package dev.orderly.cli;

import dev.orderly.jdbc.Finding;
import dev.orderly.jdbc.VerificationReport;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The report of a verification as a text, for programs and for people. */
final class VerificationText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private VerificationText() {}

    /** One JSON object on several lines. */
    static String json(VerificationReport report) {
        String findings = report.findings().stream()
                .map(finding -> String.format(
                        "    {\"kind\": %s, \"order\": %s, \"problem\": %s}",
                        text(finding.kind().code()), text(finding.order()), text(finding.problem())))
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "clean": %s,
                  "orders": %d,
                  "entries": %d,
                  "attachments": %d,
                  "heads": %d,
                  "problems": %d,
                  "findings": [%s],
                  "stoppedAt": %s
                }
                """.formatted(
                        report.isClean(),
                        report.orders(),
                        report.entries(),
                        report.attachments(),
                        report.heads(),
                        report.problems(),
                        findings.isEmpty() ? "" : "\n" + findings + "\n  ",
                        text(report.stoppedAt().orElse(null)));
    }

    private static String text(@Nullable String value) {
        return MAPPER.writeValueAsString(value);
    }

    /** A line for each finding, and the figures. */
    static String forPeople(VerificationReport report) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : report.findings()) {
            text.append(finding.kind().code()).append(": ");
            if (finding.order() != null) {
                text.append("order ").append(finding.order()).append(": ");
            }
            text.append(finding.problem()).append('\n');
        }
        text.append(String.format(
                Locale.ROOT,
                "%,d orders with %,d entries and %,d attachments verified",
                report.orders(),
                report.entries(),
                report.attachments()));
        if (report.heads() > 0) {
            text.append(String.format(Locale.ROOT, ", and compared with %,d heads", report.heads()));
        }
        text.append(
                report.problems() == 0
                        ? ": all is as it was written\n"
                        : String.format(Locale.ROOT, ": %,d findings\n", report.problems()));
        report.stoppedAt()
                .ifPresent(number ->
                        text.append("stopped behind order ").append(number).append('\n'));
        return text.toString();
    }
}
