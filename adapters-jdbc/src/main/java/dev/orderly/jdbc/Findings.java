package dev.orderly.jdbc;

import dev.orderly.jdbc.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Collects what a verification finds, and counts. Thread-safe. */
final class Findings {

    private static final int MAX_KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private final LongAdder problems = new LongAdder();
    private final LongAdder orders = new LongAdder();
    private final LongAdder entries = new LongAdder();
    private final LongAdder attachments = new LongAdder();
    private final LongAdder heads = new LongAdder();

    void add(Kind kind, @Nullable String order, String problem) {
        problems.increment();
        synchronized (kept) {
            if (kept.size() < MAX_KEPT) {
                kept.add(new Finding(kind, order, problem));
            }
        }
    }

    /** Adds what was found and counted apart from the rest. */
    void add(Findings part) {
        problems.add(part.problems.sum());
        orders.add(part.orders.sum());
        entries.add(part.entries.sum());
        attachments.add(part.attachments.sum());
        heads.add(part.heads.sum());
        List<Finding> found = part.report(Optional.empty()).findings();
        synchronized (kept) {
            kept.addAll(found.subList(0, Math.min(found.size(), MAX_KEPT - kept.size())));
        }
    }

    void countOrder() {
        orders.increment();
    }

    void countEntry() {
        entries.increment();
    }

    void countAttachment() {
        attachments.increment();
    }

    void countHead() {
        heads.increment();
    }

    VerificationReport report(Optional<String> stoppedAt) {
        synchronized (kept) {
            return new VerificationReport(
                    orders.sum(),
                    entries.sum(),
                    attachments.sum(),
                    heads.sum(),
                    problems.sum(),
                    List.copyOf(kept),
                    stoppedAt);
        }
    }
}
