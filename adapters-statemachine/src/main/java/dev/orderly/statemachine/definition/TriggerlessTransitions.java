package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.ImportOptions.StatePair;
import dev.orderly.statemachine.definition.MachineModel.Way;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names the events of transitions that need none, which a sweep of orders fires, and says what that changes. */
final class TriggerlessTransitions<S, E> {

    private static final String ADVICE = "call Orders.sweep() often enough; name the event with automatic(…)";

    private final MachineModel<S, E> definition;
    private final ImportOptions<S, E> options;
    private final NameMapper<E> events;
    private final List<ImportNote> changes;
    private final Set<String> taken = new HashSet<>();

    TriggerlessTransitions(
            MachineModel<S, E> definition,
            ImportOptions<S, E> options,
            NameMapper<E> events,
            List<ImportNote> changes) {
        this.definition = definition;
        this.options = options;
        this.events = events;
        this.changes = changes;
        taken.add(options.start);
        taken.add(MigrationStart.EVENT);
    }

    String event(Way<S, E> way) {
        S target = way.target() == null ? way.source() : way.target();
        String chosenName = options.automatic
                .get(new StatePair<>(way.source(), target))
                .orElseGet(() -> way.name().isEmpty()
                        ? NameMapper.plain(way.source()) + "-to-" + NameMapper.plain(target)
                        : NameMapper.plain(way.name()));
        String name = chosenName;
        for (int i = 2; events.isTaken(name) || !taken.add(name); i++) {
            name = chosenName + "-" + i;
        }
        changes.add(
                way.period() == null
                        ? new ImportNote(Kind.ANONYMOUS, way.text(), anonymous(way, name), ADVICE)
                        : new ImportNote(Kind.TIMER, way.text(), timer(way, name), ADVICE));
        return name;
    }

    /** A machine that leaves a state for itself begins to count anew, which an order does not. */
    void restart(Way<S, E> way) {
        boolean timed = definition.ways().stream()
                .anyMatch(w -> w.period() != null && w.count() > 0 && w.source().equals(way.source()));
        if (timed && way.source().equals(way.target())) {
            changes.add(new ImportNote(
                    Kind.TIMER,
                    way.text(),
                    "a state machine begins to count the time in " + way.source()
                            + " anew; an order that stays counts on",
                    "lead it to a status of its own if the time must begin anew"));
        }
    }

    private static String anonymous(Way<?, ?> way, String name) {
        String text =
                "is the event \"" + name + "\", which the next sweep fires; until then the order is in " + way.source();
        return way.guard() == null
                ? text
                : text + "; its guard is asked by every sweep, not only once, and sees no message";
    }

    private static String timer(Way<?, ?> way, String name) {
        String text = "is the event \"" + name + "\", which the first sweep after that time fires";
        if (way.count() == 0) {
            text +=
                    "; a machine ticks from its start on, the first time at once, so that it would happen at the next tick;"
                            + " an order waits for the whole time";
        } else if (way.count() > 1) {
            text += "; that it would be tried " + way.count() + " times is not carried over";
        }
        return way.guard() == null
                ? text
                : text + "; its guard is asked by every sweep from then on, not only once, and sees no message";
    }
}
