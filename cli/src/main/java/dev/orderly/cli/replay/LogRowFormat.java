package dev.orderly.cli.replay;

import dev.orderly.decision.LineQuantity;
import dev.orderly.order.Line;
import dev.orderly.workflow.Data;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** How rows of a log are kept and sorted: orders after one another, the rows of each by time. */
final class LogRowFormat implements Format<LogRow> {

    /** Enough for the seconds of the years 0000 to 9999. */
    private static final int SECOND_BITS = 39;

    private static final int GROUP_BITS = Long.SIZE - SECOND_BITS;

    /** The first second of the year 0000, or a day before it, since a time zone may lie ahead. */
    private static final long FIRST_SECOND = -62_167_219_200L - 86_400;

    private final Actors actors;

    LogRowFormat(Actors actors) {
        this.actors = actors;
    }

    @Override
    public void write(LogRow row, ByteSink out) {
        out.number(row.number());
        out.text(row.order());
        out.text(row.event());
        out.text(row.at());
        Instant time = row.time();
        out.number(time.getEpochSecond());
        out.number(time.getNano());
        out.text(row.actor().toString());
        Map<String, Object> values = row.data().asMap();
        out.number(values.size());
        for (Map.Entry<String, Object> value : values.entrySet()) {
            out.text(value.getKey());
            out.text(value.getValue().toString());
        }
        out.number(row.lines().size());
        for (Line line : row.lines()) {
            out.number(line.quantity());
            out.text(line.sku());
        }
        out.number(row.items().size());
        for (LineQuantity units : row.items()) {
            out.number(units.quantity());
            out.text(units.line());
        }
    }

    @Override
    public LogRow read(ByteSource in) throws IOException {
        return new LogRow(
                in.number(),
                in.text(),
                in.text(),
                in.text(),
                Instant.ofEpochSecond(in.number(), in.number()),
                actors.read(in.text()),
                data(in),
                several(in, (quantity, sku) -> Line.of(sku, sku, quantity)),
                several(in, (quantity, line) -> LineQuantity.of(line, quantity)));
    }

    private static <T> List<T> several(ByteSource in, BiFunction<Integer, String, T> one) throws IOException {
        long count = in.number();
        if (count == 0) {
            return List.of();
        }
        List<T> all = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            all.add(one.apply(Math.toIntExact(in.number()), in.text()));
        }
        return all;
    }

    private static Data data(ByteSource in) throws IOException {
        long count = in.number();
        if (count == 0) {
            return Data.EMPTY;
        }
        Map<String, String> values = new HashMap<>();
        for (long i = 0; i < count; i++) {
            values.put(in.text(), in.text());
        }
        return Data.of(values);
    }

    /** Rows of one group of orders together, by time: the group in the upper bits, the second in the lower. */
    @Override
    public long key(LogRow row) {
        return ((long) group(row.order()) << SECOND_BITS) | (row.time().getEpochSecond() - FIRST_SECOND);
    }

    @Override
    public int subkey(LogRow row) {
        return row.time().get(ChronoField.NANO_OF_SECOND);
    }

    /** The group of an order: so many bits of its number's hash that most orders are alone in theirs. */
    static int group(String order) {
        // The multiplier is 2^32 divided by the golden ratio; it brings what differs to the upper bits.
        return (order.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - GROUP_BITS);
    }
}
