package dev.orderly.check;

import dev.orderly.check.Problem.Severity;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** The static checker of workflows. It finds every problem at once; the same workflow gives the same problems. */
public final class Checker {

    private static final CheckedWorkflows CHECKED = new CheckedWorkflows();
    private static final String NO_LINES = "a case has no lines, and so no total of them";

    private Checker() {}

    /**
     * Every problem of a workflow and of its cases, in the order of a workflow file, without those that it suppresses. An
     * instance is checked once; asked again, the same list is given.
     *
     * @return an unmodifiable list; empty if there is no problem
     */
    public static List<Problem> check(Workflow workflow) {
        return CHECKED.problems(workflow, Checker::find);
    }

    private static List<Problem> find(Workflow workflow) {
        ProblemCollector problems = new ProblemCollector();
        parts(workflow, workflow, problems);
        if (workflow.flows().isEmpty()) {
            paths(workflow, new DefinedNames(workflow, workflow), problems);
        } else {
            FlowChecks flows = new FlowChecks(workflow, problems);
            flows.declarations();
            flows.paths();
        }
        List<Problem> found = new ArrayList<>(problems.found());
        for (CaseType type : workflow.flows()) {
            ProblemCollector own = new ProblemCollector();
            parts(type.workflow(), workflow, own);
            found.addAll(prefixed("flows/" + type.name(), type.workflow(), own));
        }
        for (CaseType type : workflow.cases()) {
            ProblemCollector own = new ProblemCollector();
            parts(type.workflow(), workflow, own);
            paths(type.workflow(), new DefinedNames(type.workflow(), workflow), own);
            found.addAll(prefixed("cases/" + type.name(), type.workflow(), own));
            found.addAll(beyondCases(type));
        }
        List<Problem> left = Suppressions.apply(workflow.suppressions(), found);
        if (left.size() > 1) {
            left.sort(new DocumentOrder(workflow));
        }
        return List.copyOf(left);
    }

    /** What is said by a workflow, or by one of its flows or cases, looked at by itself. */
    private static void parts(Workflow part, Workflow whole, ProblemCollector problems) {
        DefinedNames names = new DefinedNames(part, whole);
        new FieldChecks(names, problems).run(part, whole);
        new NameChecks(part, names, problems).run();
        new TransitionChecks(names, problems).run(part);
        new CountdownChecks(part, names, problems).run();
        new TextChecks(part, names, problems).run();
        new OutcomeChecks(problems).run(part, whole);
        new AutomaticChecks(problems).declarations(part);
        FlowChecks.conditions(part, whole, problems);
    }

    /**
     * Requires that a workflow can run.
     *
     * @throws InvalidWorkflowException with every problem, if one of them is an error
     */
    public static void require(Workflow workflow) {
        List<Problem> problems = check(workflow);
        for (Problem problem : problems) {
            if (problem.severity() == Severity.ERROR) {
                throw new InvalidWorkflowException(workflow, problems);
            }
        }
    }

    private static void paths(Workflow workflow, DefinedNames names, ProblemCollector problems) {
        Analysis analysis = new Analysis(workflow, names);
        DeadlineChecks deadlines = new DeadlineChecks(analysis, problems);
        new PathChecks(analysis, problems).run(workflow);
        deadlines.run();
        new AutomaticChecks(problems).circles(analysis);
        if (analysis.isComplete()) {
            WaysTo done = WaysTo.ends(analysis, analysis::isFinished);
            new StuckChecks(analysis, done, problems).run();
            if (OutcomeChecks.hasSuccess(workflow)) {
                new SuccessChecks(analysis, done, problems).run();
            }
            new AlternativeChecks(analysis, problems).run(analysis, deadlines);
            new OverlapChecks(analysis, problems).run();
            new NeverChecks(analysis, names, problems).run(workflow);
        } else {
            problems.add(
                    ProblemCode.ANALYSIS_LIMITED,
                    "",
                    "the conditions make too many combinations of values to try all of them, so that never rules,"
                            + " overlaps and orders stuck or failed by their data are not looked for: use fewer fields in"
                            + " conditions");
        }
    }

    /** Conditions that only an order can meet, on the transitions of a case. */
    private static List<Problem> beyondCases(CaseType type) {
        List<Problem> found = new ArrayList<>();
        for (Field field : type.workflow().fields()) {
            for (FieldComparison bound : field.comparisons()) {
                if (!bound.other().isField()) {
                    found.add(ProblemCode.WRONG_CONDITION.problem(
                            "cases/" + type.name() + "/fields/" + field.name() + "/"
                                    + bound.operator().code(),
                            NO_LINES));
                }
            }
        }
        List<Transition> transitions = type.workflow().transitions();
        for (int i = 0; i < transitions.size(); i++) {
            if (transitions.get(i).itemMove() != null) {
                found.add(ProblemCode.WRONG_CONDITION.problem(
                        "cases/" + type.name() + "/transitions/" + i + "/items",
                        "a case has no units of its own: move them by a transition of the order"));
            }
            String path = "cases/" + type.name() + "/transitions/" + i + "/";
            for (FieldChange change : transitions.get(i).changes()) {
                Reference reference = change.reference();
                if (reference != null && !reference.isField()) {
                    found.add(ProblemCode.WRONG_CONDITION.problem(
                            path + change.operation().key() + "/" + change.field(), NO_LINES));
                }
            }
            for (Condition condition : transitions.get(i).conditions()) {
                String problem = condition.problemInCase();
                if (problem != null) {
                    found.add(ProblemCode.WRONG_CONDITION.problem(
                            path + condition.kind().key(), problem));
                }
            }
        }
        return found;
    }

    private static List<Problem> prefixed(String prefix, Workflow part, ProblemCollector own) {
        return own.found().stream()
                .sorted(new DocumentOrder(part))
                .map(problem -> prefixed(prefix, problem))
                .toList();
    }

    private static Problem prefixed(String prefix, Problem problem) {
        String path = problem.path().isEmpty() ? prefix : prefix + "/" + problem.path();
        return new Problem(problem.severity(), problem.code(), problem.message(), path);
    }
}
