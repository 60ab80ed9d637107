package dev.orderly.jdbc;

import dev.orderly.order.Order;
import dev.orderly.store.ConflictException;
import dev.orderly.store.Position;
import dev.orderly.store.StoreFailedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves orders that have been done for long to the archive, some hundreds in a transaction, while the shop is open: their rows,
 * their histories and their attachments, as they are. The database compares what leaves with what the archive has. They are
 * still found by their numbers, with their histories, and in reports; lists and counts do not have them any more, and answers to
 * requests about them are deleted. An order that something happens to, such as an erasure or a new case, comes back by itself.
 *
 * <p>An order stays as long as it has a message that waits or is a dead letter, an open case, or a deadline; the next run looks
 * at it again. Several runs at a time share the work. Not thread-safe.
 */
public final class Retirement {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOrderStore.class);
    private static final int BATCH = 200;

    private final Session session;
    private final OrderReader reader;
    private final Claims claims;
    private final SqlErrors failures;
    private final Instant now;
    private final Instant before;
    private final RunControl control = new RunControl();
    private long retired;
    private long waiting;
    private long failed;

    Retirement(Session session, DatabaseDialect dialect, OrderReader reader, Instant now, Duration age) {
        this.session = session;
        this.reader = reader;
        this.claims = new Claims(session, dialect);
        this.failures = new SqlErrors(dialect);
        this.now = now;
        this.before = now.minus(age);
    }

    /** How many orders are retired at most, at least 1; left out, all that are old enough. */
    public Retirement limit(long orders) {
        control.limit(orders);
        return this;
    }

    /** How long to wait after each batch, to leave the database to others; left out, not at all. */
    public Retirement pause(Duration time) {
        control.pause(time);
        return this;
    }

    /** A listener that hears after each batch how many orders are retired. */
    public Retirement progress(RunProgress listener) {
        control.progress(listener);
        return this;
    }

    /**
     * Retires. What is moved stays so, whatever comes after, and another run goes on. If the thread is interrupted, it stops
     * after the batch at hand. To be called once.
     *
     * @throws StoreFailedException if the database does not answer
     */
    public RetirementReport run() {
        for (DoneStatus status : doneStatuses()) {
            List<Position> page = page(status, null);
            while (!page.isEmpty() && control.goesOn(retired)) {
                retire(page.stream().map(Position::number).toList());
                control.batchDone(retired);
                page = page(status, page.get(page.size() - 1));
            }
        }
        return new RetirementReport(retired, waiting, failed);
    }

    private record DoneStatus(String workflow, int version, String name) {}

    private List<DoneStatus> doneStatuses() {
        SqlCommand command = new SqlCommand()
                .add(
                        "select workflow, version, status from orderly_status where done order by workflow, version, status");
        return session.read(
                "looking for statuses of orders that are done",
                connection -> command.list(
                        connection,
                        row -> new DoneStatus(
                                row.getString("workflow"), row.getInt("version"), row.getString("status"))));
    }

    /** Orders of a status that were placed early enough to be done for long, the latest first; none is locked. */
    private List<Position> page(DoneStatus status, @Nullable Position after) {
        SqlValues where = new SqlValues()
                .text("workflow", status.workflow)
                .number("version", status.version)
                .text("status", status.name)
                .big("placed_at", EpochMicros.floor(after == null ? before : after.time()));
        SqlCommand command = new SqlCommand()
                .add(
                        "select number, placed_at from orderly_order"
                                + " where workflow = ? and version = ? and status = ? and placed_at <= ?",
                        where);
        if (after != null) {
            SqlValues place = new SqlValues()
                    .big("placed_at", EpochMicros.floor(after.time()))
                    .text("number", after.number());
            command.add(" and (placed_at < ? or number > ?)", place);
        }
        command.add(" order by placed_at desc, number limit " + BATCH);
        return session.read(
                "looking for orders to retire",
                connection -> command.list(
                        connection,
                        row -> new Position(EpochMicros.instant(row.getLong("placed_at")), row.getString("number"))));
    }

    /** If one cannot be moved, the others are moved one by one. What is being changed now is left to a further run. */
    private void retire(List<String> numbers) {
        try {
            moved(numbers);
        } catch (ConflictException e) {
            LOG.debug("{} orders are being changed by others, and are not retired now", numbers.size(), e);
        } catch (StoreFailedException e) {
            if (failures.isLost(e)) {
                throw e;
            } else if (numbers.size() == 1) {
                failed++;
                LOG.error("order {} cannot be retired: verify it", numbers.get(0), e);
            } else {
                numbers.forEach(number -> retire(List.of(number)));
            }
        }
    }

    private void moved(List<String> numbers) {
        SqlValues keys = new SqlValues();
        numbers.forEach(number -> keys.text("number", number));
        SqlCommand command = new SqlCommand()
                .add("select " + OrderRow.COLUMNS + ", o.claimable_at, o.overdue_at from orderly_order o")
                .add(" where o.number in (" + keys.marks() + ")", keys)
                .add(" and o.done and o.since < ?", new SqlValues().big("since", EpochMicros.floor(before)))
                .add(" order by o.number");
        List<Fate> fates = claims.claim("retiring orders", command, this::candidate, this::move);
        for (Fate fate : fates) {
            switch (fate) {
                case RETIRED -> retired++;
                case WAITING -> waiting++;
                case UNREADABLE -> failed++;
                case LEFT -> {}
            }
        }
    }

    private enum Fate {
        RETIRED,
        WAITING,
        UNREADABLE,

        /** The limit is reached. */
        LEFT
    }

    private record Candidate(OrderReader.Read read, boolean timed) {

        Fate fate(Set<String> withMessages) {
            Order order = read.order();
            if (order == null) {
                return Fate.UNREADABLE;
            }
            return timed || order.hasOpenCase() || withMessages.contains(read.number()) ? Fate.WAITING : Fate.RETIRED;
        }
    }

    private Candidate candidate(ResultSet row) throws SQLException {
        boolean timed = row.getString("claimable_at") != null || row.getString("overdue_at") != null;
        return new Candidate(reader.read(row), timed);
    }

    /** Messages are looked for once the orders are locked: a step that adds some waits for that lock. */
    private List<Fate> move(Connection connection, List<Candidate> locked) throws SQLException {
        SqlValues keys = new SqlValues();
        locked.forEach(candidate -> keys.text("number", candidate.read.number()));
        Set<String> withMessages = new HashSet<>(new SqlCommand()
                .add("select distinct number from orderly_outbox where number in (" + keys.marks() + ")", keys)
                .list(connection, row -> row.getString("number")));
        List<Fate> fates = new ArrayList<>();
        List<Order> retiring = new ArrayList<>();
        for (Candidate candidate : locked) {
            Fate fate = control.goesOn(retired + retiring.size()) ? candidate.fate(withMessages) : Fate.LEFT;
            fates.add(fate);
            if (fate == Fate.RETIRED) {
                retiring.add(candidate.read.orThrow());
            }
        }
        Archive.store(connection, retiring, now);
        return fates;
    }
}
