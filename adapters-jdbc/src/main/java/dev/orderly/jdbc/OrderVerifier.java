package dev.orderly.jdbc;

import dev.orderly.jdbc.Finding.Kind;
import dev.orderly.order.Activity;
import dev.orderly.order.Comment;
import dev.orderly.order.ErasureEntry;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.MovedItems;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the orders of one range of numbers: replays their histories and compares what comes out with all that is stored of
 * them. Nothing is remembered but one range. Not thread-safe.
 */
final class OrderVerifier {

    /** Where orders are kept that the shop works with. */
    static final Place LIVE = new Place(
            "orderly_order",
            "o.deadline_at, o.overdue_at, o.claimable_at, null as hash",
            "orderly_history",
            MovedItemRows.TABLE,
            "orderly_attachment",
            true);

    /** Where orders are kept that were retired. They have no times to wait for. */
    static final Place ARCHIVE = new Place(
            "orderly_archived_order",
            "null as deadline_at, null as overdue_at, null as claimable_at, o.hash",
            "orderly_archived_entry",
            MovedItemRows.ARCHIVE,
            "orderly_archived_attachment",
            false);

    private static final String ANSWERS = "select number, request_id, sequence from orderly_answer where %s";
    private static final String MESSAGES =
            "select number, sequence, position, available_at, held_back, holds_back from orderly_outbox where %s"
                    + " order by number, sequence, position";

    /** What the parts that are values of fields begin with. */
    private static final String FIELD = "field ";

    /** Rows of attachments that are read at once. */
    private static final int FEW = 4;

    private final Place place;
    private final KnownVersions versions;
    private final long latestLease;
    private final boolean reading;
    private final HashCheck hashes;
    private final Findings findings;
    private final Map<String, Past> pasts = new HashMap<>();

    /**
     * The tables of a place where orders are kept.
     *
     * @param times the columns of a row of orders that differ
     * @param live whether there are messages and answers
     */
    record Place(String orders, String times, String entries, String movedItems, String attachments, boolean live) {

        private String historyQuery() {
            return "select " + EntryRow.COLUMNS + ", previous from " + entries + " where %s order by number, sequence";
        }

        private String movedItemsQuery() {
            return "select " + MovedItemRows.COLUMNS + " from " + movedItems
                    + " where %s order by number, sequence, position";
        }

        private String orderQuery() {
            return "select " + OrderRow.COLUMNS + ", o.customer_key, " + times + " from " + orders
                    + " o where %s order by number";
        }

        private String attachmentQuery(boolean reading) {
            return "select number, sha256" + (reading ? ", content" : "") + " from " + attachments + " where %s";
        }
    }

    /**
     * A verifier.
     *
     * @param latestLease the time in microseconds behind which no lease of an order or a message can end
     * @param reading whether the bytes of attachments are read
     * @param hashes verifies the hashes of entries
     */
    OrderVerifier(
            Place place,
            KnownVersions versions,
            long latestLease,
            boolean reading,
            HashCheck hashes,
            Findings findings) {
        this.place = place;
        this.versions = versions;
        this.latestLease = latestLease;
        this.reading = reading;
        this.hashes = hashes;
        this.findings = findings;
    }

    void verify(Connection connection, NumberRange range) throws SQLException {
        pasts.clear();
        range.command(place.historyQuery()).each(connection, this::entry);
        range.command(place.movedItemsQuery()).each(connection, this::movedItem);
        range.command(place.orderQuery()).each(connection, this::order);
        pasts.forEach((number, past) -> {
            past.erased.forEach((part, sequence) -> findings.add(
                    Kind.CHAIN, number, "entry " + sequence + " lacks its " + part + ", which no erasure names"));
            if (!past.hasRow) {
                findings.add(Kind.MISSING, number, "its history has no row of " + place.orders);
            }
            if (!past.broken && !past.unitsMoved.equals(past.unitsToMove)) {
                findings.add(Kind.ENTRY, number, otherUnits(past));
            }
        });
        if (place.live) {
            range.command(ANSWERS).each(connection, this::answer);
            range.command(MESSAGES).each(connection, this::message);
        }
        attachments(connection, range);
    }

    /** The orders of the range that have a history here. */
    Set<String> numbers() {
        return pasts.keySet();
    }

    /** What is known of an order when its history was read. */
    private static final class Past {

        private long sequence;
        private String hash = HashChain.START;
        private @Nullable Order order;
        private boolean broken;
        private boolean hasRow;
        private boolean fieldsErased;
        /** The parts of entries that were erased, by their names, with the latest such entry; until an erasure names them. */
        private final Map<String, Long> erased = new TreeMap<>();

        private boolean hasHolder;
        /** By the sequence numbers of entries, which units they move by what they are, and by their rows. */
        private final Map<Long, List<MovedItems>> unitsToMove = new TreeMap<>();

        private final Map<Long, List<MovedItems>> unitsMoved = new TreeMap<>();
        private final Map<Long, String> requests = new HashMap<>();
        private final Set<String> attachments = new HashSet<>();
    }

    private void movedItem(ResultSet row) throws SQLException {
        String number = row.getString("number");
        long sequence = row.getLong("sequence");
        Past past = pasts.get(number);
        if (past == null || sequence > past.sequence) {
            findings.add(Kind.DEPENDENT, number, "units move by entry " + sequence + ", which is not there");
            return;
        }
        List<MovedItems> moved = past.unitsMoved.computeIfAbsent(sequence, s -> new ArrayList<>());
        try {
            moved.add(MovedItemRows.read(row));
        } catch (IllegalArgumentException e) {
            findings.add(
                    Kind.UNREADABLE,
                    number,
                    "a row of " + place.movedItems + " of entry " + sequence + " cannot be read");
        }
    }

    private String otherUnits(Past past) {
        Set<Long> entries = new TreeSet<>(past.unitsMoved.keySet());
        entries.addAll(past.unitsToMove.keySet());
        entries.removeIf(sequence -> Objects.equals(past.unitsMoved.get(sequence), past.unitsToMove.get(sequence)));
        return "other units moved in " + place.movedItems + " than by its history, first by entry "
                + entries.iterator().next();
    }

    private void entry(ResultSet row) throws SQLException {
        String number = row.getString("number");
        long sequence = row.getLong("sequence");
        Past past = pasts.computeIfAbsent(number, n -> new Past());
        findings.countEntry();
        HistoryEntry entry;
        try {
            entry = EntryRow.read(row);
        } catch (RuntimeException e) {
            findings.add(Kind.UNREADABLE, number, "entry " + sequence + " cannot be read");
            past.broken = true;
            past.sequence = sequence;
            past.hash = row.getString("hash");
            return;
        }
        chain(number, past, entry);
        replay(number, past, entry, row);
        note(past, entry.activity());
        erasures(past, entry);
    }

    private void chain(String number, Past past, HistoryEntry entry) {
        long sequence = entry.activity().sequence();
        if (sequence != past.sequence + 1) {
            findings.add(Kind.CHAIN, number, "entry " + (past.sequence + 1) + " is missing before entry " + sequence);
        } else {
            hashes.check(number, past.hash, entry, findings);
        }
        past.sequence = sequence;
        past.hash = entry.hash();
    }

    /** Once an entry cannot follow, nothing can be said of those behind it but whether their hashes follow. */
    private void replay(String number, Past past, HistoryEntry entry, ResultSet row) throws SQLException {
        if (past.broken) {
            return;
        }
        long sequence = entry.activity().sequence();
        Order after;
        try {
            after = History.apply(past.order, entry.activity(), versions::evolution);
        } catch (RuntimeException e) {
            findings.add(Kind.CHAIN, number, "entry " + sequence + " cannot follow the entries before it");
            past.broken = true;
            return;
        }
        bounds(number, past, entry, after);
        past.order = after;
        List<MovedItems> units = MovedItemRows.moves(after, entry.activity());
        if (!units.isEmpty()) {
            past.unitsToMove.put(sequence, units);
        }
        List<String> differences = EntryRow.fixed(after, entry).differences(row);
        if (!after.number().equals(number)) {
            findings.add(Kind.CHAIN, number, "entry 1 places another order");
        } else if (!differences.isEmpty()) {
            findings.add(
                    Kind.ENTRY,
                    number,
                    "entry " + sequence + " is not what its columns say: " + String.join(", ", differences));
        }
    }

    /** Once a field of the order was erased, its history does not say any more what it was. */
    private void bounds(String number, Past past, HistoryEntry entry, Order after) {
        boolean erased = entry.redaction().erased().keySet().stream().anyMatch(part -> part.startsWith(FIELD));
        past.fieldsErased |= erased;
        if (!past.fieldsErased && entry.activity() instanceof TransitionEntry step) {
            versions.bounds(after.workflow(), after.version())
                    .broken(past.order, after, step)
                    .ifPresent(field -> findings.add(
                            Kind.BOUND,
                            number,
                            "entry " + step.sequence() + " leaves " + field + " out of its bounds"));
        }
    }

    private static void note(Past past, Activity activity) {
        if (activity.requestId() != null) {
            past.requests.put(activity.sequence(), activity.requestId());
        }
        if (activity instanceof Comment comment) {
            comment.attachments().forEach(attachment -> past.attachments.add(attachment.sha256()));
        }
    }

    /** What is personal can be taken from an entry without its hash: so an erasure must say so, which is an entry itself. */
    private static void erasures(Past past, HistoryEntry entry) {
        entry.redaction()
                .erased()
                .keySet()
                .forEach(part -> past.erased.put(part, entry.activity().sequence()));
        if (entry.activity() instanceof ErasureEntry erasure) {
            past.erased
                    .keySet()
                    .removeIf(part ->
                            !part.startsWith(FIELD) || erasure.fields().contains(part.substring(FIELD.length())));
        }
    }

    private void order(ResultSet row) throws SQLException {
        String number = row.getString("number");
        findings.countOrder();
        Past past = pasts.get(number);
        if (row.getString("state") == null) {
            purged(number, past);
            return;
        }
        if (past == null) {
            findings.add(Kind.MISSING, number, "its row of " + place.orders + " has no history");
            return;
        }
        past.hasRow = true;
        long sequence = row.getLong("sequence");
        if (sequence != past.sequence) {
            findings.add(
                    Kind.MISSING,
                    number,
                    "its row is at entry " + sequence + ", but its history has " + past.sequence + " entries");
            return;
        }
        if (!place.live && !past.hash.equals(row.getString("hash"))) {
            findings.add(Kind.CHAIN, number, "its row in the archive has another hash than its latest entry");
        }
        Order order = past.order;
        if (!past.broken && order != null) {
            List<String> differences =
                    OrderRow.moved(OrderRow.placed(order), order).differences(row);
            differences.removeIf(column -> isAsGood(column, order, row));
            if (!differences.isEmpty()) {
                findings.add(
                        Kind.SNAPSHOT,
                        number,
                        "its row is not what its history makes: " + String.join(", ", differences));
            }
        }
    }

    /** Only in the archive. */
    private void purged(String number, @Nullable Past past) {
        if (past != null) {
            past.hasRow = true;
            findings.add(Kind.DEPENDENT, number, "it is purged, but has entries in the archive");
        }
    }

    /** The same JSON in another order of its members; a claim, which moves the time from which on there can be another. */
    private boolean isAsGood(String column, Order order, ResultSet row) {
        try {
            return switch (column) {
                case "state" -> Json.tree(row.getString(column)).equals(Json.tree(StateJson.of(order)));
                case "placed" ->
                    Json.tree(row.getString(column)).equals(new PlacementJson(order.customer(), order.lines()).json());
                case "claimable_at" ->
                    order.deadline() != null
                            && row.getLong(column) >= row.getLong("deadline_at")
                            && row.getLong(column) <= latestLease;
                default -> false;
            };
        } catch (RuntimeException | SQLException e) {
            return false;
        }
    }

    private void answer(ResultSet row) throws SQLException {
        String number = row.getString("number");
        long sequence = row.getLong("sequence");
        Past past = pasts.get(number);
        if (past == null || !row.getString("request_id").equals(past.requests.get(sequence))) {
            findings.add(
                    Kind.DEPENDENT, number, "an answer names entry " + sequence + ", which is not of that request");
        }
    }

    private void message(ResultSet row) throws SQLException {
        String number = row.getString("number");
        long sequence = row.getLong("sequence");
        Past past = pasts.get(number);
        if (past == null || sequence < 1 || sequence > past.sequence) {
            findings.add(Kind.DEPENDENT, number, "a message is about entry " + sequence + ", which is not there");
        } else if (row.getLong("available_at") > latestLease) {
            findings.add(
                    Kind.DEPENDENT, number, "a message about entry " + sequence + " is put off by more than a week");
        } else if (row.getBoolean("held_back") && !past.hasHolder) {
            findings.add(
                    Kind.DEPENDENT,
                    number,
                    "a message about entry " + sequence + " is held back, and by none before it: it is never sent");
        }
        if (past != null && row.getBoolean("holds_back") && !row.getBoolean("held_back")) {
            past.hasHolder |= row.getString("available_at") != null;
        }
    }

    private void attachments(Connection connection, NumberRange range) throws SQLException {
        range.command(place.attachmentQuery(reading)).each(connection, FEW, row -> {
            String number = row.getString("number");
            String sha256 = row.getString("sha256");
            Past past = pasts.get(number);
            if (past == null || (!past.attachments.remove(sha256) && !past.broken)) {
                findings.add(Kind.DEPENDENT, number, "attachment " + sha256 + " belongs to no comment");
            }
            if (reading) {
                content(number, sha256, row.getBytes("content"));
            }
        });
        pasts.forEach((number, past) -> past.attachments.forEach(
                sha256 -> findings.add(Kind.ATTACHMENT, number, "attachment " + sha256 + " is missing")));
    }

    private void content(String number, String sha256, byte @Nullable [] content) {
        findings.countAttachment();
        if (content == null || !HashChain.sha256(content).equals(sha256)) {
            findings.add(Kind.ATTACHMENT, number, "attachment " + sha256 + " has other bytes than were uploaded");
        }
    }
}
