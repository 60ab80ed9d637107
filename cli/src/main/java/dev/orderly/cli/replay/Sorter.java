package dev.orderly.cli.replay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of values in bounded memory: what does not fit is written as sorted runs to a temporary file, and
 * the runs are merged in the end. What fits never touches the disk. Of no use any more once it is drained.
 *
 * @param <T> the values' type, by whose natural order they are sorted
 */
final class Sorter<T extends Comparable<T>> implements Closeable {

    /** Takes the sorted values. */
    interface Sink<T> {
        void accept(T value) throws IOException;
    }

    private final Format<T> format;
    private final long memory;
    private final Spill<T> spill;
    private final List<T> loaded = new ArrayList<>();
    private long weight;

    /**
     * Sorts in about the given memory.
     *
     * @param memory how many bytes the values that are held at once may occupy
     * @param folder where temporary files go
     */
    Sorter(Format<T> format, long memory, Path folder) {
        this.format = format;
        this.memory = memory;
        this.spill = new Spill<>(folder, format);
    }

    void add(T value) throws IOException {
        loaded.add(value);
        weight += format.weight(value);
        if (weight >= memory) {
            spillLoaded();
        }
    }

    /** Gives all values in order. */
    void drainTo(Sink<T> sink) throws IOException {
        if (spill.isEmpty()) {
            Collections.sort(loaded);
            for (T value : loaded) {
                sink.accept(value);
            }
            loaded.clear();
            return;
        }
        if (!loaded.isEmpty()) {
            spillLoaded();
        }
        merge(spill.cursors(memory), sink);
    }

    /** How many runs had to leave memory. */
    int spilledRuns() {
        return spill.runs();
    }

    private void spillLoaded() throws IOException {
        Collections.sort(loaded);
        spill.append(loaded);
        loaded.clear();
        weight = 0;
    }

    private static <T extends Comparable<T>> void merge(List<Run<T>> runs, Sink<T> sink) throws IOException {
        PriorityQueue<Run<T>> heads = new PriorityQueue<>(Math.max(1, runs.size()), Comparator.comparing(Run::current));
        heads.addAll(runs);
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
