package dev.orderly.cli.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.PriorityQueue;

/**
 * Sorts any number of values in bounded memory: what does not fit is written as sorted runs to a temporary file, and
 * the runs are merged in the end. What fits never touches the disk. Values that are equal in what they are sorted by stay
 * in the order in which they came. Of no use any more once it is drained.
 *
 * @param <T> the values' type
 */
final class Sorter<T> implements Closeable {

    /** Takes the sorted values. */
    interface Sink<T> {
        void accept(T value) throws IOException;
    }

    private final Format<T> format;
    private final long memory;
    private final Spill<T> spill;
    private SortBuffer<T> batch;

    /**
     * Sorts in about the given memory.
     *
     * @param memory how many bytes the values that are held at once may occupy
     * @param folder where the temporary file goes
     */
    Sorter(Format<T> format, long memory, Path folder) {
        this.format = format;
        this.memory = memory;
        this.spill = new Spill<>(folder, format);
        this.batch = new SortBuffer<>(format);
    }

    void add(T value) throws IOException {
        batch.add(value);
        if (batch.weight() >= memory) {
            spill.append(batch);
            batch.clear();
        }
    }

    /** Gives all values in order. */
    void drainTo(Sink<T> sink) throws IOException {
        if (spill.isEmpty()) {
            batch.drainTo(sink);
            return;
        }
        if (!batch.isEmpty()) {
            spill.append(batch);
        }
        // The room is needed elsewhere while the runs are merged.
        batch = new SortBuffer<>(format);
        merge(sink);
    }

    private void merge(Sink<T> sink) throws IOException {
        PriorityQueue<Run<T>> heads = new PriorityQueue<>(spill.cursors(memory));
        while (!heads.isEmpty()) {
            Run<T> least = heads.remove();
            sink.accept(least.current());
            if (least.advance()) {
                heads.add(least);
            }
        }
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }
}
