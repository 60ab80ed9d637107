package dev.orderly.file;

import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.EventLabel;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the named parts that an order's workflow and a case's have: fields, statuses, labels of events. */
final class PartReader {

    private static final List<String> TYPES =
            Arrays.stream(FieldType.values()).map(FieldType::code).toList();

    private static final List<String> OUTCOMES =
            Arrays.stream(Outcome.values()).map(Outcome::code).toList();

    private final FileProblems problems;
    private final TimeLimitReader limits;
    private final AmountReader amounts;

    PartReader(FileProblems problems) {
        this.problems = problems;
        this.limits = new TimeLimitReader(problems);
        this.amounts = new AmountReader(problems);
    }

    Optional<Field> field(String name, Node node) {
        MappingReader mapping = MappingReader.of(node, "the field \"" + name + "\"", problems);
        if (!mapping.allow(List.of("type", "of", "min", "max", "at-least", "at-most", "label"))) {
            problems.missing(ErrorRecovery.FIELD_TYPE);
        }
        FieldType type = mapping.required("type")
                .flatMap(text -> fieldType(mapping, text))
                .orElseGet(() -> {
                    problems.missing(ErrorRecovery.FIELD_TYPE);
                    return FieldType.TEXT;
                });
        Map<String, LocalText> labels = choiceLabels(mapping);
        return Optional.of(Field.builder(name, type)
                .choices(labels.isEmpty() ? mapping.texts("of", word -> word) : List.copyOf(labels.keySet()))
                .min(bound(mapping, "min"))
                .max(bound(mapping, "max"))
                .atLeast(amounts.reference(mapping, "at-least").orElse(null))
                .atMost(amounts.reference(mapping, "at-most").orElse(null))
                .label(mapping.localText("label"))
                .choiceLabels(labelled(labels))
                .build());
    }

    /** The words of a choice with their labels, where they are a map and not a list; in the order of the file. */
    private Map<String, LocalText> choiceLabels(MappingReader mapping) {
        if (!(mapping.node("of").orElse(null) instanceof Node.Mapping words)) {
            return Map.of();
        }
        MappingReader named = MappingReader.of(words, "\"of\" of " + mapping.what(), problems);
        Map<String, LocalText> labels = new LinkedHashMap<>();
        for (String word : words.entries().keySet()) {
            labels.put(word, words.entries().get(word).isEmpty() ? LocalText.EMPTY : named.localText(word));
        }
        return labels;
    }

    private static Map<String, LocalText> labelled(Map<String, LocalText> labels) {
        Map<String, LocalText> some = new LinkedHashMap<>(labels);
        some.values().removeIf(LocalText::isEmpty);
        return some;
    }

    private static @Nullable FieldBound bound(MappingReader mapping, String key) {
        return mapping.parsed(key, FieldBound::parse).orElse(null);
    }

    private static Optional<FieldType> fieldType(MappingReader mapping, String text) {
        return meant(mapping, "type", "type of a field", text, TYPES).flatMap(FieldType::named);
    }

    private @Nullable Outcome outcome(MappingReader mapping) {
        Optional<String> said = mapping.text("outcome");
        Optional<String> meant = said.flatMap(text -> meant(mapping, "outcome", "outcome", text, OUTCOMES));
        if (meant.isEmpty() && mapping.has("outcome")) {
            problems.missing(ErrorRecovery.OUTCOME);
        }
        return meant.flatMap(Outcome::named).orElse(null);
    }

    /** The word itself, or the one that was probably meant by a word that is none of these. */
    private static Optional<String> meant(
            MappingReader mapping, String key, String what, String text, List<String> words) {
        if (words.contains(text)) {
            return Optional.of(text);
        }
        Optional<String> meant = Name.nearest(text, words);
        mapping.invalid(
                key,
                Node.quoted(text) + " is no " + what + ": "
                        + meant.map(near -> "did you mean " + Node.quoted(near) + "?")
                                .orElse("there are " + String.join(", ", words)));
        return meant;
    }

    Optional<Status> status(String name, Node node) {
        if (node.isEmpty()) {
            return Optional.of(Status.builder(name).build());
        }
        MappingReader mapping = MappingReader.of(node, "the status \"" + name + "\"", problems);
        if (!mapping.allow(List.of("label", "note", "done", "outcome", "shown-as", "due"))) {
            problems.missing(ErrorRecovery.CONDITION);
        }
        return Optional.of(Status.builder(name)
                .label(mapping.localText("label"))
                .note(mapping.localText("note"))
                .done(done(mapping))
                .outcome(outcome(mapping))
                .shownAs(mapping.text("shown-as").orElse(null))
                .due(limits.limit(mapping, "due"))
                .build());
    }

    Optional<CustomerStatus> customerStatus(String name, Node node) {
        MappingReader mapping = MappingReader.of(node, "the customer status \"" + name + "\"", problems);
        mapping.allow(List.of("label", "note"));
        return Optional.of(new CustomerStatus(name, mapping.localText("label"), mapping.localText("note")));
    }

    Optional<EventLabel> event(String name, Node node) {
        MappingReader mapping = MappingReader.of(node, "the event \"" + name + "\"", problems);
        mapping.allow(List.of("label"));
        return Optional.of(new EventLabel(name, mapping.localText("label")));
    }

    private boolean done(MappingReader mapping) {
        Optional<String> said = mapping.text("done");
        if (said.isPresent() && !said.get().equals("true") && !said.get().equals("false")) {
            problems.missing(ErrorRecovery.TRANSITION);
        }
        return mapping.flag("done");
    }
}
