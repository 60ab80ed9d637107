package dev.orderly.cli.replay;

import dev.orderly.order.Actor;
import dev.orderly.workflow.Data;
import java.time.Instant;

/**
 * One row of a log.
 *
 * @param number its place in the file, from 1, the header not counted
 * @param order the order's number
 * @param event what shall happen
 * @param at when, as the file writes it, so that a result can be joined with the log
 * @param time the same as a point in time
 * @param actor who asks
 * @param data the cells of the data columns that are not empty, as text
 */
record Row(long number, String order, String event, String at, Instant time, Actor actor, Data data)
        implements Comparable<Row> {

    /** About what an object of this class occupies without its texts, in bytes. */
    private static final int OWN_BYTES = 200;

    private static final int BYTES_PER_VALUE = 150;

    /** One order's rows together, each order's by time, ties as the file has them. */
    @Override
    public int compareTo(Row other) {
        // The hash first: comparing two numbers that begin alike costs more, and any order of the orders will do.
        int result = Integer.compare(order.hashCode(), other.order.hashCode());
        if (result == 0) {
            result = order.compareTo(other.order);
        }
        if (result == 0) {
            result = time.compareTo(other.time);
        }
        return result == 0 ? Long.compare(number, other.number) : result;
    }

    /** About how much memory it occupies, in bytes. */
    int weight() {
        int texts = order.length() + event.length() + at.length();
        int values = 0;
        for (Object value : data.asMap().values()) {
            values += BYTES_PER_VALUE + value.toString().length();
        }
        return OWN_BYTES + texts + values;
    }
}
