package dev.orderly.benchmarks.peers;

/** A contender that serves all orders by one object, and to which an order is the name of its status. */
interface SharedMachine extends Contender<String, String> {

    @Override
    default String stored(String status) {
        return status;
    }

    @Override
    default String open(String stored) {
        return stored;
    }

    @Override
    default String next(String order, Object answer) {
        return ((Entry) answer).to();
    }
}
