package dev.orderly.file;

import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads a workflow from a file's nodes. It continues after a mistake, so that all mistakes are found in one run; a
 * workflow with mistakes serves for checking only.
 */
final class WorkflowReader {

    private static final List<String> PARTS =
            List.of("fields", "statuses", "customer-statuses", "events", "transitions", "never");
    private static final List<String> TOP = concat(
            concat(
                    List.of("$schema", "workflow", "version", "extends", "remove", "languages", "roles", "calendar"),
                    PARTS),
            List.of("items", "flows", "cases", "carriers", "parcels", "conversation", "suppress"));
    private static final List<String> CASE = concat(List.of("label", "open-in"), PARTS);
    private static final List<String> FLOW = List.of("label", "statuses", "customer-statuses", "events", "transitions");

    /** Stands for a name that is missing or wrong, so that the rest can still be checked. */
    private static final String UNNAMED = "unnamed";

    private final FileProblems problems;
    private final SourceMap sourceMap;
    private final PartReader parts;
    private final SettingsReader settings;
    private final TransitionReader transitions;
    private final ItemReader items;

    WorkflowReader(FileProblems problems, SourceMap sourceMap) {
        this.problems = problems;
        this.sourceMap = sourceMap;
        this.parts = new PartReader(problems);
        this.settings = new SettingsReader(problems);
        this.transitions = new TransitionReader(problems);
        this.items = new ItemReader(problems);
    }

    Workflow read(Node root) {
        MappingReader top = MappingReader.of(root, "the workflow", problems);
        if (!top.allow(TOP)) {
            problems.missing(ErrorRecovery.CONDITION);
        }
        String name = top.required("workflow").filter(n -> validName(top, n)).orElse(UNNAMED);
        WorkflowBuilder<String, String> workflow = Workflow.builder(name)
                .version(version(top))
                .languages(settings.languages(top))
                .roles(settings.roles(top))
                .calendar(settings.calendar(top));
        parts(workflow, top, "");
        named(top, "flows", ErrorRecovery.CONDITION, this::flow).forEach(workflow::caseType);
        named(top, "cases", ErrorRecovery.CONDITION, (caseName, node) -> Optional.of(caseType(caseName, node)))
                .forEach(workflow::caseType);
        named(top, "carriers", ErrorRecovery.CARRIER, settings::carrier).forEach(workflow::carrier);
        list(top, "suppress", "", several(settings::suppression)).forEach(workflow::suppress);
        return workflow.items(items.rules(top))
                .parcels(settings.parcels(top))
                .conversation(settings.conversation(top))
                .build();
    }

    private Optional<CaseType> flow(String name, Node node) {
        MappingReader mapping = MappingReader.of(node, "the flow \"" + name + "\"", problems);
        mapping.allow(FLOW);
        WorkflowBuilder<String, String> workflow = Workflow.builder(name);
        parts(workflow, mapping, "flows/" + name + "/");
        return Optional.of(CaseType.flow(name, workflow.build()).withLabel(mapping.localText("label")));
    }

    private CaseType caseType(String name, Node node) {
        MappingReader mapping = MappingReader.of(node, "the case \"" + name + "\"", problems);
        mapping.allow(CASE);
        mapping.require("open-in");
        WorkflowBuilder<String, String> workflow = Workflow.builder(name);
        parts(workflow, mapping, "cases/" + name + "/");
        return CaseType.of(name, workflow.build())
                .withLabel(mapping.localText("label"))
                .withOpenIn(mapping.texts("open-in"));
    }

    /** Adds what an order's workflow and a case's each have of their own. */
    private void parts(WorkflowBuilder<String, String> workflow, MappingReader top, String path) {
        for (String key : List.of("statuses", "transitions")) {
            if (!top.has(key)) {
                top.require(key);
                problems.missing(key.equals("statuses") ? ErrorRecovery.STATUS : ErrorRecovery.TRANSITION);
            }
        }
        List<Status> statuses = named(top, "statuses", ErrorRecovery.STATUS, parts::status);
        if (statuses.isEmpty()) {
            problems.missing(ErrorRecovery.STATUS);
            top.node("statuses")
                    .filter(node ->
                            node instanceof Node.Mapping map && map.entries().isEmpty())
                    .ifPresent(node -> top.invalid("statuses", "\"statuses\" is empty: name at least one status"));
        }
        statuses.forEach(workflow::status);
        named(top, "fields", ErrorRecovery.FIELD, parts::field).forEach(workflow::field);
        named(top, "customer-statuses", ErrorRecovery.CUSTOMER_STATUS, parts::customerStatus)
                .forEach(workflow::customerStatus);
        named(top, "events", ErrorRecovery.CONDITION, parts::event).forEach(workflow::eventLabel);
        list(top, "transitions", path, node -> transitions.transitions(node, statuses))
                .forEach(workflow::transition);
        list(top, "never", path, several(transitions::never)).forEach(workflow::never);
    }

    private <T> List<T> named(
            MappingReader top, String key, ErrorRecovery part, BiFunction<String, Node, Optional<T>> read) {
        List<T> items = new ArrayList<>();
        for (Map.Entry<String, Node> entry : top.named(key, part).entrySet()) {
            Optional<T> item = read.apply(entry.getKey(), entry.getValue());
            item.ifPresentOrElse(items::add, () -> problems.missing(part));
        }
        return items;
    }

    /** The items of a list, each of which may stand for several: a problem of one of them is found where it stands. */
    private <T> List<T> list(MappingReader top, String key, String path, Function<Node, List<T>> read) {
        List<T> items = new ArrayList<>();
        for (Node node : top.items(key)) {
            for (T item : read.apply(node)) {
                sourceMap.set(path + key + "/" + items.size(), node);
                items.add(item);
            }
        }
        return items;
    }

    private static <T> Function<Node, List<T>> several(Function<Node, Optional<T>> read) {
        return read.andThen(item -> item.map(List::of).orElse(List.of()));
    }

    private static boolean validName(MappingReader top, String name) {
        boolean valid = Name.isValid(name);
        if (!valid) {
            top.invalid("workflow", MappingReader.noName(name));
        }
        return valid;
    }

    private static int version(MappingReader top) {
        top.require("version");
        return top.parsed("version", text -> {
                    if (!text.matches("[1-9]\\d{0,8}")) {
                        throw new IllegalArgumentException(Node.quoted(text) + " is no whole number from 1");
                    }
                    return Integer.valueOf(text);
                })
                .orElse(1);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
