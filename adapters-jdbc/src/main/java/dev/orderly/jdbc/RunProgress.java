package dev.orderly.jdbc;

/** Hears how far a long run has come. */
@FunctionalInterface
public interface RunProgress {

    /**
     * Called after each batch, by the thread that runs.
     *
     * @param orders how many orders are dealt with
     */
    void done(long orders);
}
