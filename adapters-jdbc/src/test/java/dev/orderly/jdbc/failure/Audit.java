package dev.orderly.jdbc.failure;

import dev.orderly.order.Activity;
import dev.orderly.order.Comment;
import dev.orderly.order.Evolution;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.NotificationRule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Looks for everything that can be wrong with the orders in a database, by SQL of its own where that is possible. */
final class Audit {

    private static final String STEPS =
            "select number, sequence, request_id from orderly_history where number like ? and kind = 'transition' and case_id is null";

    /** Rows that lack the ones that were to be written with them; each query finds the numbers of such orders. */
    private static final List<String> ORPHANS = List.of(
            "select h.number from orderly_history h left join orderly_order o on o.number = h.number"
                    + " where h.number like ? and o.number is null",
            "select o.number from orderly_order o where o.number like ? and (o.sequence <>"
                    + " (select count(*) from orderly_history h where h.number = o.number) or o.sequence <>"
                    + " (select max(h.sequence) from orderly_history h where h.number = o.number))",
            "select a.number from orderly_answer a join orderly_history h"
                    + " on h.number = a.number and h.sequence = a.sequence"
                    + " where a.number like ? and (h.request_id is null or h.request_id <> a.request_id)",
            "select h.number from orderly_history h left join orderly_answer a"
                    + " on a.number = h.number and a.request_id = h.request_id and a.sequence = h.sequence"
                    + " where h.number like ? and h.request_id is not null and a.number is null");

    private static final Evolution EVOLUTION = new Evolution(BusyShop.WORKFLOW);

    private final DataSource source;
    private final OrderStore store;

    Audit(DataSource source, OrderStore store) {
        this.source = source;
        this.store = store;
    }

    /** The transitions that are there. */
    Set<Acknowledged> written(String prefix) throws SQLException {
        return new HashSet<>(query(
                STEPS,
                prefix,
                row -> new Acknowledged(row.getString(1), row.getLong(2), String.valueOf(row.getString(3)))));
    }

    /** What was acknowledged and is not there. */
    List<Acknowledged> lost(String prefix, Collection<Acknowledged> acknowledged) throws SQLException {
        Set<Acknowledged> written = written(prefix);
        return acknowledged.stream().filter(a -> !written.contains(a)).toList();
    }

    private List<String> numbers(String prefix) throws SQLException {
        return query("select number from orderly_order where number like ?", prefix, row -> row.getString(1));
    }

    /** Orders with rows that do not fit together, and with histories that do not verify or make another snapshot. */
    List<String> problems(String prefix) throws SQLException {
        List<String> problems = new ArrayList<>();
        for (String sql : ORPHANS) {
            query(sql, prefix, row -> row.getString(1)).forEach(number -> problems.add(number + ": " + sql));
        }
        Set<String> messages = new TreeSet<>();
        Set<String> attachments = new TreeSet<>();
        for (String number : numbers(prefix)) {
            History history = store.history(number).orElseThrow();
            history.verify().ifPresent(problems::add);
            if (!isSnapshot(store.find(number).orElseThrow(), history)) {
                problems.add(number + ": the snapshot is not what the history makes");
            }
            history.transitions().forEach(entry -> messages.addAll(messages(number, entry)));
            history.activities().forEach(activity -> attachments.addAll(attachments(number, activity)));
        }
        compare(problems, "messages", messages, outbox(prefix));
        compare(problems, "attachments", attachments, attachments(prefix));
        return problems;
    }

    private static boolean isSnapshot(StoredOrder stored, History history) {
        List<HistoryEntry> entries = history.entries();
        return stored.order().equals(history.replay((name, version) -> EVOLUTION))
                && stored.hash().equals(entries.get(entries.size() - 1).hash());
    }

    private static List<String> messages(String number, TransitionEntry entry) {
        List<NotificationRule> notifications = BusyShop.notificationsOf(entry.event());
        return IntStream.range(0, notifications.size())
                .mapToObj(i -> number + " " + entry.sequence() + " " + i + " "
                        + notifications.get(i).to() + " " + notifications.get(i).channel())
                .toList();
    }

    private static List<String> attachments(String number, Activity activity) {
        return activity instanceof Comment comment
                ? comment.attachments().stream()
                        .map(a -> number + " " + a.sha256())
                        .toList()
                : List.of();
    }

    private static void compare(List<String> problems, String what, Set<String> expected, Set<String> found) {
        if (!expected.equals(found)) {
            Set<String> missing = new TreeSet<>(expected);
            missing.removeAll(found);
            Set<String> orphaned = new TreeSet<>(found);
            orphaned.removeAll(expected);
            problems.add(what + " missing: " + missing + ", without a step: " + orphaned);
        }
    }

    private Set<String> outbox(String prefix) throws SQLException {
        return new TreeSet<>(query(
                "select number, sequence, position, role, channel from orderly_outbox where number like ?",
                prefix,
                row -> String.join(
                        " ",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5))));
    }

    private Set<String> attachments(String prefix) throws SQLException {
        return new TreeSet<>(query(
                "select number, sha256 from orderly_attachment where number like ? and content is not null",
                prefix,
                row -> row.getString(1) + " " + row.getString(2)));
    }

    private <T> List<T> query(String sql, String prefix, Reader<T> reader) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, prefix + "%");
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        }
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    private interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }
}
