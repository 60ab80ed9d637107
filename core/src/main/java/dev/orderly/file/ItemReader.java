package dev.orderly.file;

import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemCondition.Quantifier;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.ItemRules;
import dev.orderly.workflow.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a file says of units: the item statuses, what transitions move, and conditions on where units are. */
final class ItemReader {

    private static final List<String> QUANTIFIERS =
            Arrays.stream(Quantifier.values()).map(Quantifier::code).toList();

    private final FileProblems problems;

    ItemReader(FileProblems problems) {
        this.problems = problems;
    }

    /** The item statuses of a workflow; null where it has none. */
    @Nullable
    ItemRules rules(MappingReader top) {
        Optional<Node> node = top.node("items");
        if (node.isEmpty()) {
            return null;
        }
        MappingReader mapping = MappingReader.of(node.get(), "\"items\"", problems);
        mapping.allow(List.of("statuses"));
        mapping.require("statuses");
        List<Status> statuses = new ArrayList<>();
        for (Map.Entry<String, Node> entry :
                mapping.named("statuses", ErrorRecovery.STATUS).entrySet()) {
            statuses.add(status(entry.getKey(), entry.getValue()));
        }
        if (statuses.isEmpty()) {
            problems.missing(ErrorRecovery.STATUS);
            mapping.invalid("statuses", "\"statuses\" of \"items\" is empty: name the status in which units begin");
            return null;
        }
        return ItemRules.of(statuses);
    }

    private Status status(String name, Node node) {
        if (node.isEmpty()) {
            return Status.builder(name).build();
        }
        MappingReader mapping = MappingReader.of(node, "the item status \"" + name + "\"", problems);
        mapping.allow(List.of("label", "note", "done"));
        return Status.builder(name)
                .label(mapping.localText("label"))
                .note(mapping.localText("note"))
                .done(mapping.flag("done"))
                .build();
    }

    /** What a transition does with units; null for nothing. */
    @Nullable
    ItemMove move(MappingReader transition) {
        Optional<Node> node = transition.node("items");
        if (node.isEmpty()) {
            return null;
        }
        MappingReader mapping = MappingReader.of(node.get(), "\"items\" of " + transition.what(), problems);
        mapping.allow(List.of("from", "to"));
        mapping.require("from");
        List<String> from = mapping.texts("from");
        Optional<String> to = mapping.required("to");
        if (from.isEmpty() || to.isEmpty()) {
            problems.missing(ErrorRecovery.CONDITION);
            return null;
        }
        try {
            return new ItemMove(from, to.get());
        } catch (IllegalArgumentException e) {
            transition.invalid("items", String.valueOf(e.getMessage()));
            problems.missing(ErrorRecovery.CONDITION);
            return null;
        }
    }

    /** The conditions of a {@code when-items}, each with its quantifier. */
    List<ItemCondition> conditions(MappingReader transition) {
        List<ItemCondition> tests = new ArrayList<>();
        for (Node item : transition.items("when-items")) {
            MappingReader mapping = MappingReader.of(item, "\"when-items\" of " + transition.what(), problems);
            if (!mapping.allow(QUANTIFIERS)) {
                problems.missing(ErrorRecovery.CONDITION);
            }
            for (String key : mapping.entries().keySet()) {
                List<String> statuses = mapping.texts(key);
                if (statuses.isEmpty()) {
                    problems.missing(ErrorRecovery.CONDITION);
                } else {
                    Quantifier.named(key)
                            .map(quantifier -> new ItemCondition(quantifier, statuses))
                            .ifPresent(tests::add);
                }
            }
        }
        return tests;
    }
}
