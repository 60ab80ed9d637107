package dev.orderly.testkit.internal.workflow;

import dev.orderly.check.Checker;
import dev.orderly.check.Problem;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** Takes out of a workflow what the checker calls an error, so that a random one need not be thrown away for it. */
final class ErrorRemover {

    private ErrorRemover() {}

    /**
     * The part of a workflow that is lawful.
     *
     * @throws IllegalStateException if an error is in something else than a transition or a never rule
     */
    static Workflow part(Workflow workflow) {
        Workflow lawful = workflow;
        List<String> wrong = wrong(lawful);
        while (!wrong.isEmpty()) {
            lawful = without(wrong, lawful);
            wrong = wrong(lawful);
        }
        return lawful;
    }

    /** The places of all errors, each as {@code transitions/3} or {@code never/0}. */
    private static List<String> wrong(Workflow workflow) {
        List<String> places = new ArrayList<>();
        for (Problem problem : Checker.check(workflow)) {
            if (problem.severity() == Problem.Severity.ERROR) {
                places.add(place(problem));
            }
        }
        return places;
    }

    private static String place(Problem problem) {
        String[] path = problem.path().split("/", -1);
        if (path.length < 2 || !(path[0].equals("transitions") || path[0].equals("never"))) {
            throw new IllegalStateException("a random workflow is wrong in a way that cannot be mended: " + problem);
        }
        return path[0] + "/" + path[1];
    }

    private static Workflow without(List<String> places, Workflow workflow) {
        List<Transition> transitions = left(workflow.transitions(), "transitions/", places);
        List<NeverRule> never = left(workflow.never(), "never/", places);
        return workflow.withTransitions(transitions).withNever(never);
    }

    private static <T> List<T> left(List<T> parts, String prefix, List<String> places) {
        List<T> left = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!places.contains(prefix + i)) {
                left.add(parts.get(i));
            }
        }
        return left;
    }
}
