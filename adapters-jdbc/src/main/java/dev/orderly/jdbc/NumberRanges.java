package dev.orderly.jdbc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands out all orders of a database, retired ones as well, some hundreds at a time, by ranges of their numbers. Thread-safe. */
final class NumberRanges {

    private static final int ORDERS = 500;
    private static final String FIRST_OF =
            "select number from (select number from %s where %%s order by number limit " + ORDERS + ") %s";

    /** Retired ones stand between the others. */
    private static final String LAST = "select max(n.number) as last from (select u.number from ("
            + FIRST_OF.formatted("orderly_order", "live") + " union all "
            + FIRST_OF.formatted("orderly_archived_order", "retired") + ") u order by u.number limit " + ORDERS
            + ") n";

    private final Session session;

    /** Those handed out, in their order, of which the first is not done yet. */
    private final Deque<NumberRange> open = new ArrayDeque<>();

    private final Set<NumberRange> done = new HashSet<>();
    private @Nullable String handedOut;
    private @Nullable String completed;
    private boolean ended;
    private boolean stopped;

    NumberRanges(Session session, @Nullable String after) {
        this.session = session;
        handedOut = after;
        completed = after;
    }

    /** The next range; the last one has all that follows, histories without an order too. Empty if there is none left. */
    synchronized Optional<NumberRange> next() {
        if (ended || stopped) {
            return Optional.empty();
        }
        SqlCommand command = new NumberRange(handedOut, null).command(LAST);
        List<Optional<String>> last = session.read(
                "looking for the next orders to verify",
                connection -> command.list(connection, row -> Optional.ofNullable(row.getString("last"))));
        NumberRange range = new NumberRange(handedOut, last.get(0).orElse(null));
        ended = range.last() == null;
        handedOut = range.last();
        open.add(range);
        return Optional.of(range);
    }

    /**
     * Notes that a range is done.
     *
     * @param progress takes the number up to which everything is done now
     */
    synchronized void done(NumberRange range, Consumer<String> progress) {
        done.add(range);
        while (!open.isEmpty() && done.remove(open.peek())) {
            String last = open.remove().last();
            completed = last == null ? completed : last;
        }
        if (completed != null) {
            progress.accept(completed);
        }
    }

    synchronized void stop() {
        stopped = true;
    }

    /** The number up to which everything was done before it was stopped; empty if all is done, or nothing was. */
    synchronized Optional<String> stoppedAt() {
        return ended && open.isEmpty() ? Optional.empty() : Optional.ofNullable(completed);
    }
}
