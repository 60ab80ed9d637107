package dev.orderly.benchmarks.peers;

/**
 * What one contender took for one case.
 *
 * @param nanos the mean time of one operation, in nanoseconds
 * @param error half the 99.9 % confidence interval of that, in nanoseconds; NaN where too little was measured to tell
 * @param bytes what one operation allocates
 * @param timesTable how many times the hand-written table's time it took in the same run
 */
public record PeerResult(Peer peer, PeerCase what, double nanos, double error, double bytes, double timesTable) {}
