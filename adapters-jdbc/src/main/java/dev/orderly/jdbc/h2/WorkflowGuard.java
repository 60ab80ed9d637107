package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Refuses to change or delete what a registered version of a workflow allows. */
public final class WorkflowGuard extends Guard {

    /** For H2. */
    public WorkflowGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before != null) {
            throw refusal("a version of a workflow stays as it was registered");
        }
    }
}
