package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Writes the rows of steps, in the way that suits a kind of database. */
interface StepWriter {

    /** Whether {@link #write} is one statement, which needs no transaction around it to be whole. */
    boolean isOneStatement();

    /**
     * Writes a step.
     *
     * @throws dev.orderly.store.ConflictException if the order is not where the step begins
     */
    void write(Connection connection, StepRows step) throws SQLException;

    /**
     * Writes plain steps of different orders, except those whose order is not where the step begins, or is locked by another
     * transaction: it does not wait for locks while it holds so many itself.
     *
     * @return the numbers of the orders that moved
     */
    Set<String> writeAll(Connection connection, List<StepRows> steps) throws SQLException;
}
