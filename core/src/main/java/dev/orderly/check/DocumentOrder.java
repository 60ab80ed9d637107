package dev.orderly.check;

import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.EventLabel;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sorts problems in the order of a workflow file. */
final class DocumentOrder implements Comparator<Problem> {

    private static final List<String> SECTIONS = List.of(
            "",
            "fields",
            "statuses",
            "customer-statuses",
            "events",
            "transitions",
            "never",
            "items",
            "flows",
            "cases",
            "parcels",
            "conversation",
            "suppress");

    private final Map<String, Integer> positions = new HashMap<>();

    DocumentOrder(Workflow workflow) {
        number("fields", workflow.fields().stream().map(Field::name).toList());
        number("statuses", workflow.statuses().stream().map(Status::name).toList());
        number(
                "customer-statuses",
                workflow.customerStatuses().stream().map(CustomerStatus::name).toList());
        number("events", workflow.events().stream().map(EventLabel::event).toList());
        number("flows", workflow.flows().stream().map(CaseType::name).toList());
        number("cases", workflow.cases().stream().map(CaseType::name).toList());
    }

    private void number(String section, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            positions.putIfAbsent(section + "/" + names.get(i), i);
        }
    }

    @Override
    public int compare(Problem a, Problem b) {
        int sections = Integer.compare(section(a), section(b));
        return sections != 0 ? sections : Integer.compare(position(a), position(b));
    }

    private static int section(Problem problem) {
        return SECTIONS.indexOf(problem.path().split("/", 2)[0]);
    }

    private int position(Problem problem) {
        String[] path = problem.path().split("/", 3);
        if (path.length < 2) {
            return -1;
        }
        Integer named = positions.get(path[0] + "/" + path[1]);
        return named != null ? named : path[1].matches("\\d+") ? Integer.parseInt(path[1]) : 0;
    }
}
