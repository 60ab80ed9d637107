package dev.orderly.cli;

import dev.orderly.cli.replay.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows on one line of a terminal how far a replay has come, at most ten times a second. */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final long PAUSE_NANOS = 100_000_000;
    private static final int WIDTH = 78;

    /** Asking the clock for every row would cost more than some rows do. */
    private static final int ROWS_BETWEEN_LOOKS = 1 << 10;

    private final PrintWriter terminal;
    private final long bytes;
    private final long start = System.nanoTime();
    private long shown = start;
    private long rows;

    TerminalProgress(PrintWriter terminal, long bytes) {
        this.terminal = terminal;
        this.bytes = bytes;
    }

    @Override
    public void read(long count, long bytesRead) {
        rows = count;
        show("reading", count, bytesRead, bytes);
    }

    @Override
    public void decided(long count) {
        show("deciding", count, count, rows);
    }

    @Override
    public void written(long count) {
        show("writing", count, count, rows);
    }

    private void show(String doing, long count, long done, long all) {
        if (count % ROWS_BETWEEN_LOOKS != 0) {
            return;
        }
        long now = System.nanoTime();
        if (now - shown < PAUSE_NANOS) {
            return;
        }
        shown = now;
        long percent = all <= 0 ? 0 : Math.min(100, done * 100 / all);
        double seconds = (now - start) / 1e9;
        line(String.format(Locale.ROOT, "%-8s %3d %%  %,d rows  %,.0f s", doing, percent, count, seconds));
    }

    private void line(String text) {
        terminal.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
        terminal.flush();
    }

    /** Leaves the line empty for what comes next. */
    @Override
    public void close() {
        if (shown != start) {
            line("");
            terminal.print("\r");
            terminal.flush();
        }
    }
}
