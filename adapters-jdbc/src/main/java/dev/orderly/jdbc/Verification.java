package dev.orderly.jdbc;

import dev.orderly.jdbc.Finding.Kind;
import dev.orderly.order.ChainKeys;
import dev.orderly.store.StoreFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a whole database while it is in use: each history by its hash chain; each order's row, with all of its columns,
 * against what its history makes; the rows of workflows against their contents; messages, answers and attachments against the
 * histories; the counts against what there is; and the guards of the tables. It reads and never writes. Orders are read some hundreds at a time, each batch as
 * it was at one moment. Not thread-safe.
 *
 * <p>What it cannot find: a message or an answer that was deleted; a history whose end was cut off, and the row set back
 * beside it; and, where entries have no {@linkplain #chainKeys key}, one that was continued or rewritten with all hashes
 * computed anew. For cut and rewritten histories there are {@linkplain #heads heads}.
 */
public final class Verification {

    private static final int MAX_THREADS = 64;

    /** Sweeps and dispatchers lend for minutes; a message that failed is put off for as long as the shop has set. */
    private static final Duration LONGEST_LEASE = Duration.ofDays(7);

    private final Session session;
    private final DatabaseDialect dialect;
    private final WorkflowTable workflows;
    private final CountTable counts;
    private final Supplier<Optional<Instant>> clock;
    private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
    private boolean attachments = true;
    private @Nullable String after;
    private @Nullable Path heads;
    private ChainKeys keys = ChainKeys.NONE;
    private Progress progress = (orders, last) -> {};

    Verification(
            Session session,
            DatabaseDialect dialect,
            WorkflowTable workflows,
            CountTable counts,
            Supplier<Optional<Instant>> clock) {
        if (session instanceof JoinedSession) {
            throw new IllegalStateException(
                    "a verification sees each batch of orders as it was at one moment, which the"
                            + " caller's transaction does not promise: take the store itself");
        }
        this.session = session;
        this.dialect = dialect;
        this.workflows = workflows;
        this.counts = counts;
        this.clock = clock;
    }

    /** Hears how far a verification has come. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Called after each batch, by one thread at a time.
         *
         * @param orders how many orders are verified
         * @param last the number of the order up to which all are verified, with which {@link Verification#after} goes on
         */
        void verified(long orders, String last);
    }

    /**
     * How many batches are verified at the same time, each with a connection of its own; left out, one for each processor, and
     * four at most.
     */
    public Verification threads(int number) {
        if (number < 1 || number > MAX_THREADS) {
            throw new IllegalArgumentException("threads must be from 1 to " + MAX_THREADS + ", but is " + number);
        }
        threads = number;
        return this;
    }

    /** Does not read the bytes of attachments, which can be most of the database; their rows are looked at. */
    public Verification withoutAttachmentBytes() {
        attachments = false;
        return this;
    }

    /** Begins behind an order, as the database sorts their numbers: to go on where an earlier verification was stopped. */
    public Verification after(String number) {
        after = number;
        return this;
    }

    /**
     * Looks for the heads that {@link Heads#write} wrote to a file: each order must still have the entry that was its latest
     * then, with the same hash.
     */
    public Verification heads(Path file) {
        heads = file;
        return this;
    }

    /**
     * The keys with which entries were made; left out, those of the store. Entries that should have one and have not are
     * found. With {@link #heads} of a time at which they had one, entries that were written since without it are found as
     * well, whatever time they pretend to have. Without the key that an entry is made with, its hash is not looked at, which is
     * a finding of its own, and all else is.
     */
    public Verification chainKeys(ChainKeys known) {
        keys = known;
        return this;
    }

    /** A listener that hears after each batch how far the verification has come. */
    public Verification progress(Progress listener) {
        progress = listener;
        return this;
    }

    /**
     * Verifies. If the thread is interrupted, it stops after the batches at hand, with a report of what was verified.
     *
     * @throws StoreFailedException if the database does not answer
     * @throws IOException if the file of heads cannot be read, or was changed
     */
    public VerificationReport run() throws IOException {
        Findings findings = new Findings();
        new DatabaseCheck(session, dialect).problems().forEach(problem -> findings.add(Kind.GUARD, null, problem));
        counts.verify(findings);
        KnownVersions versions = workflows.verify(findings);
        HeadComparison compared = heads == null ? null : new HeadComparison(session, heads, keys, findings).compare();
        HashCheck hashes = new HashCheck(keys, compared, findings);
        long latestLease = EpochMicros.floor(clock.get().orElseThrow().plus(LONGEST_LEASE));
        NumberRanges ranges = new NumberRanges(session, after);
        List<Future<?>> workers = new ArrayList<>();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < threads; i++) {
                workers.add(executor.submit(() -> verify(
                        (place, part) -> new OrderVerifier(place, versions, latestLease, attachments, hashes, part),
                        ranges,
                        findings)));
            }
            await(workers, ranges);
        } finally {
            ranges.stop();
            executor.shutdown();
        }
        hashes.reportUnchecked();
        return findings.report(ranges.stoppedAt());
    }

    /** What a batch shows is added when it is read whole: if the database ends a query, the batch is read again. */
    private void verify(
            BiFunction<OrderVerifier.Place, Findings, OrderVerifier> verifier, NumberRanges ranges, Findings findings) {
        Optional<NumberRange> range = ranges.next();
        while (range.isPresent()) {
            NumberRange current = range.get();
            findings.add(session.consistently("verifying orders", connection -> {
                Findings part = new Findings();
                OrderVerifier live = verifier.apply(OrderVerifier.LIVE, part);
                OrderVerifier archive = verifier.apply(OrderVerifier.ARCHIVE, part);
                live.verify(connection, current);
                archive.verify(connection, current);
                archive.numbers().stream()
                        .filter(live.numbers()::contains)
                        .forEach(number -> part.add(Kind.DEPENDENT, number, "it is in the archive as well"));
                return part;
            }));
            ranges.done(
                    current,
                    last -> progress.verified(findings.report(Optional.empty()).orders(), last));
            range = ranges.next();
        }
    }

    private static void await(List<Future<?>> workers, NumberRanges ranges) {
        boolean interrupted = false;
        for (Future<?> worker : workers) {
            boolean ended = false;
            while (!ended) {
                try {
                    worker.get();
                    ended = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                    ranges.stop();
                } catch (ExecutionException e) {
                    ranges.stop();
                    throw e.getCause() instanceof RuntimeException failure
                            ? failure
                            : new IllegalStateException(Objects.requireNonNull(e.getCause()));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
