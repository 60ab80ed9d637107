package dev.orderly.workflow;

import java.util.List;

/**
 * A kind of case that can be opened on an order, such as an incident or a return: a small workflow of its own.
 *
 * @param name the kind's name
 * @param label what people call it
 * @param openIn the statuses of the order in which a case can be opened
 * @param workflow the case's own statuses and transitions; a case in a status that is not done is open. As a part of an
 *     order's workflow, it has that one's version, languages, roles and calendar, and the name of the case
 */
public record CaseType(String name, LocalText label, List<String> openIn, Workflow workflow) {

    public CaseType {
        Name.require("case", name);
        openIn = List.copyOf(openIn);
    }

    CaseType partOf(int version, List<String> languages, List<String> roles, WorkCalendar calendar) {
        Workflow part = new Workflow(
                name,
                version,
                languages,
                roles,
                calendar,
                workflow.fields(),
                workflow.statuses(),
                workflow.customerStatuses(),
                workflow.events(),
                workflow.transitions(),
                workflow.never(),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
        return new CaseType(name, label, openIn, part);
    }
}
