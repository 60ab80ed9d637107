package dev.orderly.check;

import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All moves of a workflow, and which of them compete. */
final class Moves {

    private final List<Move> all = new ArrayList<>();
    private final List<List<Precedence>> rivalries = new ArrayList<>();
    private final List<List<Move>> leaving = new ArrayList<>();

    Moves(Workflow workflow, StatusIndex places, Domains domains) {
        for (int place = 0; place < places.size(); place++) {
            leaving.add(new ArrayList<>());
        }
        for (int i = 0; i < workflow.transitions().size(); i++) {
            Move move = new Move(i, workflow, places, domains);
            all.add(move);
            rivalries.add(rivalries(move, domains));
            move.from().stream().forEach(place -> leaving.get(place).add(move));
        }
    }

    /** The earlier moves out of the same places that can take its own. */
    private List<Precedence> rivalries(Move later, Domains domains) {
        Set<Move> earlier = new LinkedHashSet<>();
        later.from().stream().forEach(place -> earlier.addAll(leaving.get(place)));
        return earlier.stream()
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

    /** The moves out of a place, in the order in which they are tried. */
    List<Move> leaving(int place) {
        return leaving.get(place);
    }

    /** The earlier alternatives that can take the place of a move, wherever they lead from. */
    List<Precedence> rivalries(Move later) {
        return rivalries.get(later.index);
    }
}
