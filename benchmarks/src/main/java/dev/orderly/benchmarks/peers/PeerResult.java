package dev.orderly.benchmarks.peers;

/**
 * What one contender took for one case; times are medians of all iterations.
 *
 * @param nanos processor time of one operation, in nanoseconds; that of the thread that runs it, not of the compiler and
 *     the collector
 * @param clock the same by the clock, which is more where others use the machine
 * @param least the least processor time of an iteration
 * @param most the most processor time of an iteration
 * @param bytes what one operation allocates
 * @param timesTable how many times the hand-written table's processor time it took in the same run
 */
public record PeerResult(
        Peer peer,
        PeerCase what,
        double nanos,
        double clock,
        double least,
        double most,
        double bytes,
        double timesTable) {}
