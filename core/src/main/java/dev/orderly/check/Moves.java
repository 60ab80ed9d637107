package dev.orderly.check;

import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All moves of a workflow, with the precedences among them. */
final class Moves {

    private final List<Move> all = new ArrayList<>();
    private final List<List<Precedence>> precedences = new ArrayList<>();
    private final List<List<Move>> leaving = new ArrayList<>();
    private final List<List<Move>> automatic = new ArrayList<>();

    Moves(Workflow workflow, StatusIndex statusIndex, Domains domains, ItemIndex items, DefinedNames names) {
        for (int position = 0; position < statusIndex.size(); position++) {
            leaving.add(new ArrayList<>());
        }
        for (int i = 0; i < workflow.transitions().size(); i++) {
            Move move = new Move(i, workflow, statusIndex, domains, items, names);
            all.add(move);
            precedences.add(precedences(move, domains));
            move.from().stream().forEach(position -> leaving.get(position).add(move));
        }
        leaving.forEach(moves -> automatic.add(automatic(moves)));
    }

    /** By event, those of an earlier one first, as they are tried. */
    private static List<Move> automatic(List<Move> moves) {
        Map<String, List<Move>> byEvent = new LinkedHashMap<>();
        for (Move move : moves) {
            if (move.transition.automatic()) {
                byEvent.computeIfAbsent(move.transition.event(), event -> new ArrayList<>())
                        .add(move);
            }
        }
        return byEvent.values().stream().flatMap(List::stream).toList();
    }

    /** The earlier moves out of the same statuses that can be taken instead. */
    private List<Precedence> precedences(Move later, Domains domains) {
        return earlier(later).stream()
                .filter(move -> Precedence.isPossible(move, later, domains))
                .map(move -> new Precedence(move, later))
                .toList();
    }

    List<Move> all() {
        return all;
    }

    Move get(int index) {
        return all.get(index);
    }

    /** The moves out of a status, in the order in which they are tried. */
    List<Move> leaving(int position) {
        return leaving.get(position);
    }

    /** The moves out of the same statuses that come first in the file. */
    Set<Move> earlier(Move later) {
        Set<Move> earlier = new LinkedHashSet<>();
        later.from().stream()
                .forEach(position -> leaving.get(position).stream()
                        .filter(move -> move.index < later.index)
                        .forEach(earlier::add));
        return earlier;
    }

    /** The automatic moves out of a status, in the order in which they are tried. */
    List<Move> automatic(int position) {
        return automatic.get(position);
    }

    /** The earlier alternatives to a move, from a status, about which amounts decide that are not followed. */
    List<Move> uncertainRivals(Move later, int position) {
        return leaving.get(position).stream()
                .filter(move -> move.index < later.index && move.isRivalOf(later) && move.isDecidedByAmounts())
                .toList();
    }

    /** The earlier alternatives that can be taken instead of a move, from any status. */
    List<Precedence> precedences(Move later) {
        return precedences.get(later.index);
    }
}
