package dev.orderly.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row for {@code orderly_history} written by hand: a legal next step of an order in status new, unless a column is set otherwise. */
final class ForgedEntry {

    private final Map<String, String> columns = new LinkedHashMap<>();

    private ForgedEntry() {}

    static ForgedEntry of(String number) {
        return new ForgedEntry()
                .with("number", number)
                .with("sequence", 2)
                .with("kind", "transition")
                .with("workflow", "shop")
                .with("version", 1)
                .with("status", "sent")
                .with("previous", 1)
                .with("previous_version", 1)
                .with("previous_status", "new")
                .with("subject", "")
                .with("from_status", "new")
                .with("event", "ship")
                .with("to_status", "sent")
                .with("actor_role", "staff")
                .with("at_time", 1772359200000000L)
                .with("hash", "0123456789abcdef");
    }

    /** A row that names no move, as comments do. */
    static ForgedEntry still(String number, String kind) {
        return of(number)
                .with("kind", kind)
                .with("status", "new")
                .with("subject", null)
                .with("from_status", null)
                .with("event", null)
                .with("to_status", null);
    }

    ForgedEntry with(String column, @Nullable Object value) {
        columns.put(column, value instanceof String ? "'" + value + "'" : String.valueOf(value));
        return this;
    }

    /** The order's move and the row's, which must agree. */
    ForgedEntry move(String from, String event, String to) {
        return with("previous_status", from)
                .with("from_status", from)
                .with("event", event)
                .with("to_status", to)
                .with("status", to);
    }

    String sql() {
        return "insert into orderly_history (" + String.join(", ", columns.keySet()) + ") values ("
                + columns.values().stream().collect(Collectors.joining(", ")) + ")";
    }
}
