package dev.orderly.benchmarks.peers;

/**
 * A contender that needs an object for each order, which holds the order's status.
 *
 * @param <M> that object
 */
interface MachinePerOrder<M> extends Contender<String, M> {

    @Override
    default String stored(String status) {
        return status;
    }

    @Override
    default M next(M order, Object answer) {
        return order;
    }
}
