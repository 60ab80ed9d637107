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
import org.jspecify.annotations.Nullable;

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

    private final Session session;
    private final DatabaseDialect dialect;
    private final Claims claims;

    OutboxTable(Session session, DatabaseDialect dialect) {
        this.session = session;
        this.dialect = dialect;
        claims = new Claims(session, dialect);
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
        SqlValues ready = new SqlValues().text("channel", channel).big("available_at", EpochMicros.floor(now));
        SqlCommand query = new SqlCommand()
                .add(
                        SELECT + dialect.indexHint("orderly_outbox_waiting")
                                + " where m.channel = ? and m.available_at <= ?",
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
        return settle("taking out", lease, new SqlCommand().add("delete from orderly_outbox"));
    }

    @Override
    public boolean release(OutboxLease lease) {
        Instant at = lease.entry().availableAt();
        SqlValues place = new SqlValues().big("available_at", at == null ? null : EpochMicros.ceil(at));
        return settle("giving back", lease, new SqlCommand().add("update orderly_outbox set available_at = ?", place));
    }

    @Override
    public boolean failed(OutboxLease lease, Instant retryAt, String problem) {
        return fail("putting off", lease, EpochMicros.ceil(retryAt), problem);
    }

    @Override
    public boolean deadLetter(OutboxLease lease, String problem) {
        return fail("making a dead letter of", lease, null, problem);
    }

    private boolean fail(String verb, OutboxLease lease, @Nullable Long availableAt, String problem) {
        SqlValues failure = new SqlValues().big("available_at", availableAt).text("problem", problem);
        SqlCommand command = new SqlCommand()
                .add("update orderly_outbox set tries = tries + 1, available_at = ?, problem = ?", failure);
        return settle(verb, lease, command);
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
        SqlCommand waiting = new SqlCommand()
                .add("select channel, count(*) as messages, min(created_at) as oldest from orderly_outbox"
                        + " where available_at is not null group by channel order by channel");
        SqlCommand deadLetters =
                new SqlCommand().add("select count(*) as messages from orderly_outbox where available_at is null");
        return session.read("counting messages", connection -> {
            List<Backlog.ChannelBacklog> channels = waiting.list(
                    connection,
                    row -> new Backlog.ChannelBacklog(
                            row.getString("channel"),
                            row.getLong("messages"),
                            EpochMicros.instant(row.getLong("oldest"))));
            return new Backlog(
                    channels,
                    deadLetters.list(connection, row -> row.getLong("messages")).get(0));
        });
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
