package dev.orderly.jdbc;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The heads of all histories, that is, the hash of each order's latest entry, in a file to be kept out of reach of those
 * who can change the database. A hash covers all entries before it, so that a history that was rewritten later, however
 * consistently, does not have it any more.
 *
 * <p>The file is text in UTF-8: the line {@code orderly-heads 1}, a line {@code at TIME}, when it was begun by the clock of the
 * database, a line {@code SEQUENCE HASH NUMBER} for each order, and at last {@code sha256 DIGEST}, the SHA-256 of all lines
 * before, with their ends. The digest stands for the whole file: where only that is kept elsewhere, in a mail or on paper, the
 * file itself may lie anywhere.
 */
public final class Heads {

    static final String FIRST = "orderly-heads 1";
    static final String TIME = "at ";
    static final String LAST = "sha256 ";
    private static final int BATCH = 2000;

    private Heads() {}

    /**
     * Writes the heads of all orders of a store to a file, while the store is in use. What stood there is replaced once all is
     * written.
     *
     * @return the digest
     * @throws IOException if the file cannot be written
     */
    public static String write(JdbcOrderStore store, Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        MessageDigest digest = sha256();
        try (BufferedWriter writer = Files.newBufferedWriter(fresh)) {
            line(writer, digest, FIRST);
            line(writer, digest, TIME + store.now().orElseThrow());
            String after = null;
            List<Head> batch = batch(store.session(), null);
            while (!batch.isEmpty()) {
                for (Head head : batch) {
                    line(writer, digest, head.sequence + " " + head.hash + " " + head.number);
                    after = head.number;
                }
                batch = batch(store.session(), after);
            }
            String text = HexFormat.of().formatHex(digest.digest());
            writer.write(LAST + text + "\n");
            writer.flush();
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return text;
        }
    }

    private static void line(BufferedWriter writer, MessageDigest digest, String line) throws IOException {
        writer.write(line + "\n");
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<Head> batch(Session session, @Nullable String after) {
        SqlCommand command = new NumberRange(after, null)
                .command("select n.number, n.sequence, h.hash from (select number, sequence from orderly_order where %s"
                        + " order by number limit " + BATCH + ") n join orderly_history h"
                        + " on h.number = n.number and h.sequence = n.sequence order by n.number");
        return session.read(
                "reading the heads of histories",
                connection -> command.list(
                        connection,
                        row -> new Head(row.getString("number"), row.getLong("sequence"), row.getString("hash"))));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one has not", e);
        }
    }

    /** The latest entry of an order. */
    record Head(String number, long sequence, String hash) {

        static Head of(String line, Path file) throws IOException {
            String[] parts = line.split(" ", 3);
            try {
                return new Head(parts[2], Long.parseLong(parts[0]), parts[1]);
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw new IOException(file + " has a line that is no head", e);
            }
        }
    }
}
