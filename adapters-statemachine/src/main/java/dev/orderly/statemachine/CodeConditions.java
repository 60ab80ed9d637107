package dev.orderly.statemachine;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The guards of one transition, in the shop's own code. */
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

    List<Reason> objections(RequestFacts facts) {
        List<Reason> objections = new ArrayList<>();
        guards.forEach((name, guard) -> answer(name, guard, facts).ifPresent(objections::add));
        return objections;
    }

    private static Optional<Reason> answer(String name, Guard guard, RequestFacts facts) {
        Optional<Reason> answer;
        try {
            answer = guard.objection(facts.order(), facts.request());
        } catch (RuntimeException e) {
            throw new IllegalStateException(failed(name, facts) + ": a guard must answer, not throw", e);
        }
        if (answer == null) {
            throw new IllegalStateException(
                    failed(name, facts) + ": it must answer with an Optional, but answered null");
        }
        return answer;
    }

    private static String failed(String name, RequestFacts facts) {
        return "guard \"" + name + "\" failed for event \"" + facts.request().event() + "\" of order " + facts.number();
    }
}
