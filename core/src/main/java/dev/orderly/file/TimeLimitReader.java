package dev.orderly.file;

import dev.orderly.workflow.DeadlineReference;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TimeSpan;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads time limits, in their short or their long form. */
final class TimeLimitReader {

    private static final List<String> STARTS = List.of("of", "dated-by", "cut-off");

    private final FileProblems problems;

    TimeLimitReader(FileProblems problems) {
        this.problems = problems;
    }

    /** The limit under a key; null if there is none, or none that can be read. */
    @Nullable
    TimeLimit limit(MappingReader mapping, String key) {
        Node node = mapping.node(key).orElse(null);
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Sequence) {
            mapping.wrong(node, key, "a length of time, or a map with \"time\"");
            return null;
        }
        if (!(node instanceof Node.Mapping)) {
            return mapping.parsed(key, TimeLimit::after).orElse(null);
        }
        MappingReader limit = MappingReader.of(node, "\"" + key + "\"", problems);
        limit.allow(List.of("time", "of", "dated-by", "cut-off", "before"));
        limit.require("time");
        TimeSpan span = limit.parsed("time", TimeSpan::parse).orElse(null);
        LocalTime cutOff = limit.parsed("cut-off", TimeLimitReader::timeOfDay).orElse(null);
        String of = limit.text("of").orElse(null);
        String datedBy = limit.text("dated-by").orElse(null);
        String before = limit.text("before").orElse(null);
        if (before != null) {
            STARTS.stream()
                    .filter(limit::has)
                    .forEach(start -> limit.invalid(
                            start,
                            "a time \"before\" the deadline of an event counts back from that: take \"" + start
                                    + "\" away, or \"before\""));
            return span == null ? null : new TimeLimit(span, null, null, null, new DeadlineReference(before, null));
        }
        return span == null ? null : new TimeLimit(span, of, datedBy, cutOff, null);
    }

    private static LocalTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Node.quoted(text) + " is no time of day: write it as \"20:00\"", e);
        }
    }
}
