package dev.orderly.jdbc.failure;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sends a request again, under the same id, until it is answered. What else goes wrong than is promised ends it. */
final class StubbornClient {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger unknowns = new AtomicInteger();
    final AtomicInteger conflicts = new AtomicInteger();

    Decision settle(Supplier<Decision> request) {
        Instant end = Instant.now().plus(PATIENCE);
        for (int attempt = 1; true; attempt++) {
            RuntimeException last;
            try {
                return request.get();
            } catch (StoreFailedException e) {
                failures.incrementAndGet();
                last = e;
            } catch (OutcomeUnknownException e) {
                unknowns.incrementAndGet();
                last = e;
            } catch (ConflictException e) {
                conflicts.incrementAndGet();
                last = e;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("a request does not settle", last);
            }
            pause(attempt);
        }
    }

    Accepted settleAccepted(Supplier<Decision> request) {
        Decision decision = settle(request);
        if (decision instanceof Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("refused: " + decision);
    }

    /** Ever longer: a pool looks at a connection before it lends it only if it was idle for half a second. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(Math.min(20L * attempt, 600));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return failures + " calls failed, " + unknowns + " outcomes unknown, " + conflicts + " conflicts";
    }
}
