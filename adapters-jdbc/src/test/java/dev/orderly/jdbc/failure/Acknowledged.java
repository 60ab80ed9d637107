package dev.orderly.jdbc.failure;

import dev.orderly.decision.Accepted;
import dev.orderly.order.TransitionEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A transition that a call returned for. */
record Acknowledged(String number, long sequence, String requestId) {

    static Acknowledged of(Accepted accepted) {
        TransitionEntry entry = accepted.entry();
        return new Acknowledged(accepted.order().number(), entry.sequence(), String.valueOf(entry.requestId()));
    }

    /** A file outside of the database, which outlives the process that writes it. */
    static final class Log {

        private final FileChannel file;

        Log(Path path) throws IOException {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }

        synchronized void add(Acknowledged one) {
            String line = one.number + " " + one.sequence + " " + one.requestId + "\n";
            try {
                file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What was written, but for a last line that is cut off. */
    static List<Acknowledged> read(Path path) throws IOException {
        String text = Files.exists(path) ? Files.readString(path) : "";
        List<Acknowledged> all = new ArrayList<>();
        text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            all.add(new Acknowledged(words[0], Long.parseLong(words[1]), words[2]));
        });
        return all;
    }
}
