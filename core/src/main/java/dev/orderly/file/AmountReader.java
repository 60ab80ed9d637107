package dev.orderly.file;

import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldChange.Operation;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a file says of amounts: other fields and totals to compare with, and what transitions write. */
final class AmountReader {

    private static final List<String> SOURCES = List.of(Reference.Source.FIELD.key(), Reference.Source.TOTAL.key());

    private final FileProblems problems;

    AmountReader(FileProblems problems) {
        this.problems = problems;
    }

    /** Another field or a total, such as {@code { field: paid }}; empty where the key is not there. */
    Optional<Reference> reference(MappingReader mapping, String key) {
        return mapping.node(key).flatMap(node -> reference(node, mapping, key));
    }

    private Optional<Reference> reference(Node node, MappingReader mapping, String key) {
        if (!(node instanceof Node.Mapping)) {
            mapping.wrong(node, key, "a map that names a field or a total, such as { field: paid }");
            return Optional.empty();
        }
        MappingReader named = MappingReader.of(node, "\"" + key + "\" of " + mapping.what(), problems);
        boolean isUnderstood = named.allow(SOURCES);
        Optional<Reference> reference = Optional.empty();
        for (Reference.Source source : Reference.Source.values()) {
            if (named.has(source.key())) {
                reference = named.parsed(source.key(), name -> new Reference(source, name));
            }
        }
        if (named.entries().size() != 1) {
            mapping.invalid(
                    key,
                    named.what() + " names " + (named.entries().isEmpty() ? "nothing" : "two things")
                            + ": write { field: … } or { total: lines }");
            reference = Optional.empty();
        }
        if (reference.isEmpty() || !isUnderstood) {
            problems.missing(ErrorRecovery.CONDITION);
        }
        return reference;
    }

    /** What a transition adds and sets, in this order. */
    List<FieldChange> changes(MappingReader transition) {
        List<FieldChange> changes = new ArrayList<>();
        for (Operation operation : List.of(Operation.ADD, Operation.SET)) {
            for (Node item : transition.items(operation.key())) {
                if (item instanceof Node.Mapping) {
                    changes(item, operation, transition, changes);
                } else {
                    transition.wrong(
                            item,
                            operation.key(),
                            operation == Operation.ADD
                                    ? "a map of fields and what is added, such as { refunded: amount }"
                                    : "a map of fields and values, such as { paid: true }");
                }
            }
        }
        return changes;
    }

    private void changes(Node node, Operation operation, MappingReader transition, List<FieldChange> changes) {
        MappingReader map = MappingReader.of(node, "\"" + operation.key() + "\" of " + transition.what(), problems);
        for (Map.Entry<String, Node> entry : map.entries().entrySet()) {
            Optional<?> value = entry.getValue() instanceof Node.Mapping
                    ? reference(map, entry.getKey())
                    : map.text(entry.getKey()).map(text -> operation == Operation.ADD ? summand(text) : text);
            if (value.isPresent()) {
                changes.add(new FieldChange(entry.getKey(), operation, value.get()));
            } else {
                problems.missing(ErrorRecovery.FIELD);
            }
        }
    }

    /** A number, an amount or, for there is nothing else that can be added, the name of a field. */
    private static Object summand(String text) {
        boolean isConstant = !Name.isValid(text) || isNumber(text) || isAmount(text);
        return isConstant ? text : Reference.field(text);
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d+(?:\\.\\d+)?");
    }

    private static boolean isAmount(String text) {
        try {
            Money.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
