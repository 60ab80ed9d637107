package dev.orderly.jdbc;

import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.store.StoredOrder;
import dev.orderly.store.UnreadableOrderException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads rows of orders. What cannot be read is a problem of its own order: it is logged when it is met, remembered by the
 * order's number, and keeps no other row from being read. Thread-safe.
 */
final class OrderReader {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOrderStore.class);

    /** How many places are remembered; more are no longer looked at one by one. */
    private static final int MAX_REMEMBERED = 1000;

    private final TrailLoader trails;
    private final Set<Place> unreadable;

    OrderReader(TrailLoader trails) {
        this(trails, Collections.synchronizedSet(new LinkedHashSet<>()));
    }

    private OrderReader(TrailLoader trails, Set<Place> unreadable) {
        this.trails = trails;
        this.unreadable = unreadable;
    }

    /** A reader for another session, which remembers the same orders. */
    OrderReader withTrails(TrailLoader others) {
        return new OrderReader(others, unreadable);
    }

    /** A row as it came: an order, or why there is none. */
    record Read(
            String number, @Nullable Order order, @Nullable UnreadableOrderException problem) {

        Order orThrow() {
            if (problem != null) {
                throw problem;
            }
            return Objects.requireNonNull(order);
        }
    }

    Read read(ResultSet row) throws SQLException {
        String number = row.getString("number");
        try {
            return new Read(
                    number, parsed(number, "its row of orderly_order", row, r -> OrderRow.read(r, trails)), null);
        } catch (UnreadableOrderException e) {
            return new Read(number, null, e);
        }
    }

    /** The order that a row with its hash stands for. */
    StoredOrder stored(ResultSet row) throws SQLException {
        return stored(read(row).orThrow(), row);
    }

    /** The order that a row with its hash stands for; empty if it cannot be read. */
    Optional<StoredOrder> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(stored(row));
        } catch (UnreadableOrderException e) {
            return Optional.empty();
        }
    }

    /** An order with the hash of its latest entry, which another row has. */
    StoredOrder stored(Order order, ResultSet row) throws SQLException {
        return parsed(order.number(), "its latest entry", row, r -> new StoredOrder(order, r.getString("hash")));
    }

    /** The entry of a history that a row stands for. */
    HistoryEntry entry(ResultSet row) throws SQLException {
        String what = "entry " + row.getLong("sequence") + " of its history";
        return parsed(row.getString("number"), what, row, EntryRow::read);
    }

    /**
     * What a reader makes of something that is stored of an order.
     *
     * @throws UnreadableOrderException if it can make nothing of it
     */
    private <T> T parsed(String number, String what, ResultSet row, SqlCommand.Reader<T> reader) throws SQLException {
        Place place = new Place(number, what);
        try {
            T value = reader.read(row);
            if (!unreadable.isEmpty()) {
                unreadable.remove(place);
            }
            return value;
        } catch (RuntimeException e) {
            RuntimeException cause = withoutValues(e);
            if (unreadable.size() < MAX_REMEMBERED && unreadable.add(place)) {
                LOG.error("order {} is set aside, all others go on: {} cannot be read", number, what, cause);
            }
            throw new UnreadableOrderException(
                    number,
                    "order " + number + " cannot be read: " + what + " is not as this library writes it",
                    cause);
        }
    }

    /** The same failure without its message, which can quote what is stored: exceptions are logged. */
    private static RuntimeException withoutValues(RuntimeException e) {
        RuntimeException copy = new IllegalStateException(e.getClass().getName());
        copy.setStackTrace(e.getStackTrace());
        return copy;
    }

    Set<String> unreadable() {
        synchronized (unreadable) {
            return unreadable.stream().map(Place::number).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What cannot be read of which order. */
    private record Place(String number, String what) {}
}
