package dev.orderly.decision;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What an actor can, or cannot, do with an order now.
 *
 * @param event the event
 * @param targets the statuses that it can lead to; several where its data decide
 * @param needs the fields that must be given with it, or of which some must where its data decide
 * @param takes the fields that may be given with it
 * @param checklist the fields that the actor is asked to tick
 * @param items the units that can move with it, all of them unless the request names some; empty where it moves none
 * @param reasons what speaks against it; empty if it is possible
 */
public record Action(
        String event,
        List<String> targets,
        List<Field> needs,
        List<Field> takes,
        List<Field> checklist,
        List<LineQuantity> items,
        List<Reason> reasons) {

    public Action {
        targets = List.copyOf(targets);
        needs = List.copyOf(needs);
        takes = List.copyOf(takes);
        checklist = List.copyOf(checklist);
        items = List.copyOf(items);
        reasons = List.copyOf(reasons);
    }

    /** What an actor can, or cannot, do without moving units. */
    public Action(
            String event,
            List<String> targets,
            List<Field> needs,
            List<Field> takes,
            List<Field> checklist,
            List<Reason> reasons) {
        this(event, targets, needs, takes, checklist, List.of(), reasons);
    }

    /** The same by an event of another name, with what is then said against it. */
    Action renamed(String name, UnaryOperator<Reason> reason) {
        return new Action(
                name,
                targets,
                needs,
                takes,
                checklist,
                items,
                reasons.stream().map(reason).toList());
    }

    /** Whether it is possible, given the data that it needs. */
    public boolean isPossible() {
        return reasons.isEmpty();
    }

    /** All reasons' sentences in a language; empty if it is possible. */
    public String explain(Workflow workflow, String language) {
        return reasons.stream().map(r -> r.sentence(workflow, language)).collect(Collectors.joining(" "));
    }
}
