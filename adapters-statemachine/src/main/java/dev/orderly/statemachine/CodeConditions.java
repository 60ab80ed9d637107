package dev.orderly.statemachine;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the shop's own code says to one transition. */
final class CodeConditions {

    private final Map<String, Guard> guards = new LinkedHashMap<>();

    CodeConditions(Transition transition, Map<String, Guard> given) {
        for (String name : transition.guards()) {
            Guard guard = given.get(name);
            if (guard == null) {
                throw new IllegalArgumentException("no guard \"" + name + "\" was given, which the transition \""
                        + transition + "\" asks; given are: " + given.keySet());
            }
            guards.put(name, guard);
        }
    }

    List<Reason> objections(RequestFacts offer) {
        List<Reason> objections = new ArrayList<>();
        guards.forEach((name, guard) -> answer(name, guard, offer).ifPresent(objections::add));
        return objections;
    }

    private static Optional<Reason> answer(String name, Guard guard, RequestFacts offer) {
        Optional<Reason> answer;
        try {
            answer = guard.objection(offer.order(), offer.request());
        } catch (RuntimeException e) {
            throw new IllegalStateException(failed(name, offer) + ": a guard must answer, not throw", e);
        }
        if (answer == null) {
            throw new IllegalStateException(
                    failed(name, offer) + ": it must answer with an Optional, but answered null");
        }
        return answer;
    }

    private static String failed(String name, RequestFacts offer) {
        return "guard \"" + name + "\" failed for event \"" + offer.request().event() + "\" of order " + offer.number();
    }
}
