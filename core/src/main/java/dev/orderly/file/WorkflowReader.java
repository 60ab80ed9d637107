package dev.orderly.file;

import dev.orderly.workflow.Carrier;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.ConversationRules;
import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.EventLabel;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Suppression;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
            List.of("cases", "carriers", "parcels", "conversation", "suppress"));
    private static final List<String> CASE = concat(List.of("label", "open-in"), PARTS);

    /** Stands for a name that is missing or wrong, so that the rest can still be checked. */
    private static final String UNNAMED = "unnamed";

    private final FileProblems problems;
    private final SourceMap sourceMap;
    private final PartReader parts;
    private final SettingsReader settings;
    private final TransitionReader transitions;

    WorkflowReader(FileProblems problems, SourceMap sourceMap) {
        this.problems = problems;
        this.sourceMap = sourceMap;
        this.parts = new PartReader(problems);
        this.settings = new SettingsReader(problems);
        this.transitions = new TransitionReader(problems);
    }

    Workflow read(Node root) {
        MappingReader top = MappingReader.of(root, "the workflow", problems);
        if (!top.allow(TOP)) {
            problems.missing(ErrorRecovery.CONDITION);
        }
        String name = top.required("workflow").filter(n -> validName(top, n)).orElse(UNNAMED);
        Shared shared = new Shared(version(top), settings.languages(top), settings.roles(top), settings.calendar(top));
        Parts own = parts(top, "");
        return own.assemble(
                name,
                shared,
                named(
                        top,
                        "cases",
                        ErrorRecovery.CONDITION,
                        (caseName, node) -> Optional.of(caseType(caseName, node, shared))),
                named(top, "carriers", ErrorRecovery.CARRIER, settings::carrier),
                settings.parcels(top),
                settings.conversation(top),
                list(top, "suppress", "", settings::suppression));
    }

    private CaseType caseType(String name, Node node, Shared shared) {
        MappingReader mapping = MappingReader.of(node, "the case \"" + name + "\"", problems);
        mapping.allow(CASE);
        mapping.require("open-in");
        Workflow workflow = parts(mapping, "cases/" + name + "/")
                .assemble(name, shared, List.of(), List.of(), null, null, List.of());
        return new CaseType(name, mapping.localText("label"), mapping.texts("open-in"), workflow);
    }

    /** What holds for an order's workflow and for its cases'. */
    private record Shared(int version, List<String> languages, List<String> roles, WorkCalendar calendar) {}

    /** What an order's workflow and a case's each have of their own. */
    private record Parts(
            List<Field> fields,
            List<Status> statuses,
            List<CustomerStatus> customerStatuses,
            List<EventLabel> events,
            List<Transition> transitions,
            List<NeverRule> never) {

        Workflow assemble(
                String name,
                Shared shared,
                List<CaseType> cases,
                List<Carrier> carriers,
                @Nullable ParcelFields parcels,
                @Nullable ConversationRules conversation,
                List<Suppression> suppressions) {
            return new Workflow(
                    name,
                    shared.version,
                    shared.languages,
                    shared.roles,
                    shared.calendar,
                    fields,
                    statuses,
                    customerStatuses,
                    events,
                    transitions,
                    never,
                    cases,
                    carriers,
                    parcels,
                    conversation,
                    suppressions);
        }
    }

    private Parts parts(MappingReader top, String path) {
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
        return new Parts(
                named(top, "fields", ErrorRecovery.FIELD, parts::field),
                statuses,
                named(top, "customer-statuses", ErrorRecovery.CUSTOMER_STATUS, parts::customerStatus),
                named(top, "events", ErrorRecovery.CONDITION, parts::event),
                list(top, "transitions", path, transitions::transition),
                list(top, "never", path, transitions::never));
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

    private <T> List<T> list(MappingReader top, String key, String path, Function<Node, Optional<T>> read) {
        List<T> items = new ArrayList<>();
        for (Node node : top.items(key)) {
            Optional<T> item = read.apply(node);
            if (item.isPresent()) {
                sourceMap.set(path + key + "/" + items.size(), node);
                items.add(item.get());
            }
        }
        return items;
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
