package dev.orderly.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The condition that a time is not over.
 *
 * @param limit the time; while its start has not happened, it is not over
 */
public record Within(TimeLimit limit) implements Condition {

    /** The code of its objection. */
    public static final String CODE = "too-late";

    @Override
    public Kind kind() {
        return Kind.WITHIN;
    }

    @Override
    public Object content() {
        return limit;
    }

    @Override
    public Basis basis() {
        return Basis.TIME;
    }

    @Override
    public boolean isMet(StepFacts facts) {
        Optional<Instant> latest = limit.end(facts, facts.calendar());
        return latest.isEmpty() || !facts.at().isAfter(latest.get());
    }

    @Override
    public @Nullable Objection objection(StepFacts facts) {
        return limit.end(facts, facts.calendar())
                .map(latest -> new Objection(CODE, Map.of("event", facts.event(), "until", latest)))
                .orElse(null);
    }

    @Override
    public List<String> changedBy(StepFacts facts) {
        return limit.fields();
    }

    @Override
    public boolean isAside() {
        return true;
    }

    @Override
    public String words() {
        return "within " + limit.words();
    }
}
