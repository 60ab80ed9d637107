package dev.orderly.benchmarks.peers;

/** A refusal of a contender that has no type of its own for it. */
record Refused(Object why) {

    /** The contender stays where it is and says nothing. */
    static final Refused SILENTLY = new Refused("");
}
