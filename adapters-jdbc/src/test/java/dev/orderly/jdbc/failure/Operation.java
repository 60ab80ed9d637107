package dev.orderly.jdbc.failure;

/**
 * What one client did with one order, and what it was answered.
 *
 * @param number the order's number
 * @param kind what it was
 * @param event the event that was fired; empty for a read
 * @param id the request's id; empty for a read
 * @param begin the moment before the call, of a clock that all clients share and that counts by one
 * @param end the moment after its answer
 * @param sequence the entry that was written or read; 0 for others
 * @param status the status that was written or read; empty for others
 */
record Operation(
        String number, Kind kind, String event, String id, long begin, long end, long sequence, String status) {

    enum Kind {
        /** It found the order at an entry. */
        READ,
        /** It wrote an entry. */
        WROTE,
        /** It was refused, since the event was not possible. */
        REFUSED,
        /** It was answered that nothing was written. */
        FAILED,
        /** It was answered that it may have been written. */
        UNKNOWN
    }
}
