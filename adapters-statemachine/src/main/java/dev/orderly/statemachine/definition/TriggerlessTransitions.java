package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.ImportOptions.StatePair;
import dev.orderly.statemachine.definition.MachineModel.InRegions;
import dev.orderly.statemachine.definition.MachineModel.Move;
import dev.orderly.statemachine.definition.MachineModel.Way;
import dev.orderly.workflow.Workflow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names the events of transitions that need none, which a sweep of orders fires, or the shop where they wait for regions,
 * and says what that changes.
 */
final class TriggerlessTransitions<S, E> {

    private static final String ADVICE = "call Orders.sweep() often enough; name the event with automatic(…)";

    private final MachineModel<S, E> definition;
    private final ImportOptions<S, E> options;
    private final NameMapper<E> events;
    private final List<ImportNote> changes;
    private final Set<String> taken = new HashSet<>();
    private final Map<Object, String> names = new HashMap<>();

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

    /** The event of a way; all ways of one move have the same, and so have all that wait for one join. */
    String event(Way<S, E> way) {
        Move<S, E> move = way.move();
        String chosenName = options.automatic
                .get(new StatePair<>(move.source(), move.end()))
                .orElse(null);
        Object key = chosenName == null && way.region() == InRegions.JOIN ? move.source() : move;
        String known = names.get(key);
        String name = known == null ? name(way, chosenName) : known;
        names.put(key, name);
        note(way, name);
        return name;
    }

    private String name(Way<S, E> way, @Nullable String chosenName) {
        String wanted = chosenName == null ? derived(way) : chosenName;
        String name = wanted;
        for (int i = 2; events.isTaken(name) || !taken.add(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    private String derived(Way<S, E> way) {
        Move<S, E> move = way.move();
        if (!move.name().isEmpty()) {
            return NameMapper.plain(move.name());
        }
        return way.region() == InRegions.JOIN
                ? NameMapper.plain(move.source())
                : NameMapper.plain(move.source()) + "-to-" + NameMapper.plain(move.end());
    }

    private void note(Way<S, E> way, String name) {
        Move<S, E> move = way.move();
        ImportNote note;
        if (way.region() != InRegions.NOTHING) {
            note = new ImportNote(
                    Kind.REGION,
                    move.text(),
                    "is the event \"" + name + "\", which the role " + Workflow.SYSTEM + " fires in " + way.source()
                            + ", for an order does not know " + awaited(way),
                    "fire it from where the regions are done; name the event with automatic(…)");
        } else if (move.period() == null) {
            note = new ImportNote(Kind.ANONYMOUS, move.text(), anonymous(move, name), ADVICE);
        } else {
            note = new ImportNote(Kind.TIMER, move.text(), timer(move, name), ADVICE);
        }
        add(note);
    }

    /** What a way out of regions waits for. */
    static String awaited(Way<?, ?> way) {
        return switch (way.region()) {
            case STATE -> "whether one of its regions is in " + way.move().source();
            case JOIN -> "whether its regions are where the join waits for them";
            case END, NOTHING -> "when its regions are done";
        };
    }

    private void add(ImportNote note) {
        if (!changes.contains(note)) {
            changes.add(note);
        }
    }

    /** A machine that leaves a state for itself begins to count anew, which an order does not. */
    void restart(Way<S, E> way) {
        boolean timed = definition.ways().stream()
                .anyMatch(w -> w.move().period() != null
                        && w.move().count() > 0
                        && w.source().equals(way.source()));
        if (timed
                && way.target() != null
                && !way.target().isChoice()
                && way.source().equals(way.target().id())) {
            add(new ImportNote(
                    Kind.TIMER,
                    way.move().text(),
                    "a state machine begins to count the time in " + way.source()
                            + " anew; an order that stays counts on",
                    "lead it to a status of its own if the time must begin anew"));
        }
    }

    private static String anonymous(Move<?, ?> move, String name) {
        String text = "is the event \"" + name + "\", which the next sweep fires; until then the order is in "
                + move.source();
        return move.guard() == null
                ? text
                : text + "; its guard is asked by every sweep, not only once, and sees no message";
    }

    private String timer(Move<S, E> move, String name) {
        String text = "is the event \"" + name + "\", which the first sweep after that time fires";
        if (move.count() == 0) {
            text +=
                    "; a machine ticks from its start on, the first time at once, so that it would happen at the next tick;"
                            + " an order waits for the whole time";
        } else if (move.count() > 1) {
            text += "; that it would be tried " + move.count() + " times is not carried over";
        }
        if (definition.composites().containsKey(move.source())) {
            text += "; a machine counts the time in " + move.source()
                    + " as a whole, an order anew in each of the states within it";
        }
        return move.guard() == null
                ? text
                : text + "; its guard is asked by every sweep from then on, not only once, and sees no message";
    }
}
