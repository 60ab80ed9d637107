package dev.orderly.check;

import dev.orderly.check.DefinedNames.Kind;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.List;

/** Finds names in transitions that nothing declares, and conditions that make no sense. */
final class TransitionChecks {

    private final DefinedNames names;
    private final ProblemCollector problems;
    private final AmountChecks amounts;
    private boolean hasParcels;

    TransitionChecks(DefinedNames names, ProblemCollector problems) {
        this.names = names;
        this.problems = problems;
        this.amounts = new AmountChecks(names, problems);
    }

    void run(Workflow workflow) {
        hasParcels = workflow.parcels() != null;
        boolean started = false;
        for (int i = 0; i < workflow.transitions().size(); i++) {
            Transition transition = workflow.transitions().get(i);
            started |= transition.isInitial();
            check(transition, "transitions/" + i);
        }
        if (!started) {
            problems.add(
                    ProblemCode.NO_START,
                    "transitions",
                    "no transition starts an order: add one without \"from\", such as place");
        }
    }

    private void check(Transition transition, String path) {
        names.expect(Kind.STATUS, transition.from(), path + "/from", problems);
        names.expect(Kind.STATUS, transition.to(), path + "/to", problems);
        roles(transition, path);
        for (Condition condition : transition.conditions()) {
            check(condition, path + "/" + condition.kind().key());
        }
        names.expect(Kind.FIELD, transition.takes(), path + "/takes", problems);
        checklist(transition, path + "/checklist");
        amounts.changes(transition, path);
        items(transition, path);
        TimeLimitChecks.check(transition.after(), names, path + "/after", problems);
    }

    private void check(Condition condition, String path) {
        switch (condition.kind().shape()) {
            case FIELDS -> tests(condition, path);
            case LIMIT -> TimeLimitChecks.check((TimeLimit) condition.content(), names, path, problems);
            case NAMES -> {
                if (condition.basis() == Condition.Basis.DATA) {
                    names.expect(Kind.FIELD, (String) condition.content(), path, problems);
                }
            }
            case ITEMS -> names.expect(Kind.ITEM_STATUS, ((ItemCondition) condition).statuses(), path, problems);
            case FLOWS, FLAG -> {}
        }
    }

    private void tests(Condition condition, String path) {
        if (condition instanceof FieldComparison comparison) {
            amounts.comparison(comparison, path);
        } else {
            ConditionChecks.check(List.of((FieldCondition) condition), names, path, problems);
        }
    }

    private void items(Transition transition, String path) {
        ItemMove move = transition.itemMove();
        if (move != null) {
            names.expect(Kind.ITEM_STATUS, move.from(), path + "/items/from", problems);
            names.expect(Kind.ITEM_STATUS, move.to(), path + "/items/to", problems);
        }
        if (transition.isInitial() && (move != null || !transition.whenItems().isEmpty())) {
            problems.add(
                    ProblemCode.WRONG_CONDITION,
                    path + (move == null ? "/when-items" : "/items"),
                    "the units of a new order are where the first item status says: a start can neither move them nor"
                            + " ask where they are");
        }
        if (transition.parcel() && (move == null || !hasParcels)) {
            problems.add(
                    ProblemCode.WRONG_CONDITION,
                    path + "/parcel",
                    move == null
                            ? "\"parcel\" puts the units that move into a parcel, but none do: add \"items\""
                            : "\"parcel\" needs to know which field has the tracking number: say so under \"parcels\"");
        }
    }

    private void roles(Transition transition, String path) {
        boolean deadline = transition.after() != null && transition.allows(Workflow.SYSTEM);
        for (String role : transition.by()) {
            boolean firesByItself = deadline || transition.automatic();
            if (!firesByItself || !role.equals(Workflow.SYSTEM)) {
                names.expect(Kind.ROLE, role, path + "/by", problems);
            }
        }
        if (deadline && !names.declares(Kind.ROLE, Workflow.SYSTEM)) {
            problems.add(
                    ProblemCode.UNKNOWN_ROLE,
                    path + "/after",
                    "the deadline of \"" + transition.event()
                            + "\" fires as role system, which is not declared: add it under \"roles\"");
        }
        if (transition.automatic() && !names.declares(Kind.ROLE, Workflow.SYSTEM)) {
            problems.add(
                    ProblemCode.UNKNOWN_ROLE,
                    path + "/automatic",
                    "\"" + transition.event()
                            + "\" fires as role system, which is not declared: add it under \"roles\"");
        }
        for (NotificationRule rule : transition.notifications()) {
            names.expect(Kind.ROLE, rule.to(), path + "/notify", problems);
        }
    }

    private void checklist(Transition transition, String path) {
        names.expect(Kind.FIELD, transition.checklist(), path, problems);
        for (String name : transition.checklist()) {
            Field field = names.field(name);
            if (field != null && field.type() != FieldType.YES_NO) {
                problems.add(
                        ProblemCode.WRONG_CONDITION,
                        path,
                        "field " + field.name() + " has type " + field.type().code()
                                + ": only yes-no fields can be ticked on a checklist");
            }
        }
    }
}
