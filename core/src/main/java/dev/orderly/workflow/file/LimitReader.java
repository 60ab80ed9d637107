package dev.orderly.workflow.file;

import dev.orderly.workflow.Limit;
import dev.orderly.workflow.Span;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes limits, in their short or their long form. */
final class LimitReader {

    private final Problems problems;

    LimitReader(Problems problems) {
        this.problems = problems;
    }

    /** The limit under a key; null if there is none, or none that can be read. */
    @Nullable
    Limit limit(Section section, String key) {
        Node node = section.node(key).orElse(null);
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Sequence) {
            section.wrong(node, key, "a length of time, or a map with \"time\"");
            return null;
        }
        if (!(node instanceof Node.Mapping)) {
            return section.parsed(key, Limit::after).orElse(null);
        }
        Section limit = Section.of(node, "\"" + key + "\"", problems);
        limit.allow(List.of("time", "of", "dated-by", "cut-off"));
        limit.require("time");
        Span span = limit.parsed("time", Span::parse).orElse(null);
        LocalTime cutOff = limit.parsed("cut-off", LimitReader::timeOfDay).orElse(null);
        String of = limit.text("of").orElse(null);
        String datedBy = limit.text("dated-by").orElse(null);
        return span == null ? null : new Limit(span, of, datedBy, cutOff);
    }

    private static LocalTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Node.quoted(text) + " is no time of day: write it as \"20:00\"", e);
        }
    }
}
