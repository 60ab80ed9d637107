package dev.orderly;

import dev.orderly.internal.step.ChangeWriter;
import dev.orderly.order.Actor;
import dev.orderly.store.OrderStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Moves the live orders of a workflow from one version to another: those from whose status something leads on. The shop can
 * stay open meanwhile. Immutable; each {@code with…} gives a changed copy.
 */
public final class MigrationPlan {

    private static final int MAX_THREADS = 64;

    private final OrderStore store;
    private final ChangeWriter writer;
    private final VersionChange change;
    private final MigrationPace pace;

    MigrationPlan(OrderStore store, ChangeWriter writer, VersionChange change) {
        this(store, writer, change, MigrationPace.USUAL);
    }

    private MigrationPlan(OrderStore store, ChangeWriter writer, VersionChange change, MigrationPace pace) {
        this.store = store;
        this.writer = writer;
        this.change = change;
        this.pace = pace;
    }

    /** Hears how far a migration has come. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Called after some hundreds of orders, by one thread at a time. If it throws, the migration ends with its exception;
         * what is moved stays so.
         *
         * @param moved how many orders are moved; in a dry run, could be
         * @param left how many stay behind
         */
        void reached(long moved, long left);
    }

    /**
     * Says what a status of the old version is called in the new one; a status that is not named keeps its name.
     *
     * @throws IllegalArgumentException if one of the versions has no such status
     */
    public MigrationPlan withStatus(String oldStatus, String newStatus) {
        return new MigrationPlan(store, writer, change.withStatus(oldStatus, newStatus), pace);
    }

    /**
     * How many threads move orders, each with a connection of its own beside the one that looks for them; left out, one for
     * each processor, and four at most. In the caller's transaction it is the caller's thread alone.
     *
     * @throws IllegalArgumentException if it is not from 1 to 64
     */
    public MigrationPlan withThreads(int number) {
        if (number < 1 || number > MAX_THREADS) {
            throw new IllegalArgumentException("threads must be from 1 to " + MAX_THREADS + ", but is " + number);
        }
        return new MigrationPlan(store, writer, change, pace.withThreads(number));
    }

    /**
     * How long each thread waits after every five hundred orders, so that a busy shop keeps room; left out, it does not.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public MigrationPlan withPause(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the pause cannot be negative, but is " + time);
        }
        return new MigrationPlan(store, writer, change, pace.withPause(time));
    }

    /**
     * How many orders a run moves at most, latest placed first; a further run goes on with the others. Left out, all.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public MigrationPlan withLimit(long orders) {
        if (orders < 1) {
            throw new IllegalArgumentException("the limit must be at least 1, but is " + orders);
        }
        return new MigrationPlan(store, writer, change, pace.withLimit(orders));
    }

    /** A listener that hears how far a run, or a dry run, has come. */
    public MigrationPlan withProgress(Progress listener) {
        return new MigrationPlan(store, writer, change, pace.withProgress(listener));
    }

    /** What {@link #run} would do now; nothing happens. */
    public MigrationReport dryRun() {
        return go(null);
    }

    /**
     * Moves every order that can be moved, some hundreds in a transaction, and names the others. It can be run again for
     * those, and from several nodes at once. An order that changes meanwhile is decided anew. If the thread is interrupted, it
     * stops after the orders at hand, with a report of what it did; a further run goes on.
     *
     * @throws dev.orderly.store.StoreFailedException if the store does not answer; what is moved stays so, and a further run
     *     goes on
     */
    public MigrationReport run(Actor actor) {
        return go(actor);
    }

    private MigrationReport go(@Nullable Actor actor) {
        return new MigrationRun(store, writer, change, pace, actor).run();
    }
}
