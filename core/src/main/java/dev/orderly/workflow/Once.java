package dev.orderly.workflow;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The condition that the event has not happened to the order before. */
public record Once() implements Condition {

    /** The code of its objection. */
    public static final String CODE = "already-done";

    @Override
    public Kind kind() {
        return Kind.ONCE;
    }

    @Override
    public Object content() {
        return true;
    }

    @Override
    public Basis basis() {
        return Basis.PAST;
    }

    @Override
    public boolean isMet(StepFacts facts) {
        return facts.timeOf(facts.event()) == null;
    }

    @Override
    public @Nullable Objection objection(StepFacts facts) {
        Instant before = facts.timeOf(facts.event());
        return before == null ? null : new Objection(CODE, Map.of("event", facts.event(), "at", before));
    }

    @Override
    public boolean isAside() {
        return true;
    }

    @Override
    public String words() {
        return "once";
    }
}
