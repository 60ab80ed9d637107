package dev.orderly.jdbc;

import dev.orderly.store.Backlog;
import dev.orderly.store.Outbox;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxLease;
import dev.orderly.store.OutboxMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The outbox in the table {@code orderly_outbox}. */
final class OutboxTable implements Outbox {

    private static final String SELECT =
            "select m.number, m.sequence, m.position, m.role, m.channel, m.tries, m.available_at, m.problem"
                    + " from orderly_outbox m";
    private static final String KEY = " where number = ? and sequence = ? and position = ?";

    /** No other claim has it: each has another end. */
    private static final String HELD = " and available_at = ?";

    /**
     * The order has no earlier message that waits. Counted rather than tested by exists: PostgreSQL would join all that wait
     * with all that wait, where a few lookups do.
     */
    private static final String FIRST = " and (select count(*) from orderly_outbox e where e.number = m.number"
            + " and e.available_at is not null"
            + " and (e.sequence < m.sequence or (e.sequence = m.sequence and e.position < m.position))) = 0";

    private static final String FAILED = "update orderly_outbox set tries = tries + 1, available_at = ?, problem = ?";

    private final Session session;
    private final DatabaseDialect dialect;
    private final Claims claims;
    private final HeldBackMessages heldBack;
    private final CountTable counts;

    OutboxTable(Session session, DatabaseDialect dialect, CountTable counts) {
        this.session = session;
        this.dialect = dialect;
        this.counts = counts;
        claims = new Claims(session, dialect);
        heldBack = new HeldBackMessages(session, dialect);
    }

    /**
     * The row of a new message.
     *
     * @param at the time of its step, which a node's fast clock can put into the future
     * @param dialect the dialect, whose clock counts then
     */
    static SqlValues row(OutboxMessage message, Instant at, DatabaseDialect dialect) {
        return key(message)
                .text("role", message.to())
                .text("channel", message.channel())
                .timeUpToNow("created_at", EpochMicros.ceil(at), dialect)
                .number("tries", 0)
                .timeUpToNow("available_at", EpochMicros.ceil(at), dialect)
                .text("problem", null);
    }

    private static SqlValues key(OutboxMessage message) {
        return new SqlValues()
                .text("number", message.number())
                .big("sequence", message.sequence())
                .number("position", message.position());
    }

    @Override
    public List<OutboxLease> claim(String channel, Instant now, Duration lease, int limit) {
        heldBack.hold(channel, EpochMicros.floor(now), limit);
        SqlValues ready = new SqlValues().text("channel", channel).big("available_at", EpochMicros.floor(now));
        SqlCommand query = new SqlCommand()
                .add(
                        SELECT + dialect.indexHint("orderly_outbox_waiting")
                                + " where m.channel = ? and m.held_back = false and m.available_at <= ?",
                        ready)
                .add(
                        FIRST + dialect.claimOrder("m.available_at, m.number") + " limit ?",
                        new SqlValues().number("limit", limit));
        long until = EpochMicros.ceil(now.plus(lease));
        SqlValues lent = new SqlValues().big("available_at", until);
        return claims.claim("claiming messages", query, OutboxTable::read, (connection, entries) -> {
            StatementBatch marks = new StatementBatch();
            entries.forEach(
                    entry -> marks.add("update orderly_outbox set available_at = ?" + KEY, lent, key(entry.message())));
            marks.run(connection);
            return entries.stream()
                    .map(entry -> new OutboxLease(entry, EpochMicros.instant(until)))
                    .toList();
        });
    }

    @Override
    public boolean isHeld(OutboxLease lease) {
        SqlCommand query = new SqlCommand().add("select position from orderly_outbox" + KEY + HELD, held(lease));
        return !session.read(
                        name("looking at", lease.message()),
                        connection -> query.list(connection, row -> row.getInt("position")))
                .isEmpty();
    }

    @Override
    public boolean sent(OutboxLease lease) {
        return settleForGood("taking out", lease, "delete from orderly_outbox");
    }

    @Override
    public boolean release(OutboxLease lease) {
        Instant at = lease.entry().availableAt();
        SqlValues place = new SqlValues().big("available_at", at == null ? null : EpochMicros.ceil(at));
        return settle("giving back", lease, new SqlCommand().add("update orderly_outbox set available_at = ?", place));
    }

    @Override
    public boolean failed(OutboxLease lease, Instant retryAt, String problem) {
        SqlValues failure =
                new SqlValues().big("available_at", EpochMicros.ceil(retryAt)).text("problem", problem);
        return settle("putting off", lease, new SqlCommand().add(FAILED, failure));
    }

    @Override
    public boolean deadLetter(OutboxLease lease, String problem) {
        SqlValues failure = new SqlValues().big("available_at", null).text("problem", problem);
        return settleForGood("making a dead letter of", lease, FAILED + ", holds_back = false", failure);
    }

    /** Few messages hold others back: that this one does is found out when nothing else was to be done. */
    private boolean settleForGood(String verb, OutboxLease lease, String change, SqlValues... values) {
        String what = name(verb, lease.message());
        SqlCommand plain = changing(change, values).add(KEY + HELD + " and holds_back = false", held(lease));
        if (session.single(what, plain::update) == 1) {
            return true;
        }
        return session.claiming(what, connection -> {
            boolean isSettled =
                    changing(change, values).add(KEY + HELD, held(lease)).update(connection) == 1;
            if (isSettled) {
                heldBack.passOn(connection, lease.message());
            }
            return isSettled;
        });
    }

    private static SqlCommand changing(String change, SqlValues... values) {
        SqlCommand command = new SqlCommand().add(change);
        for (SqlValues each : values) {
            command.add("", each);
        }
        return command;
    }

    private boolean settle(String verb, OutboxLease lease, SqlCommand command) {
        return session.single(name(verb, lease.message()), command.add(KEY + HELD, held(lease))::update) == 1;
    }

    private static SqlValues held(OutboxLease lease) {
        return key(lease.message()).big("available_at", EpochMicros.floor(lease.until()));
    }

    @Override
    public void resend(OutboxMessage message, Instant at) {
        SqlValues again =
                new SqlValues().big("available_at", EpochMicros.ceil(at)).text("problem", null);
        SqlCommand command =
                new SqlCommand().add("update orderly_outbox set tries = 0, available_at = ?, problem = ?", again);
        session.single(
                name("sending again", message), command.add(KEY + " and available_at is null", key(message))::update);
    }

    private static String name(String verb, OutboxMessage message) {
        return verb + " message " + message.position() + " of entry " + message.sequence() + " of order "
                + message.number();
    }

    @Override
    public List<OutboxEntry> pending(String number) {
        return list(new SqlCommand()
                .add(
                        SELECT + " where m.number = ? order by m.sequence, m.position",
                        new SqlValues().text("number", number)));
    }

    @Override
    public List<OutboxEntry> deadLettered(int limit) {
        return list(new SqlCommand()
                .add(
                        SELECT + " where m.available_at is null order by m.number, m.sequence, m.position limit ?",
                        new SqlValues().number("limit", limit)));
    }

    @Override
    public Backlog backlog() {
        return counts.backlog();
    }

    private List<OutboxEntry> list(SqlCommand query) {
        return session.read("reading messages", connection -> query.list(connection, OutboxTable::read));
    }

    private static OutboxEntry read(ResultSet row) throws SQLException {
        OutboxMessage message = new OutboxMessage(
                row.getString("number"),
                row.getLong("sequence"),
                row.getInt("position"),
                row.getString("role"),
                row.getString("channel"));
        long available = row.getLong("available_at");
        Instant at = row.wasNull() ? null : EpochMicros.instant(available);
        return new OutboxEntry(message, row.getInt("tries"), at, row.getString("problem"));
    }
}
