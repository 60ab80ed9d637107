package dev.orderly.statemachine.definition;

import dev.orderly.decision.Request;
import dev.orderly.statemachine.definition.ImportNote.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The start of an order where a persisted machine stopped: the request that places it, and notes on what the order does
 * not get from the machine. Immutable.
 */
public final class MigrationStart {

    /** The event by which an order begins where a machine stopped. */
    public static final String EVENT = "migrate";

    /** The field that has the status in which it begins. */
    public static final String FIELD = "migrated-in";

    private final @Nullable String machineId;
    private final Request request;
    private final List<ImportNote> notes;

    MigrationStart(@Nullable String machineId, Request request, List<ImportNote> notes) {
        this.machineId = machineId;
        this.request = request;
        this.notes = List.copyOf(notes);
    }

    /** The id of the machine; null where the context has none. */
    public @Nullable String machineId() {
        return machineId;
    }

    /** The request that places the order: {@code orders.place(number, start.request())}. */
    public Request request() {
        return request;
    }

    /** What the order does not get, one note per item; unmodifiable. */
    public List<ImportNote> notes() {
        return notes;
    }

    static ImportNote variable(Object key) {
        return new ImportNote(
                Kind.LIVE_DATA,
                key.toString(),
                "no field takes this variable of the extended state, so that the order goes without it",
                "declare it with field(…) before the import");
    }

    static ImportNote lastEvent(Object event) {
        return new ImportNote(
                Kind.LIVE_DATA,
                event.toString(),
                "the last event of the machine is not in the history of the order, which begins with \"" + EVENT + "\"",
                "");
    }
}
