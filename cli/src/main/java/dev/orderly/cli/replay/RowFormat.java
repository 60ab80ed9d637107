package dev.orderly.cli.replay;

import dev.orderly.workflow.Data;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How rows of a log are kept in a temporary file. */
final class RowFormat implements Format<Row> {

    private final Actors actors;

    RowFormat(Actors actors) {
        this.actors = actors;
    }

    @Override
    public void write(Row row, SpillWriter out) throws IOException {
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
    }

    @Override
    public Row read(SpillReader in) throws IOException {
        return new Row(
                in.number(),
                in.text(),
                in.text(),
                in.text(),
                Instant.ofEpochSecond(in.number(), in.number()),
                actors.read(in.text()),
                data(in));
    }

    private static Data data(SpillReader in) throws IOException {
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

    @Override
    public int weight(Row row) {
        return row.weight();
    }
}
