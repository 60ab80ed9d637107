package dev.orderly.cli.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorted runs that did not fit in memory, one after another in one temporary file. The file is made when the first run
 * is written, readable by its owner only, and is opened so that the operating system removes it when it is closed, be it
 * by {@link #close}, by Ctrl-C or (where an open file can be unlinked) by a kill.
 *
 * @param <T> the values' type
 */
final class Spill<T> implements Closeable {

    private static final int LARGEST_BUFFER = 1 << 18;
    private static final int SMALLEST_BUFFER = 1 << 12;

    private final Path folder;
    private final Format<T> format;
    private final List<Long> ends = new ArrayList<>();
    private @Nullable FileChannel channel;

    Spill(Path folder, Format<T> format) {
        this.folder = folder;
        this.format = format;
    }

    boolean isEmpty() {
        return ends.isEmpty();
    }

    void append(SortBuffer<T> run) throws IOException {
        FileChannel file = open();
        run.writeTo(file);
        ends.add(file.position());
    }

    /** A cursor on each run; all their buffers together take about as many bytes as said. */
    List<Run<T>> cursors(long bufferBytes) throws IOException {
        int each = (int) Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, bufferBytes / Math.max(1, ends.size())));
        List<Run<T>> cursors = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < ends.size(); i++) {
            Run<T> run = new Run<>(i, ByteSource.of(open(), start, ends.get(i), each), format);
            if (run.advance()) {
                cursors.add(run);
            }
            start = ends.get(i);
        }
        return cursors;
    }

    private FileChannel open() throws IOException {
        FileChannel opened = channel;
        if (opened == null) {
            Path file = Files.createTempFile(folder, "orderly-replay-", ".tmp");
            opened = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = opened;
        }
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
