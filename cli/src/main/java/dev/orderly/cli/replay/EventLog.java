package dev.orderly.cli.replay;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.orderly.cli.replay.Utf8Reader.UnclosedQuoteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log of events as a CSV file, read from its beginning to its end or to the first row that is broken. */
final class EventLog {

    private final Path file;
    private final Actors actors;
    private final Progress progress;

    EventLog(Path file, Actors actors, Progress progress) {
        this.file = file;
        this.actors = actors;
        this.progress = progress;
    }

    /** Gives out the rows; says what is wrong with the first broken one, at which it stops. */
    Optional<Mistake> readTo(Sorter.Sink<LogRow> sink) throws IOException, LogHeaderException {
        try (InputStream in = Files.newInputStream(file);
                Utf8Reader text = new Utf8Reader(in)) {
            Cells cells = new Cells();
            try (CloseableIterator<Cells> records = records(cells, text)) {
                Columns columns = header(records);
                return rows(cells, records, columns, text, sink);
            }
        }
    }

    private static CloseableIterator<Cells> records(Cells cells, Utf8Reader text) {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(Cells.LONGEST)
                .build(cells, text)
                .iterator();
    }

    private Columns header(CloseableIterator<Cells> records) throws IOException, LogHeaderException {
        boolean found;
        try {
            found = records.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw new LogHeaderException(file.toString(), problem(e));
        }
        if (!found) {
            throw new LogHeaderException(
                    file.toString(), "the file is empty: its first line names the columns order, event, at, actor");
        }
        return Columns.of(records.next(), file.toString(), actors);
    }

    private Optional<Mistake> rows(
            Cells cells, CloseableIterator<Cells> records, Columns columns, Utf8Reader text, Sorter.Sink<LogRow> sink)
            throws IOException {
        long number = 0;
        while (true) {
            LogRow row;
            try {
                if (!records.hasNext()) {
                    return Optional.empty();
                }
                row = columns.row(number + 1, records.next());
            } catch (CsvParseException | UncheckedIOException e) {
                return Optional.of(mistake(cells, number + 1, problem(e)));
            } catch (Columns.BrokenRowException e) {
                return Optional.of(mistake(cells, number + 1, String.valueOf(e.getMessage())));
            }
            number++;
            progress.read(number, text.bytesRead());
            sink.accept(row);
        }
    }

    private Mistake mistake(Cells cells, long row, String problem) {
        return new Mistake(file.toString(), cells.line(), row, problem);
    }

    private static String problem(RuntimeException failure) throws IOException {
        Throwable cause = failure.getCause();
        if (cause instanceof CharacterCodingException) {
            return "there are bytes that are not UTF-8: save the file as UTF-8";
        }
        if (cause instanceof UnclosedQuoteException) {
            return "a quote is opened and never closed: close it, and double a quote inside a quoted cell";
        }
        if (cause instanceof IOException io) {
            throw io;
        }
        return sentence(cause == null ? failure.getMessage() : cause.getMessage())
                + ": put a cell that holds commas, quotes or line breaks in quotes, and double a quote inside";
    }

    /** The parser's message without the line, which a mistake has already, and without the stop before it. */
    private static String sentence(@Nullable String message) {
        return message == null
                ? "this is no CSV"
                : message.replaceAll("\\.?( \\(record starting at line \\d+\\))?$", "");
    }
}
