package dev.orderly.benchmarks.sweep;

import java.sql.SQLException;

/** A way to move many orders whose deadline has come. */
interface SweepContender {

    String name();

    /** Empties its tables and makes so many orders that are due. */
    void refill(int orders) throws SQLException;

    /** Moves all that are due; how many they were. */
    int sweep() throws SQLException;
}
