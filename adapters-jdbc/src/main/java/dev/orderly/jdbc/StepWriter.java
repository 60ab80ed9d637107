package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** How the rows of a step come into the tables of one kind of database. */
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
     * Writes plain steps of different orders, but for those whose order is not where the step begins, or is held by
     * somebody else: it waits for nobody while it holds so many.
     *
     * @return the numbers of the orders that moved
     */
    Set<String> writeAll(Connection connection, List<StepRows> steps) throws SQLException;
}
