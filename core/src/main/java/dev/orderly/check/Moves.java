package dev.orderly.check;

import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** All moves of a workflow, and which of them compete. */
final class Moves {

    private final List<Move> all = new ArrayList<>();
    private final List<List<Rivalry>> rivalries = new ArrayList<>();
    private final List<List<Move>> leaving = new ArrayList<>();

    Moves(Workflow workflow, Places places, Domains domains) {
        for (int i = 0; i < workflow.transitions().size(); i++) {
            all.add(new Move(i, workflow, places, domains));
            rivalries.add(rivalries(i, domains));
        }
        for (int place = 0; place < places.size(); place++) {
            List<Move> here = new ArrayList<>();
            for (Move move : all) {
                if (move.leaves(place)) {
                    here.add(move);
                }
            }
            leaving.add(here);
        }
    }

    private List<Rivalry> rivalries(int later, Domains domains) {
        List<Rivalry> found = new ArrayList<>();
        for (int earlier = 0; earlier < later; earlier++) {
            if (Rivalry.isPossible(all.get(earlier), all.get(later), domains)) {
                found.add(new Rivalry(all.get(earlier), all.get(later)));
            }
        }
        return found;
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
    List<Rivalry> rivalries(Move later) {
        return rivalries.get(later.index);
    }
}
