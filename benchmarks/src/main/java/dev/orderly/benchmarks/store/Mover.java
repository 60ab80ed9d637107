package dev.orderly.benchmarks.store;

/** Keeps orders on the {@link Flow}, by whatever means. Thread-safe. */
interface Mover {

    /** What it is called in the figures. */
    String name();

    /** Places an order. */
    void place(String number) throws Exception;

    /**
     * Takes one step with an order: reads it, decides, writes.
     *
     * @throws Exception if the step is not allowed, or another writer changed the order first
     */
    void step(String number, FlowStep step) throws Exception;
}
