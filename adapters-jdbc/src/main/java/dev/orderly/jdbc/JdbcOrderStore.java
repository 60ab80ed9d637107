package dev.orderly.jdbc;

import dev.orderly.order.ChainKeys;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.store.Answer;
import dev.orderly.store.Change;
import dev.orderly.store.DeadlineClaim;
import dev.orderly.store.DeadlineQuery;
import dev.orderly.store.Erasure;
import dev.orderly.store.OrderLookup;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Outbox;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.Page;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoreFailedException;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.Workflow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A store in SQLite, H2, PostgreSQL or MariaDB, or in another database whose {@link DatabaseDialect} is given to the builder. The
 * database itself refuses what the workflow does not allow, whichever program writes. Thread-safe; any number of nodes can
 * work on one database.
 *
 * <p>Each call is a transaction of its own, on a connection from the data source that goes back as it came;
 * {@link #joining} works in the caller's instead. Failures of the database are a {@link StoreFailedException}, or an
 * {@link OutcomeUnknownException} where the commit failed and may have been written all the same.
 */
public final class JdbcOrderStore implements OrderStore {

    /** As a join, PostgreSQL might read all entries of the order to find the last. */
    private static final String ORDER = "select " + OrderRow.COLUMNS
            + ", (select h.hash from orderly_history h where h.number = ? and h.sequence = o.sequence) as hash";

    /** One row, whether there is an order or not: only if there is none, it is looked for in the archive. */
    private static final String LOOKUP = ORDER
            + ", case when o.number is null then exists ("
            + "select 1 from orderly_archived_order a where a.number = ? and a.state is not null) end as archived";

    private static final String FIND = LOOKUP + " from (select 1 as one) k left join orderly_order o on o.number = ?";

    private static final String FIND_WITH_ANSWER = LOOKUP + ", " + AnswerTable.COLUMNS
            + " from (select 1 as one) k left join orderly_order o on o.number = ?"
            + " left join orderly_answer a on a.number = ? and a.request_id = ?";

    private static final String FIND_ALL =
            "select " + OrderRow.COLUMNS + ", " + OrderRow.hash("") + " from orderly_order o where o.number in (";

    /** How many orders one statement reads. */
    private static final int MAX_FOUND = 500;

    private final DatabaseDialect dialect;
    private final long maxAttachmentSize;
    private final Session session;
    private final WorkflowTable workflows;
    private final AnswerTable answers;
    private final Attachments attachments;
    private final OrderLists lists;
    private final OrderReader reader;
    private final CountTable counts;
    private final OutboxTable outbox;
    private final Archive archive;
    private final Eraser eraser;
    private final Appender appender;
    private final ChainKeys chainKeys;

    JdbcOrderStore(DatabaseDialect dialect, Session session, long maxAttachmentSize, ChainKeys chainKeys) {
        this(dialect, session, new OrderReader(new TrailLoader(session)), maxAttachmentSize, chainKeys);
    }

    private JdbcOrderStore(
            DatabaseDialect dialect, Session session, OrderReader reader, long maxAttachmentSize, ChainKeys chainKeys) {
        this.dialect = dialect;
        this.chainKeys = chainKeys;
        this.maxAttachmentSize = maxAttachmentSize;
        this.session = session;
        workflows = new WorkflowTable(session);
        answers = new AnswerTable(session, dialect);
        attachments = new Attachments(session, maxAttachmentSize);
        this.reader = reader;
        counts = new CountTable(session, dialect);
        outbox = new OutboxTable(session, dialect, counts);
        lists = new OrderLists(session, dialect, reader);
        StepWriter writer = dialect.writesByOneStatement() ? new OneStatementWriter() : new GuardedWriter(dialect);
        archive = new Archive(session, reader);
        CatchUp catchUp = new CatchUp(session, reader, archive, dialect, chainKeys);
        eraser = new Eraser(session, writer, catchUp, dialect);
        appender = new Appender(session, writer, workflows, attachments, catchUp, archive, dialect);
    }

    /** A builder of a store on the database behind a data source. */
    public static JdbcOrderStoreBuilder builder(DataSource source) {
        return new JdbcOrderStoreBuilder(source);
    }

    /**
     * The same store within a transaction of the caller's, so that the shop's own tables and an order change together or
     * not at all. It never commits and never rolls back. A {@link dev.orderly.store.ConflictException} is not cured by
     * deciding again in the same transaction: roll it back and begin another. Not thread-safe, as connections are not;
     * snapshots that it gives may ask the connection for the earlier steps of their trails, as long as it is open.
     *
     * @throws IllegalArgumentException if the connection commits each statement by itself
     */
    public OrderStore joining(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException("there is no transaction to join: the connection commits each"
                        + " statement by itself, so call setAutoCommit(false) first");
            }
        } catch (SQLException e) {
            throw new SqlErrors(dialect).of("joining a transaction", e);
        }
        return within(new JoinedSession(connection, new SqlErrors(dialect)));
    }

    /**
     * The same store within whatever transaction is open when it is called, and in transactions of its own where none is:
     * for frameworks that keep a thread's transaction. What {@link #joining(Connection)} says holds while it is in one; it
     * is as thread-safe as the supplier, and its snapshots can be asked for their trails at any time.
     *
     * @param transaction the connection of the transaction that is open now, on this thread; it must not commit each
     *     statement by itself
     */
    public OrderStore joining(Supplier<Optional<Connection>> transaction) {
        return within(new AmbientSession(transaction, new SqlErrors(dialect), session));
    }

    private JdbcOrderStore within(Session other) {
        return new JdbcOrderStore(
                dialect, other, reader.withTrails(new TrailLoader(other)), maxAttachmentSize, chainKeys);
    }

    @Override
    public void register(Workflow workflow) {
        workflows.register(workflow);
    }

    @Override
    public Optional<Workflow> workflow(String name, int version) {
        return workflows.workflow(name, version);
    }

    @Override
    public Optional<StoredOrder> find(String number) {
        if (!KeyLimits.canBeNumber(number)) {
            return Optional.empty();
        }
        SqlValues keys =
                new SqlValues().text("number", number).text("number", number).text("number", number);
        SqlCommand command = new SqlCommand().add(FIND, keys);
        Found found = session.read("reading order " + number, connection -> command.list(connection, this::found))
                .get(0);
        return found.archived ? archive.find(number).or(() -> find(number)) : found.order;
    }

    /** An order, or where else to look for it. */
    private record Found(Optional<StoredOrder> order, boolean archived) {}

    private Found found(ResultSet row) throws SQLException {
        return row.getString("number") == null
                ? new Found(Optional.empty(), row.getBoolean("archived"))
                : new Found(Optional.of(reader.stored(row)), false);
    }

    @Override
    public OrderLookup find(String number, String requestId) {
        if (!KeyLimits.canBeNumber(number) || !KeyLimits.canBeRequestId(requestId)) {
            return new OrderLookup(find(number), Optional.empty());
        }
        SqlValues keys = new SqlValues()
                .text("number", number)
                .text("number", number)
                .text("number", number)
                .text("number", number)
                .text("request_id", requestId);
        SqlCommand command = new SqlCommand().add(FIND_WITH_ANSWER, keys);
        FoundWithAnswer found = session.read(
                        "reading order " + number + " and an answer about it",
                        connection -> command.list(connection, this::foundWithAnswer))
                .get(0);
        if (found.order.archived) {
            Optional<StoredOrder> retired = archive.find(number);
            return retired.isPresent() ? new OrderLookup(retired, found.answer) : find(number, requestId);
        }
        return new OrderLookup(found.order.order, found.answer);
    }

    private record FoundWithAnswer(Found order, Optional<Answer> answer) {}

    private FoundWithAnswer foundWithAnswer(ResultSet row) throws SQLException {
        return new FoundWithAnswer(
                found(row), row.getString("answer_id") == null ? Optional.empty() : Optional.of(AnswerTable.read(row)));
    }

    @Override
    public List<StoredOrder> findAll(List<String> numbers) {
        List<String> possible =
                numbers.stream().filter(KeyLimits::canBeNumber).distinct().toList();
        List<StoredOrder> found = new ArrayList<>();
        for (int from = 0; from < possible.size(); from += MAX_FOUND) {
            SqlValues keys = new SqlValues();
            possible.subList(from, Math.min(from + MAX_FOUND, possible.size()))
                    .forEach(number -> keys.text("number", number));
            SqlCommand command = new SqlCommand().add(FIND_ALL + keys.marks() + ")", keys);
            session.read("reading orders", connection -> {
                command.each(connection, row -> reader.readable(row).ifPresent(found::add));
                return found;
            });
        }
        return found;
    }

    @Override
    public Optional<History> history(String number) {
        if (!KeyLimits.canBeNumber(number)) {
            return Optional.empty();
        }
        return liveHistory(number).or(() -> archive.history(number)).or(() -> liveHistory(number));
    }

    private Optional<History> liveHistory(String number) {
        SqlCommand command = new SqlCommand().add(EntryRow.HISTORY, new SqlValues().text("number", number));
        List<HistoryEntry> entries = session.read(
                "reading the history of order " + number, connection -> command.list(connection, reader::entry));
        return entries.isEmpty() ? Optional.empty() : Optional.of(new History(number, entries));
    }

    @Override
    public Optional<Answer> answer(String number, String requestId) {
        return answers.find(number, requestId);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if an attachment is larger than the store takes, a time is finer than a
     *     microsecond, or a number or an id is too long for a database
     */
    @Override
    public void append(Change change) {
        appender.append(change);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Steps of different orders that are neither placements nor have request ids, attachments or automatic steps behind them
     * share a transaction, up to 500 of them; the others are written one by one. Once the connection is lost, the rest is not tried.
     */
    @Override
    public List<Receipt> appendAll(List<Change> changes) {
        return appender.appendAll(changes);
    }

    @Override
    public int forgetAnswers(Instant before, int limit) {
        return answers.forget(before, limit);
    }

    @Override
    public Page list(OrderQuery query) {
        return lists.list(query);
    }

    @Override
    public DeadlineClaim claimDeadlines(DeadlineQuery query) {
        return lists.claimDeadlines(query);
    }

    @Override
    public void releaseDeadlines(List<StoredOrder> claimed) {
        lists.releaseDeadlines(claimed);
    }

    @Override
    public Set<String> unreadable() {
        return reader.unreadable();
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void erase(Erasure erasure) {
        eraser.erase(erasure);
    }

    Session session() {
        return session;
    }

    /**
     * Begins to verify the whole database: every history by its hashes, every order's row against what its history makes, and
     * all else that is stored against both.
     *
     * @throws IllegalStateException if this store works in a transaction of the caller's
     */
    public Verification verification() {
        return new Verification(session, dialect, workflows, counts, this::now).chainKeys(chainKeys);
    }

    @Override
    public ChainKeys chainKeys() {
        return chainKeys;
    }

    /**
     * Begins to move orders to the archive that were done longer ago than an age, by the database's clock.
     *
     * @throws IllegalArgumentException if the age is negative
     * @throws IllegalStateException if this store works in a transaction of the caller's
     */
    public Retirement retirement(Duration age) {
        return new Retirement(own("a retirement"), dialect, reader, databaseTime(), requireAge(age));
    }

    /**
     * Begins to delete orders from the archive that were done longer ago than an age, by the database's clock. It needs the rights
     * of the tables' owner.
     *
     * @throws IllegalArgumentException if the age is negative
     * @throws IllegalStateException if this store works in a transaction of the caller's
     */
    public Purge purge(Duration age) {
        return new Purge(own("a purge"), dialect, databaseTime(), requireAge(age));
    }

    private Session own(String what) {
        if (session.isJoined()) {
            throw new IllegalStateException(
                    what + " ends its own transactions, which the caller's does not allow: take the store itself");
        }
        return session;
    }

    private Instant databaseTime() {
        return now().orElseThrow();
    }

    private static Duration requireAge(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("the age must not be negative, but is " + age);
        }
        return age;
    }

    @Override
    public boolean isJoined() {
        return session.isJoined();
    }

    @Override
    public Optional<Instant> now() {
        SqlCommand command = new SqlCommand().add("select " + dialect.currentMicros() + " as micros");
        return session
                .read("reading the clock", connection -> command.list(connection, row -> row.getLong("micros")))
                .stream()
                .map(EpochMicros::instant)
                .findFirst();
    }

    @Override
    public Map<String, Long> countByStatus(String workflow, int version) {
        return counts.orders(workflow, version);
    }

    /** {@inheritDoc} Adds up what its counts changed by since the last time. */
    @Override
    public void maintain() {
        if (!session.isJoined()) {
            counts.addUp();
        }
    }

    /**
     * Puts the counts of orders and messages right, where rows were written while the triggers were switched off. It reads all
     * orders once, and steps go on meanwhile.
     *
     * @return how many counts were wrong
     */
    public int recount() {
        return counts.recount();
    }

    @Override
    public Optional<byte[]> attachment(String number, String sha256) {
        return attachments.find(number, sha256);
    }
}
