package dev.orderly.jdbc;

import dev.orderly.order.ActivityKind;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Migration;
import dev.orderly.order.StatusTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Trails that are read with their latest step only, which is all that deciding needs; the earlier ones are fetched on demand. */
final class TrailLoader {

    private static final String OF_ORDER = "select event, to_status, at_time, kind from %s"
            + " where number = ? and sequence <= ? and kind in ('transition', 'migration') and case_id is null"
            + " order by sequence";
    private static final String OF_CASE = "select event, to_status, at_time, kind from %s"
            + " where number = ? and sequence <= ? and case_id = ? order by sequence";

    private final Session session;

    TrailLoader(Session session) {
        this.session = session;
    }

    static void write(ObjectNode target, StatusTrail trail) {
        ObjectNode events = Json.object();
        trail.lastTimes().forEach((event, time) -> events.set(event, Json.time(time)));
        target.put("event", trail.event());
        target.set("at", Json.time(trail.at()));
        target.set("events", events);
    }

    /** The trail up to an entry; of the order itself where there is no case. */
    StatusTrail read(JsonNode source, String status, String number, long sequence, @Nullable CaseRef about) {
        Map<String, Instant> lastTimes = new HashMap<>();
        source.required("events").properties().forEach(e -> lastTimes.put(e.getKey(), Json.instant(e.getValue())));
        return StatusTrail.resumed(
                Json.requiredText(source, "event"),
                status,
                Json.instant(source.required("at")),
                lastTimes,
                () -> fetch(number, sequence, about));
    }

    private StatusTrail fetch(String number, long sequence, @Nullable CaseRef about) {
        List<Step> steps = Stream.of("orderly_history", "orderly_archived_entry", "orderly_history")
                .map(table -> steps(table, number, sequence, about))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (steps.isEmpty()) {
            throw new IllegalStateException("order " + number + " has no history up to entry " + sequence);
        }
        Step first = steps.get(0);
        StatusTrail trail = StatusTrail.start(first.event, first.status, first.at);
        for (Step step : steps.subList(1, steps.size())) {
            trail = trail.then(step.event, step.status, step.at);
        }
        return trail;
    }

    private List<Step> steps(String table, String number, long sequence, @Nullable CaseRef about) {
        SqlValues parameters = new SqlValues().text("number", number).big("sequence", sequence);
        if (about != null) {
            parameters.number("case_id", about.id());
        }
        SqlCommand command = new SqlCommand().add((about == null ? OF_ORDER : OF_CASE).formatted(table), parameters);
        return session.read(
                "reading the trail of order " + number, connection -> command.list(connection, TrailLoader::step));
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getString("kind").equals(ActivityKind.MIGRATION.code()) ? Migration.EVENT : row.getString("event"),
                row.getString("to_status"),
                EpochMicros.instant(row.getLong("at_time")));
    }

    private record Step(String event, String status, Instant at) {}
}
