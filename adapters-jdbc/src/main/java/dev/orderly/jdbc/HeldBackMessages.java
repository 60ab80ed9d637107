package dev.orderly.jdbc;

import dev.orderly.store.ConflictException;
import dev.orderly.store.OutboxMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that wait behind another one of their order. A claim passes over some of them; where there are more, they are held
 * back, so that no claim meets them again: they are not in the range of the index that claims read until the message before
 * them, which holds them back, is settled and {@linkplain #passOn passes that on}.
 *
 * <p>For each message that is held back there is an earlier one of its order which waits, is not held back itself, and holds
 * back. Both marks are set by one transaction, which locks the earlier message first, and so does its settling.
 */
final class HeldBackMessages {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOrderStore.class);

    /** How many a claim passes over. */
    private static final int PASSED_OVER = 100;

    /** How many are looked at together where there are more. */
    private static final int MANY = 1000;

    private static final int MAX_ROUNDS = 5;

    private static final String BEHIND =
            " and available_at is not null and (sequence > ? or (sequence = ? and position > ?))";

    private final Session session;
    private final DatabaseDialect dialect;

    HeldBackMessages(Session session, DatabaseDialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    /** The place of a message among those of its order. */
    private record Place(String number, long sequence, int position) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::number)
                .thenComparing(Place::sequence)
                .thenComparing(Place::position);

        SqlValues key() {
            return new SqlValues()
                    .text("number", number)
                    .big("sequence", sequence)
                    .number("position", position);
        }

        /** What {@link #BEHIND} needs, behind the number. */
        SqlValues behind() {
            return new SqlValues()
                    .text("number", number)
                    .big("sequence", sequence)
                    .big("sequence", sequence)
                    .number("position", position);
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** Holds messages back if a claim would pass over more than some. */
    void hold(String channel, long now, int limit) {
        int window = limit + PASSED_OVER;
        for (int round = 1; round <= MAX_ROUNDS && !session.isJoined(); round++) {
            int most = window;
            List<Place> before = session.read(
                    "looking for messages that wait behind others",
                    connection -> ahead(connection, channel, now, most));
            if (before.size() <= PASSED_OVER) {
                return;
            }
            window = Math.max(window, MANY);
            try {
                hold(new TreeSet<>(before));
            } catch (ConflictException e) {
                LOG.debug("messages could not be held back; a further claim tries again", e);
                return;
            }
        }
    }

    /** For each of the first messages that a claim would meet and that wait behind another one: the first of their order. */
    private List<Place> ahead(Connection connection, String channel, long now, int limit) throws SQLException {
        SqlValues ready = new SqlValues()
                .text("channel", channel)
                .big("available_at", now)
                .number("limit", limit);
        String first = "(select e.%1$s from orderly_outbox e where e.number = w.number and e.available_at is not null"
                + " order by e.number, e.sequence, e.position limit 1) as first_%1$s";
        return new SqlCommand()
                        .add("select w.number, w.sequence, w.position, " + first.formatted("sequence") + ", "
                                + first.formatted("position"))
                        .add(
                                " from (select m.number, m.sequence, m.position from orderly_outbox m"
                                        + dialect.indexHint("orderly_outbox_waiting") + " where m.channel = ?"
                                        + " and m.held_back = false and m.available_at <= ?"
                                        + dialect.claimOrder("m.available_at, m.number") + " limit ?) w",
                                ready)
                        .list(connection, HeldBackMessages::pair)
                        .stream()
                        .filter(pair -> !pair.first.equals(pair.own))
                        .map(Pair::first)
                        .toList();
    }

    private record Pair(Place own, Place first) {}

    private static Pair pair(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return new Pair(
                new Place(number, row.getLong("sequence"), row.getInt("position")),
                new Place(number, row.getLong("first_sequence"), row.getInt("first_position")));
    }

    private void hold(SortedSet<Place> first) {
        StatementBatch holding = new StatementBatch();
        StatementBatch held = new StatementBatch();
        for (Place place : first) {
            holding.add(
                    "update orderly_outbox set holds_back = true where number = ? and sequence = ? and position = ?"
                            + " and available_at is not null",
                    place.key());
            held.add(
                    "update orderly_outbox set held_back = true where number = ?" + BEHIND + " and held_back = false"
                            + " and exists (select 1 from orderly_outbox h where h.number = ? and h.sequence = ?"
                            + " and h.position = ? and h.available_at is not null and h.holds_back)",
                    place.behind(),
                    place.key());
        }
        session.claiming("holding messages back", connection -> {
            holding.run(connection);
            held.run(connection);
            return first;
        });
    }

    /** Lets the next message of an order be claimed, and hold back those behind it, once the one before it is settled. */
    void passOn(Connection connection, OutboxMessage settled) throws SQLException {
        Place place = new Place(settled.number(), settled.sequence(), settled.position());
        List<Place> next = new SqlCommand()
                .add(
                        "select number, sequence, position from orderly_outbox where number = ?" + BEHIND
                                + " order by number, sequence, position limit 1" + dialect.seeingLatest(),
                        place.behind())
                .list(
                        connection,
                        row -> new Place(row.getString("number"), row.getLong("sequence"), row.getInt("position")));
        for (Place message : next) {
            new SqlCommand()
                    .add(
                            "update orderly_outbox set held_back = false, holds_back = true"
                                    + " where number = ? and sequence = ? and position = ?",
                            message.key())
                    .update(connection);
        }
    }
}
