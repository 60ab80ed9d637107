package dev.orderly.cli;

import dev.orderly.cli.replay.Summary;
import dev.orderly.workflow.Workflow;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The figures of a replay as a text, for programs and for people. */
final class SummaryText {

    private static final int NAME_WIDTH = 28;
    private static final int NUMBER_WIDTH = 14;

    private SummaryText() {}

    /** One JSON object on several lines. */
    static String json(Summary summary) {
        return """
                {
                  "orders": %d,
                  "events": %d,
                  "accepted": %d,
                  "refused": %s,
                  "statuses": %s
                }""".formatted(
                        summary.orders(),
                        summary.events(),
                        summary.accepted(),
                        object(summary.refused()),
                        object(summary.statuses()));
    }

    private static String object(SortedMap<String, Long> counts) {
        if (counts.isEmpty()) {
            return "{}";
        }
        // Names of statuses and codes of reasons are letters, digits, dots, hyphens and spaces: nothing to escape.
        return counts.entrySet().stream()
                .map(count -> "    \"" + count.getKey() + "\": " + count.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n  }"));
    }

    /** A few lines with the labels of the statuses, and how long it took. */
    static String forPeople(Summary summary, Workflow workflow, long nanos) {
        StringBuilder text = new StringBuilder();
        line(text, "orders", summary.orders(), "");
        line(text, "events", summary.events(), "");
        line(text, "accepted", summary.accepted(), "");
        line(text, "refused", summary.events() - summary.accepted(), "");
        for (Map.Entry<String, Long> reason : summary.refused().entrySet()) {
            line(text, "  " + reason.getKey(), reason.getValue(), "");
        }
        text.append(String.format("%norders by final status%n"));
        for (Map.Entry<String, Long> status : summary.statuses().entrySet()) {
            String label =
                    workflow.statusLabel(status.getKey(), workflow.languages().get(0));
            line(text, "  " + status.getKey(), status.getValue(), "  " + label);
        }
        if (summary.neverPlaced() > 0) {
            line(text, "  (never placed)", summary.neverPlaced(), "  numbers that are no order");
        }
        double seconds = Math.max(nanos, 1) / 1e9;
        text.append(
                String.format(Locale.ROOT, "%n%.1f s, %,.0f events per second%n", seconds, summary.events() / seconds));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, long number, String after) {
        text.append(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s %," + NUMBER_WIDTH + "d%s", name, number, after)
                .stripTrailing());
        text.append(System.lineSeparator());
    }
}
