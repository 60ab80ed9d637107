package dev.orderly.jdbc;

import dev.orderly.order.Migration;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.NumberTakenException;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoreFailedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes steps in transactions: a step in one of its own, or many in one. A step that the shared transaction does not write,
 * for any reason, is written by itself afterwards, which gives the reason: so what becomes of a step is the same both ways.
 */
final class Appender {

    /** The most steps that share a transaction: more are not written faster, and lock their orders' rows for longer. */
    private static final int MAX_BATCH = 500;

    private final Session session;
    private final StepWriter writer;
    private final WorkflowTable workflows;
    private final Attachments attachments;
    private final CatchUp catchUp;
    private final Archive archive;
    private final SqlErrors failures;
    private final DatabaseDialect dialect;

    Appender(
            Session session,
            StepWriter writer,
            WorkflowTable workflows,
            Attachments attachments,
            CatchUp catchUp,
            Archive archive,
            DatabaseDialect dialect) {
        this.session = session;
        this.writer = writer;
        this.workflows = workflows;
        this.attachments = attachments;
        this.catchUp = catchUp;
        this.archive = archive;
        this.failures = new SqlErrors(dialect);
        this.dialect = dialect;
    }

    void append(Change change) {
        try {
            append(steps(change));
        } catch (StoreFailedException e) {
            String number = change.after().number();
            if (change.entry().activity().sequence() == 1
                    && !session.isJoined()
                    && !failures.isLost(e)
                    && archive.isPurged(number)) {
                throw new NumberTakenException(number, e);
            }
            throw e;
        }
    }

    /** Steps of one order that follow each other, all of them or none. */
    private void append(List<StepRows> steps) {
        StepRows first = steps.get(0);
        catchUp.afterConflict(
                first.number(),
                () -> writer.isOneStatement() && steps.size() == 1
                        ? session.single(first.name(), work(steps))
                        : session.inTransaction(first.name(), work(steps)));
    }

    private List<StepRows> steps(Change change) {
        return change.steps().stream().map(step -> step(step, workflows::allow)).toList();
    }

    private StepRows step(Change change, BiConsumer<String, Migration> allowing) {
        attachments.requireSize(change.contents());
        if (change.entry().activity() instanceof Migration migration) {
            allowing.accept(change.after().workflow(), migration);
        }
        return StepRows.of(change, dialect);
    }

    private SqlWork<List<StepRows>> work(List<StepRows> steps) {
        return connection -> {
            for (StepRows step : steps) {
                writer.write(connection, step);
            }
            return steps;
        };
    }

    List<Receipt> appendAll(List<Change> changes) {
        List<Receipt> receipts = new ArrayList<>();
        Map<String, Change> batch = new LinkedHashMap<>();
        for (Change change : changes) {
            String number = change.after().number();
            if (batch.size() == MAX_BATCH || batch.containsKey(number)) {
                receipts.addAll(write(batch.values()));
                batch.clear();
            }
            batch.put(number, change);
        }
        receipts.addAll(write(batch.values()));
        return receipts;
    }

    /** Writes steps of different orders. After a failure that ends all, the rest is not tried. */
    private List<Receipt> write(Collection<Change> changes) {
        Map<String, Receipt> settled = together(changes);
        List<Receipt> receipts = new ArrayList<>();
        RuntimeException end = null;
        for (Change change : changes) {
            Receipt receipt = settled.get(change.after().number());
            if (receipt == null) {
                receipt = end == null ? alone(change) : Receipt.failed(change, end);
            }
            end = endsAll(receipt.failure()) ? receipt.failure() : end;
            receipts.add(receipt);
        }
        return receipts;
    }

    /** Writes in one transaction what can be written so, and says of what became of it; of the rest nothing is said. */
    private Map<String, Receipt> together(Collection<Change> changes) {
        Map<String, Change> shared = new HashMap<>();
        List<StepRows> steps = new ArrayList<>();
        for (Change change : changes) {
            plainStep(change).ifPresent(step -> {
                steps.add(step);
                shared.put(step.number(), change);
            });
        }
        if (steps.size() < 2) {
            return Map.of();
        }
        Map<String, Receipt> settled = new HashMap<>();
        try {
            Set<String> moved = session.inTransaction(
                    "writing steps of " + steps.size() + " orders", connection -> writer.writeAll(connection, steps));
            shared.forEach((number, change) -> {
                if (moved.contains(number)) {
                    settled.put(number, Receipt.written(change));
                }
            });
        } catch (RuntimeException e) {
            if (e instanceof OutcomeUnknownException || endsAll(e)) {
                shared.forEach((number, change) -> settled.put(number, Receipt.failed(change, e)));
            }
        }
        return settled;
    }

    /** Empty for one that is to be written by itself, be it because it cannot be written at all. */
    private Optional<StepRows> plainStep(Change change) {
        try {
            return change.automatic().isEmpty()
                    ? Optional.of(step(change, workflows::allowMany)).filter(StepRows::isPlain)
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether nothing can be written after a failure: there is no database, and each step would wait for it; or one spoke of
     * a conflict in the caller's transaction, which is to be rolled back, and is perhaps already.
     */
    private boolean endsAll(@Nullable RuntimeException failure) {
        return failures.isLost(failure)
                || (session.isJoined() && failure instanceof ConflictException && failure.getCause() != null);
    }

    /** In the caller's transaction with a savepoint: a failure must not spoil it for the others. */
    private Receipt alone(Change change) {
        try {
            List<StepRows> steps = steps(change);
            if (session.isJoined()) {
                StepRows first = steps.get(0);
                catchUp.afterConflict(first.number(), () -> session.inTransaction(first.name(), work(steps)));
            } else {
                append(steps);
            }
            return Receipt.written(change);
        } catch (RuntimeException e) {
            return Receipt.failed(change, e);
        }
    }
}
