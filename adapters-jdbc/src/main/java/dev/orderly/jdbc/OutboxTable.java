package dev.orderly.jdbc;

import dev.orderly.store.Backlog;
import dev.orderly.store.Delivery;
import dev.orderly.store.Message;
import dev.orderly.store.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that are to be sent. */
final class OutboxTable implements Outbox {

    private static final String SELECT =
            "select m.number, m.sequence, m.position, m.role, m.channel, m.tries, m.available_at, m.problem"
                    + " from orderly_outbox m";
    private static final String KEY = " where number = ? and sequence = ? and position = ?";

    private static final String WAITING = " and available_at is not null";

    /**
     * Nothing of the same order waits before it. Counted, not asked for by exists: PostgreSQL would join all that wait with
     * all that wait, where a few lookups do.
     */
    private static final String FIRST = " and (select count(*) from orderly_outbox e where e.number = m.number"
            + " and e.available_at is not null"
            + " and (e.sequence < m.sequence or (e.sequence = m.sequence and e.position < m.position))) = 0";

    private final Session session;
    private final Dialect dialect;
    private final Claims claims;

    OutboxTable(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
        claims = new Claims(session);
    }

    static Row row(Message message, Instant at) {
        return key(message)
                .text("role", message.to())
                .text("channel", message.channel())
                .big("came_at", Micros.ceil(at))
                .number("tries", 0)
                .big("available_at", Micros.ceil(at))
                .text("problem", null);
    }

    private static Row key(Message message) {
        return new Row()
                .text("number", message.number())
                .big("sequence", message.sequence())
                .number("position", message.position());
    }

    @Override
    public List<Delivery> claim(String channel, Instant now, Duration lease, int limit) {
        Row due = new Row().text("channel", channel).big("available_at", Micros.floor(now));
        Command query = new Command()
                .add(
                        SELECT + dialect.along("orderly_outbox_waiting")
                                + " where m.channel = ? and m.available_at <= ?",
                        due)
                .add(
                        FIRST + dialect.firstBy("m.available_at, m.number") + " limit ?",
                        new Row().number("limit", limit));
        Row until = new Row().big("available_at", Micros.ceil(now.plus(lease)));
        return claims.claim("claiming messages", query, OutboxTable::read, (connection, claimed) -> {
            Batch marks = new Batch();
            claimed.forEach(delivery ->
                    marks.add("update orderly_outbox set available_at = ?" + KEY, until, key(delivery.message())));
            marks.run(connection);
        });
    }

    @Override
    public void sent(Message message) {
        change("taking out", message, new Command().add("delete from orderly_outbox"), "");
    }

    @Override
    public void release(Message message, Instant at) {
        Command command =
                new Command().add("update orderly_outbox set available_at = ?", new Row().big("a", Micros.ceil(at)));
        change("giving back", message, command, WAITING);
    }

    @Override
    public void failed(Message message, Instant retryAt, String problem) {
        fail("putting off", message, Micros.ceil(retryAt), problem);
    }

    @Override
    public void park(Message message, String problem) {
        fail("parking", message, null, problem);
    }

    private void fail(String verb, Message message, @Nullable Long availableAt, String problem) {
        Row failure = new Row().big("available_at", availableAt).text("problem", problem);
        Command command = new Command()
                .add("update orderly_outbox set tries = tries + 1, available_at = ?, problem = ?", failure);
        change(verb, message, command, WAITING);
    }

    @Override
    public void resend(Message message, Instant at) {
        Row again = new Row().big("available_at", Micros.ceil(at)).text("problem", null);
        Command command =
                new Command().add("update orderly_outbox set tries = 0, available_at = ?, problem = ?", again);
        change("sending again", message, command, " and available_at is null");
    }

    private void change(String verb, Message message, Command command, String condition) {
        session.once(
                verb + " message " + message.position() + " of entry " + message.sequence() + " of order "
                        + message.number(),
                command.add(KEY + condition, key(message))::update);
    }

    @Override
    public List<Delivery> pending(String number) {
        return list(new Command()
                .add(SELECT + " where m.number = ? order by m.sequence, m.position", new Row().text("number", number)));
    }

    @Override
    public List<Delivery> parked(int limit) {
        return list(new Command()
                .add(
                        SELECT + " where m.available_at is null order by m.number, m.sequence, m.position limit ?",
                        new Row().number("limit", limit)));
    }

    @Override
    public Backlog backlog() {
        Command waiting = new Command()
                .add("select channel, count(*) as messages, min(came_at) as oldest from orderly_outbox"
                        + " where available_at is not null group by channel order by channel");
        Command parked =
                new Command().add("select count(*) as messages from orderly_outbox where available_at is null");
        return session.read("counting messages", connection -> {
            List<Backlog.Line> lines = waiting.list(
                    connection,
                    row -> new Backlog.Line(
                            row.getString("channel"), row.getLong("messages"), Micros.instant(row.getLong("oldest"))));
            return new Backlog(
                    lines,
                    parked.list(connection, row -> row.getLong("messages")).get(0));
        });
    }

    private List<Delivery> list(Command query) {
        return session.read("reading messages", connection -> query.list(connection, OutboxTable::read));
    }

    private static Delivery read(ResultSet row) throws SQLException {
        Message message = new Message(
                row.getString("number"),
                row.getLong("sequence"),
                row.getInt("position"),
                row.getString("role"),
                row.getString("channel"));
        long available = row.getLong("available_at");
        Instant at = row.wasNull() ? null : Micros.instant(available);
        return new Delivery(message, row.getInt("tries"), at, row.getString("problem"));
    }
}
