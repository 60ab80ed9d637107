package dev.orderly.jdbc;

import dev.orderly.jdbc.Finding.Kind;
import dev.orderly.jdbc.Heads.Head;
import dev.orderly.order.ChainKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the heads of a file in a database. Entries behind a head were written after the file, whatever time they pretend to
 * have, and so were the orders that it does not have: so they must have a key that was in use when it was written. Not
 * thread-safe while it compares, and thread-safe afterwards.
 */
final class HeadComparison {

    private static final int LOOKUP = 500;

    private final Session session;
    private final Path file;
    private final ChainKeys keys;
    private final Findings findings;
    private final NumberSet numbers = new NumberSet();
    private Instant written = Instant.MIN;

    HeadComparison(Session session, Path file, ChainKeys keys, Findings findings) {
        this.session = session;
        this.file = file;
        this.keys = keys;
        this.findings = findings;
    }

    HeadComparison compare() throws IOException {
        MessageDigest digest = Heads.sha256();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            if (!Heads.FIRST.equals(line)) {
                throw new IOException(file + " is no file of heads: its first line is not \"" + Heads.FIRST + "\"");
            }
            digest(digest, line);
            line = reader.readLine();
            written = time(line);
            List<Head> batch = new ArrayList<>();
            while (line != null && !line.startsWith(Heads.LAST)) {
                digest(digest, line);
                line = reader.readLine();
                if (line != null && !line.startsWith(Heads.LAST)) {
                    batch.add(Head.of(line, file));
                }
                if (batch.size() == LOOKUP) {
                    compare(batch);
                    batch.clear();
                }
            }
            compare(batch);
            if (line == null || !line.equals(Heads.LAST + HexFormat.of().formatHex(digest.digest()))) {
                throw new IOException(file + " was changed after it was written, or is cut off: its digest is another");
            }
        }
        numbers.close();
        return this;
    }

    private static void digest(MessageDigest digest, String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Instant time(@Nullable String line) throws IOException {
        try {
            return Instant.parse(line == null ? "" : line.substring(Math.min(Heads.TIME.length(), line.length())));
        } catch (DateTimeParseException e) {
            throw new IOException(file + " is no file of heads: its second line is not \"" + Heads.TIME + "TIME\"", e);
        }
    }

    private void compare(List<Head> heads) {
        if (heads.isEmpty()) {
            return;
        }
        SqlValues values = new SqlValues();
        heads.forEach(head -> values.text("number", head.number()));
        Map<String, Map<Long, String>> hashes = new HashMap<>();
        Map<String, Long> purged = new HashMap<>();
        session.consistently("looking for heads of histories", connection -> {
            for (String table : List.of("orderly_history", "orderly_archived_entry", "orderly_archived_order")) {
                lookup(table, "", values)
                        .each(
                                connection,
                                row -> hashes.computeIfAbsent(row.getString("number"), n -> new HashMap<>())
                                        .put(row.getLong("sequence"), row.getString("hash")));
            }
            lookup("orderly_archived_order", " and state is null", values)
                    .each(connection, row -> purged.put(row.getString("number"), row.getLong("sequence")));
            return hashes;
        });
        heads.forEach(head ->
                compare(head, hashes.getOrDefault(head.number(), Map.of()), purged.getOrDefault(head.number(), 0L)));
    }

    private static SqlCommand lookup(String table, String condition, SqlValues numbers) {
        return new SqlCommand()
                .add(
                        "select number, sequence, hash from " + table + " where number in (" + numbers.marks() + ")"
                                + condition,
                        numbers);
    }

    /**
     * Compares a head.
     *
     * @param purged the latest entry of a purged order, of which only that one's hash is kept; 0 if it is not purged
     */
    private void compare(Head head, Map<Long, String> hashes, long purged) {
        findings.countHead();
        numbers.add(head.number());
        String hash = hashes.get(head.sequence());
        if (hash == null && head.sequence() < purged) {
            return;
        }
        if (hash == null) {
            findings.add(Kind.HEAD, head.number(), "entry " + head.sequence() + ", which it had, is gone");
        } else if (!hash.equals(head.hash())) {
            findings.add(Kind.HEAD, head.number(), "entry " + head.sequence() + " has another hash than it had");
        }
        hashes.forEach((sequence, later) -> {
            if (sequence > head.sequence() && !keys.isRecentEnough(later, written)) {
                findings.add(
                        Kind.CHAIN,
                        head.number(),
                        "entry " + sequence + " was written after the heads, without the chain key that entries had"
                                + " then");
            }
        });
    }

    /** Whether the first entry of an order is as old as the heads, or has a key that was in use then. */
    boolean allowsFirst(String number, String hash) {
        return keys.isRecentEnough(hash, written) || numbers.contains(number);
    }
}
