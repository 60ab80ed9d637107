package dev.orderly.benchmarks.peers;

import java.time.Instant;

/** What a shop keeps of a step; the benchmark makes it for every contender that makes none. */
public record Entry(String from, String event, String to, Instant at, String who) {

    static Entry of(String from, Ask ask, String to) {
        return new Entry(from, ask.event(), to, ask.at(), ask.who());
    }
}
