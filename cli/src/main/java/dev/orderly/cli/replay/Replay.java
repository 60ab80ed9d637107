package dev.orderly.cli.replay;

import dev.orderly.Orders;
import dev.orderly.decision.Decider;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drives orders from a log of events. Rows of one order are taken by time, ties in the file's order; a log's orders may
 * be mixed in any way, and it may be larger than memory: it is sorted through a temporary file first, and the results
 * are sorted back into the order of the log.
 */
public final class Replay {

    /**
     * What came of a replay.
     *
     * @param summary the figures of the rows that were decided
     * @param mistake the broken row at which reading stopped, if there was one
     */
    public record Report(Summary summary, Optional<Mistake> mistake) {}

    private static final long MOST_MEMORY = 256L << 20;

    private final Judge judge;
    private final Progress progress;
    private final long memory;
    private final Path temporary;

    private Replay(Judge judge, Progress progress, long memory, Path temporary) {
        this.judge = judge;
        this.progress = progress;
        this.memory = memory;
        this.temporary = temporary;
    }

    /**
     * A replay by a workflow that keeps no orders. It keeps about a quarter of the heap busy, and temporary files in
     * {@code java.io.tmpdir}.
     */
    public static Replay of(Workflow workflow, Progress progress) {
        return of(new MemoryJudge(Decider.of(workflow)), progress);
    }

    /** A replay by a workflow of some orders, which are kept; one that is run again adds nothing to them. */
    public static Replay into(Orders orders, Workflow workflow, Progress progress) {
        return of(new StoreJudge(orders, workflow), progress);
    }

    private static Replay of(Judge judge, Progress progress) {
        long memory = Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 8);
        return new Replay(judge, progress, memory, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** The same within other bounds. */
    Replay within(long bytes, Path folder) {
        return new Replay(judge, progress, bytes, folder);
    }

    /**
     * Decides every row of a log up to the first broken one.
     *
     * @param result the file that gets one row per event, in the order of the log; null for none
     * @throws IOException if the log cannot be read, or the result or a temporary file cannot be written
     * @throws LogHeaderException if the log's header is wrong, in which case there is no result
     */
    public Report run(Path log, @Nullable Path result) throws IOException, LogHeaderException {
        Actors actors = new Actors();
        Conductor conductor = new Conductor(judge);
        try (Sorter<LogRow> rows = new Sorter<>(new LogRowFormat(actors), memory, temporary);
                Sorter<RowResult> outcomes = new Sorter<>(new RowResultFormat(), memory, temporary)) {
            Optional<Mistake> mistake = new EventLog(log, actors, progress).readTo(rows::add);
            long[] decided = {0};
            rows.drainTo(row -> {
                RowResult outcome = conductor.decide(row);
                progress.decided(++decided[0]);
                if (result != null) {
                    outcomes.add(outcome);
                }
            });
            if (result != null) {
                ResultFile.write(result, outcomes, progress);
            }
            return new Report(conductor.summary(), mistake);
        }
    }
}
