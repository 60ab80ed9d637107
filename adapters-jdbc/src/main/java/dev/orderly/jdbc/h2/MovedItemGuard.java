package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets units move by an entry only, as many rows as it says and one after the other, as its transition allows, and from where they
 * are; refuses to change what moved, and to delete it, unless its order is gone and the archive has it as it is.
 */
public final class MovedItemGuard extends Guard {

    private static final String ENTRY =
            "exists (select 1 from %sorderly_history h where h.number = ? and h.sequence = ?"
                    + " and h.moved_items >= ? and (? = 1 or exists (select 1 from %sorderly_moved_item m"
                    + " where m.number = h.number and m.sequence = h.sequence and m.position = ? - 1)))";
    private static final String ALLOWED = "exists (select 1 from %sorderly_history h join %sorderly_item_transition t"
            + " on t.workflow = h.workflow and t.version = h.version and t.subject = h.subject"
            + " and t.from_status = h.from_status and t.event = h.event and t.to_status = h.to_status"
            + " where h.number = ? and h.sequence = ? and t.from_item = ? and t.to_item = ?)";
    private static final String NEW =
            "not exists (select 1 from %sorderly_moved_item where number = ? and line_id = ?)";
    private static final String ENOUGH = "(select coalesce(sum(case ? when to_item then quantity"
            + " when from_item then -quantity else 0 end), 0) from %sorderly_moved_item"
            + " where number = ? and line_id = ?) >= ?";
    private static final String LEFT = "select 1 from %sorderly_archived_moved_item where number = ? and sequence = ?"
            + " and position = ? and line_id = ? and from_item = ? and to_item = ? and quantity = ?"
            + " and not exists (select 1 from %sorderly_order where number = ?)";

    private static final int NUMBER = 0;
    private static final int SEQUENCE = 1;
    private static final int POSITION = 2;
    private static final int LINE = 3;
    private static final int FROM = 4;
    private static final int TO = 5;
    private static final int QUANTITY = 6;

    /** For H2. */
    public MovedItemGuard() {}

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before == null && after != null) {
            move(connection, after);
        } else if (before != null && after == null) {
            List<@Nullable Object> row = Arrays.asList(
                    before[NUMBER],
                    before[SEQUENCE],
                    before[POSITION],
                    before[LINE],
                    before[FROM],
                    before[TO],
                    before[QUANTITY],
                    before[NUMBER]);
            if (!finds(connection, LEFT, row)) {
                throw refusal(
                        "units that moved leave their table behind their order, for the archive only, as they are");
            }
        } else {
            throw refusal("units that moved stay as they moved");
        }
    }

    /** Asks everything by one query, which is most of what a line costs, and one by one only to say what is wrong. */
    private void move(Connection connection, Object[] item) throws SQLException {
        Object number = item[NUMBER];
        Object sequence = item[SEQUENCE];
        Object position = item[POSITION];
        boolean ordered = "".equals(item[FROM]);
        Demand entry = new Demand(ENTRY, Arrays.asList(number, sequence, position, position, position));
        Demand allowed = new Demand(ALLOWED, Arrays.asList(number, sequence, item[FROM], item[TO]));
        Demand units = ordered
                ? new Demand(NEW, Arrays.asList(number, item[LINE]))
                : new Demand(ENOUGH, Arrays.asList(item[FROM], number, item[LINE], item[QUANTITY]));
        if (isMet(connection, entry, allowed, units)) {
            return;
        }
        if (!isMet(connection, entry)) {
            throw refusal("units move by an entry of a history, as many rows as it says, one after the other");
        }
        if (!isMet(connection, allowed)) {
            throw refusal("the transition does not move units so");
        }
        throw refusal(ordered ? "a line was ordered before" : "there are not so many units to move");
    }

    private boolean isMet(Connection connection, Demand... demands) throws SQLException {
        String all = Stream.of(demands).map(Demand::sql).collect(Collectors.joining(" and "));
        List<@Nullable Object> parameters = new ArrayList<>();
        Stream.of(demands).forEach(demand -> parameters.addAll(demand.parameters));
        return finds(connection, "select 1 where " + all, parameters);
    }

    /**
     * What must be true of a row.
     *
     * @param sql a condition, with {@code %s} before each table for its schema
     */
    private record Demand(String sql, List<@Nullable Object> parameters) {}
}
