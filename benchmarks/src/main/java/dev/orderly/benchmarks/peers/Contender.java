package dev.orderly.benchmarks.peers;

import org.jspecify.annotations.Nullable;

/**
 * One way to run the flow; making one defines the flow. Each does it as its own documentation says, with what can be
 * shared made once, and refuses in its own default way.
 *
 * @param <R> what the store hands over of an order
 * @param <O> an order at hand, ready to be asked
 */
public interface Contender<R, O> {

    /** What the store hands over of an order in a status. Not measured. */
    R stored(String status);

    /** An order at hand. Measured with the first step. */
    O open(R stored);

    /** What the contender answers to an attempt, with an entry for the history if it grants it. Measured. */
    Object fire(O order, Ask ask);

    /** The order at hand after a step was granted. Measured with a whole life. */
    O next(O order, Object answer);

    /** The status to which an answer leads; null for a refusal. */
    default @Nullable String target(Object answer) {
        return answer instanceof Entry entry ? entry.to() : null;
    }
}
