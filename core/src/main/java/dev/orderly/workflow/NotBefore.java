package dev.orderly.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The condition that a time has come.
 *
 * @param limit the time; while its start has not happened, it has not come
 */
public record NotBefore(TimeLimit limit) implements Condition {

    /** The code of its objection. */
    public static final String CODE = "too-early";

    @Override
    public Kind kind() {
        return Kind.NOT_BEFORE;
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
        Optional<Instant> earliest = limit.end(facts, facts.calendar());
        return earliest.isPresent() && !facts.at().isBefore(earliest.get());
    }

    /** A limit whose start has happened has no end only where the field that says how many days has no value. */
    @Override
    public Objection objection(StepFacts facts) {
        if (waits(facts)) {
            return about(facts, Map.of("kind", "waits", "of", String.valueOf(limit.awaitedEvent())));
        }
        return limit.end(facts, facts.calendar())
                .map(earliest -> about(facts, Map.of("from", earliest)))
                .orElseGet(() -> about(facts, Map.of("kind", "no-days", "field", uncounted(facts))));
    }

    private boolean waits(StepFacts facts) {
        String awaited = limit.awaitedEvent();
        return awaited != null && facts.timeOf(awaited) == null;
    }

    private String uncounted(StepFacts facts) {
        return limit.countedFields().stream()
                .filter(field -> facts.field(field) == null)
                .findFirst()
                .orElse("");
    }

    private static Objection about(StepFacts facts, Map<String, Object> params) {
        return new Objection(CODE, params).with("event", facts.event());
    }

    @Override
    public List<String> changedBy(StepFacts facts) {
        return waits(facts) ? List.of() : limit.fields();
    }

    @Override
    public boolean isAside() {
        return true;
    }

    @Override
    public String words() {
        return "not before " + limit.words();
    }
}
