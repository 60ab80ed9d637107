package dev.orderly.cli.replay;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The result of a replay: a CSV file with one row per event, in the order of the log. */
final class ResultFile {

    private ResultFile() {}

    static void write(Path file, Sorter<Outcome> outcomes, Progress progress) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes)) {
            csv.writeRecord("order", "event", "at", "from", "to", "verdict", "reason");
            long[] written = {0};
            outcomes.drainTo(outcome -> {
                csv.writeRecord(
                        outcome.order(),
                        outcome.event(),
                        outcome.at(),
                        outcome.from(),
                        outcome.to(),
                        outcome.accepted() ? "accepted" : "refused",
                        outcome.reasons());
                progress.written(++written[0]);
            });
        }
    }
}
