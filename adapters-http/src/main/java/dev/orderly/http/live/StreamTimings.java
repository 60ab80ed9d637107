package dev.orderly.http.live;

import java.time.Duration;

/**
 * The intervals of streams.
 *
 * @param heartbeat how often a comment is sent, so that no proxy closes a quiet connection
 * @param poll how often the store is polled for changes of other nodes
 * @param life the time after which a stream ends, so that its reader has to authenticate again
 */
record StreamTimings(Duration heartbeat, Duration poll, Duration life) {

    static final StreamTimings USUAL =
            new StreamTimings(Duration.ofSeconds(15), Duration.ofSeconds(4), Duration.ofMinutes(30));
}
