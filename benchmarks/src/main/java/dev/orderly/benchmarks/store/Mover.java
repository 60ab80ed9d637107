package dev.orderly.benchmarks.store;

/** Moves orders, by whatever means. Thread-safe as long as no two threads move the same order. */
interface Mover {

    /** What it is called in the figures. */
    String name();

    /** Places an order, which is not on hold then. */
    void place(String number) throws Exception;

    /** Takes one accepted step with an order: reads it, decides, writes. It puts it on hold, or takes it back from there. */
    void move(String number) throws Exception;
}
