package dev.orderly.statemachine.definition;

import dev.orderly.decision.Request;
import dev.orderly.statemachine.definition.ImportNote.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an order begins where a persisted machine stopped: the request with which to place it, and what of the machine it
 * does not tell.
 *
 * @param machineId the id of the machine; null where the context has none
 * @param request places the order: {@code orders.place(number, takeOver.request())}
 * @param notes what the order does not get, item by item; unmodifiable
 */
public record MigrationStart(@Nullable String machineId, Request request, List<ImportNote> notes) {

    /** The event by which an order begins in the middle. */
    public static final String EVENT = "take-over";

    /** The field that says in which status it begins. */
    public static final String FIELD = "taken-over-in";

    public MigrationStart {
        notes = List.copyOf(notes);
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
