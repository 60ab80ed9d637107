package dev.orderly.testkit.internal.workflow;

import dev.orderly.check.Checker;
import dev.orderly.check.Problem;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Takes out of a workflow what the checker calls an error, so that a random one need not be thrown away for it; and what makes its
 * way out uncertain, since each order shall have one.
 */
final class ErrorRemover {

    private static final Pattern PLACE = Pattern.compile("^(?:(?:flows/[^/]+/)?transitions|never)/\\d+");

    private static final String UNCERTAIN = "uncertain-way-out";

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

    /**
     * The places of errors, each as {@code transitions/3} or {@code never/0}. What happens by itself may come before the way out
     * that each order has: so automatic transitions go first, those with an error and then the last of them.
     */
    private static List<String> wrong(Workflow workflow) {
        List<String> places = new ArrayList<>();
        boolean isMendable = true;
        for (Problem problem : Checker.check(workflow)) {
            if (problem.severity() == Problem.Severity.ERROR || problem.code().equals(UNCERTAIN)) {
                Matcher place = PLACE.matcher(problem.path());
                boolean isThere = place.find();
                isMendable &= isThere;
                places.add(isThere ? place.group() : problem.path());
            }
        }
        List<String> automatic = automatic(workflow);
        if (places.isEmpty() || (isMendable && automatic.isEmpty())) {
            return places;
        }
        if (automatic.isEmpty()) {
            throw new IllegalStateException("a random workflow is wrong in a way that cannot be mended: " + places);
        }
        List<String> wrongAutomatic =
                places.stream().filter(automatic::contains).toList();
        return wrongAutomatic.isEmpty() ? List.of(automatic.get(automatic.size() - 1)) : wrongAutomatic;
    }

    private static List<String> automatic(Workflow workflow) {
        List<String> places = new ArrayList<>(automatic(workflow, ""));
        workflow.flows().forEach(flow -> places.addAll(automatic(flow.workflow(), prefix(flow))));
        return places;
    }

    private static List<String> automatic(Workflow part, String prefix) {
        return IntStream.range(0, part.transitions().size())
                .filter(i -> part.transitions().get(i).automatic())
                .mapToObj(i -> prefix + "transitions/" + i)
                .toList();
    }

    private static String prefix(CaseType flow) {
        return "flows/" + flow.name() + "/";
    }

    private static Workflow without(List<String> places, Workflow workflow) {
        List<Transition> transitions = left(workflow.transitions(), "transitions/", places);
        List<NeverRule> never = left(workflow.never(), "never/", places);
        WorkflowBuilder<String, String> less = workflow.withTransitions(transitions).withNever(never).toBuilder();
        for (CaseType flow : workflow.flows()) {
            List<Transition> ways = left(flow.workflow().transitions(), prefix(flow) + "transitions/", places);
            less.flow(flow.name(), flow.label(), flow.workflow().withTransitions(ways));
        }
        return less.build();
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
