package dev.orderly.benchmarks.report;

import dev.orderly.benchmarks.database.Databases;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a measurement is given.
 *
 * @param quick whether it has to be done within a minute, with figures that say little
 * @param databases empty databases, as many as it asks for
 * @param scratch a folder for its files, removed at the end
 * @param progress hears what is being done
 */
public record Setting(boolean quick, Databases databases, Path scratch, Progress progress) {

    /** Hears what is being done. */
    @FunctionalInterface
    public interface Progress {

        /** Says a line. */
        void say(String line);
    }

    /** Says what is being done. */
    public void say(String format, Object... values) {
        progress.say(String.format(Locale.ROOT, format, values));
    }
}
