package dev.orderly.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * The orders whose numbers lie between two numbers, as the database sorts them.
 *
 * @param after the number behind which the range begins; null for the first
 * @param last the last number; null for all that follow
 */
record NumberRange(@Nullable String after, @Nullable String last) {

    /**
     * A query of the range.
     *
     * @param sql the query, with {@code %s} wherever it has the condition
     */
    SqlCommand command(String sql) {
        SqlCommand command = new SqlCommand();
        int from = 0;
        for (int place = sql.indexOf("%s"); place >= 0; place = sql.indexOf("%s", from)) {
            command.add(sql.substring(from, place));
            condition(command);
            from = place + "%s".length();
        }
        return command.add(sql.substring(from));
    }

    private void condition(SqlCommand command) {
        command.add("1 = 1");
        if (after != null) {
            command.add(" and number > ?", new SqlValues().text("number", after));
        }
        if (last != null) {
            command.add(" and number <= ?", new SqlValues().text("number", last));
        }
    }
}
