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
     * @param sql the query, with {@code %s} for the condition
     */
    SqlCommand command(String sql) {
        SqlCommand command = new SqlCommand();
        int place = sql.indexOf("%s");
        command.add(sql.substring(0, place) + "1 = 1");
        if (after != null) {
            command.add(" and number > ?", new SqlValues().text("number", after));
        }
        if (last != null) {
            command.add(" and number <= ?", new SqlValues().text("number", last));
        }
        return command.add(sql.substring(place + "%s".length()));
    }
}
