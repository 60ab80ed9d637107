package dev.orderly.cli.replay;

import dev.orderly.order.Actor;
import java.util.HashMap;
import java.util.Map;

/** Reads actors, {@code role} or {@code role:id}; the few that a log usually has are made once. */
final class Actors {

    private static final int KEPT = 1_000;

    private final Map<String, Actor> known = new HashMap<>();

    /**
     * The actor that a text means.
     *
     * @throws IllegalArgumentException if the text does not begin with a role
     */
    Actor read(String text) {
        Actor actor = known.get(text);
        if (actor == null) {
            actor = parse(text);
            if (known.size() < KEPT) {
                known.put(text, actor);
            }
        }
        return actor;
    }

    private static Actor parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon == text.length() - 1) {
            return Actor.of(colon < 0 ? text : text.substring(0, colon));
        }
        return Actor.of(text.substring(0, colon), text.substring(colon + 1));
    }
}
