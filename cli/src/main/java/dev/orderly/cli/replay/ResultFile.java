package dev.orderly.cli.replay;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The result of a replay: a CSV file with one row per event, in the order of the log. It is written beside its place and
 * moved there when it is whole, so that a result that broke off is never taken for one.
 */
final class ResultFile {

    private ResultFile() {}

    static void write(Path file, Sorter<RowResult> outcomes, Progress progress) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe or a device, such as /dev/stdout, has no place to be moved to.
            writeTo(file, outcomes, progress);
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        part.toFile().deleteOnExit();
        try {
            writeTo(part, outcomes, progress);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void writeTo(Path file, Sorter<RowResult> outcomes, Progress progress) throws IOException {
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
