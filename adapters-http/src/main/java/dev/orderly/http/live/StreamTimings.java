package dev.orderly.http.live;

import java.time.Duration;

/**
 * When streams do what by themselves.
 *
 * @param heartbeat how often a sign of life is sent, so that nobody in between takes a quiet connection for a dead one
 * @param look how often the store is looked at for changes of other nodes
 * @param life when a stream ends, so that its reader has to show anew that he may read it
 */
record StreamTimings(Duration heartbeat, Duration look, Duration life) {

    static final StreamTimings USUAL =
            new StreamTimings(Duration.ofSeconds(15), Duration.ofSeconds(4), Duration.ofMinutes(30));
}
