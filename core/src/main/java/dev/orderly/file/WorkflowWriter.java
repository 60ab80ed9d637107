package dev.orderly.file;

import dev.orderly.workflow.Carrier;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Condition;
import dev.orderly.workflow.ContactData;
import dev.orderly.workflow.ConversationRules;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldChange.Operation;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the maps and lists of a workflow file; what has its default is left out. */
final class WorkflowWriter {

    private WorkflowWriter() {}

    static String yaml(Workflow workflow) {
        return YamlWriter.write(tree(workflow));
    }

    static String json(Workflow workflow) {
        return JsonWriter.write(tree(workflow));
    }

    private static Map<String, Object> tree(Workflow workflow) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("workflow", workflow.name());
        top.put("version", workflow.version());
        put(top, "languages", workflow.languages());
        if (!workflow.roles().equals(Workflow.USUAL_ROLES)) {
            top.put("roles", workflow.roles());
        }
        if (!workflow.calendar().equals(WorkCalendar.UTC)) {
            top.put("calendar", calendar(workflow.calendar()));
        }
        parts(top, workflow);
        if (workflow.items() != null) {
            top.put(
                    "items",
                    new LinkedHashMap<>(Map.of(
                            "statuses", byName(workflow.items().statuses(), Status::name, WorkflowWriter::status))));
        }
        put(top, "flows", byName(workflow.flows(), CaseType::name, WorkflowWriter::flow));
        put(top, "cases", byName(workflow.cases(), CaseType::name, WorkflowWriter::caseType));
        put(top, "carriers", byName(workflow.carriers(), Carrier::name, WorkflowWriter::carrier));
        if (workflow.parcels() != null) {
            top.put("parcels", parcels(workflow.parcels()));
        }
        if (workflow.conversation() != null) {
            top.put("conversation", conversation(workflow.conversation()));
        }
        put(
                top,
                "suppress",
                workflow.suppressions().stream()
                        .map(a -> new LinkedHashMap<>(Map.of("code", a.code(), "because", a.because())))
                        .toList());
        return top;
    }

    private static void parts(Map<String, Object> top, Workflow workflow) {
        put(top, "fields", byName(workflow.fields(), Field::name, WorkflowWriter::field));
        top.put("statuses", byName(workflow.statuses(), Status::name, WorkflowWriter::status));
        put(top, "customer-statuses", byName(workflow.customerStatuses(), s -> s.name(), s -> {
            Map<String, Object> map = new LinkedHashMap<>();
            put(map, "label", s.label());
            put(map, "note", s.note());
            return map;
        }));
        put(top, "events", byName(workflow.events(), e -> e.event(), e -> {
            Map<String, Object> map = new LinkedHashMap<>();
            put(map, "label", e.label());
            return map;
        }));
        top.put(
                "transitions",
                workflow.transitions().stream().map(WorkflowWriter::transition).toList());
        put(top, "never", workflow.never().stream().map(WorkflowWriter::never).toList());
    }

    private static <T> Map<String, Object> byName(
            List<T> items, Function<T, String> name, Function<T, Map<String, Object>> write) {
        Map<String, Object> map = new LinkedHashMap<>();
        items.forEach(item -> map.put(name.apply(item), write.apply(item)));
        return map;
    }

    private static Map<String, Object> calendar(WorkCalendar calendar) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("zone", calendar.zone().getId());
        map.put(
                "weekend",
                calendar.weekend().stream()
                        .map(d -> d.name().toLowerCase(Locale.ROOT))
                        .toList());
        put(map, "holidays", calendar.holidays().stream().map(Object::toString).toList());
        return map;
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", field.type().code());
        put(map, "of", field.choiceLabels().isEmpty() ? field.choices() : words(field));
        put(map, "min", field.min());
        put(map, "max", field.max());
        put(map, "at-least", reference(field.atLeast()));
        put(map, "at-most", reference(field.atMost()));
        put(map, "label", field.label());
        return map;
    }

    private static @Nullable Map<String, Object> reference(@Nullable Reference reference) {
        return reference == null ? null : Map.of(reference.source().key(), reference.name());
    }

    /** The values that one operation writes, by field; a list of maps where one field is named twice. */
    private static Object changes(List<FieldChange> changes, Operation operation) {
        List<Map<String, Object>> maps = new ArrayList<>();
        Map<String, Object> all = new LinkedHashMap<>();
        for (FieldChange change : changes) {
            if (change.operation() == operation) {
                Object value = change.value() instanceof Reference reference
                        ? Map.of(reference.source().key(), reference.name())
                        : constant(change.value());
                maps.add(Map.of(change.field(), value));
                all.put(change.field(), value);
            }
        }
        return all.size() == maps.size() ? all : maps;
    }

    private static Object constant(Object value) {
        return value instanceof Boolean || value instanceof BigDecimal ? value : value.toString();
    }

    private static Map<String, Object> words(Field field) {
        Map<String, Object> words = new LinkedHashMap<>();
        for (String word : field.choices()) {
            words.put(
                    word,
                    field.choiceLabels().getOrDefault(word, LocalText.EMPTY).byLanguage());
        }
        return words;
    }

    private static Map<String, Object> status(Status status) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "label", status.label());
        put(map, "note", status.note());
        put(map, "done", status.done());
        put(map, "outcome", status.outcome() == null ? null : status.outcome().code());
        put(map, "shown-as", status.shownAs());
        put(map, "due", status.due());
        return map;
    }

    private static Map<String, Object> transition(Transition transition) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("on", transition.event());
        put(map, "from", transition.from());
        put(map, "to", transition.to());
        put(map, "stay", transition.to() == null);
        put(map, "by", transition.by());
        TransitionReader.ON_DATA.forEach(kind -> put(map, kind.key(), content(kind, transition)));
        put(map, "takes", transition.takes());
        put(map, "checklist", transition.checklist());
        put(map, "add", changes(transition.changes(), Operation.ADD));
        put(map, "set", changes(transition.changes(), Operation.SET));
        if (transition.itemMove() != null) {
            put(map, "items", items(transition.itemMove()));
        }
        put(map, "parcel", transition.parcel());
        TransitionReader.NOT_ON_DATA.forEach(kind -> put(map, kind.key(), content(kind, transition)));
        put(map, "after", transition.after());
        put(map, "automatic", transition.automatic());
        put(
                map,
                "notify",
                transition.notifications().stream().map(WorkflowWriter::rule).toList());
        return map;
    }

    /** What stands under the key of a kind of condition; null for nothing. */
    private static @Nullable Object content(Condition.Kind kind, Transition transition) {
        List<Object> contents =
                transition.conditions(kind).stream().map(Condition::content).toList();
        return switch (kind.shape()) {
            case FIELDS -> conditions(transition.conditions(kind));
            case NAMES -> contents;
            case ITEMS -> itemConditions(transition.whenItems());
            case FLOWS -> flowConditions(transition.whenFlows());
            case FLAG, LIMIT -> contents.isEmpty() ? null : contents.get(0);
        };
    }

    private static Map<String, Object> items(ItemMove move) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "from", move.from());
        put(map, "to", move.to());
        return map;
    }

    /** One map where each flow stands once, which is the usual case; otherwise a list that keeps the order. */
    private static Object flowConditions(List<FlowCondition> tests) {
        List<Map<String, Object>> maps = new ArrayList<>();
        Map<String, Object> all = new LinkedHashMap<>();
        for (FlowCondition test : tests) {
            Map<String, Object> map = new LinkedHashMap<>();
            put(map, test.flow(), test.statuses());
            maps.add(map);
            all.putAll(map);
        }
        return all.size() == tests.size() ? all : maps;
    }

    /** One map where each quantifier stands once, which is the usual case; otherwise a list that keeps the order. */
    private static Object itemConditions(List<ItemCondition> tests) {
        List<Map<String, Object>> maps = new ArrayList<>();
        Map<String, Object> all = new LinkedHashMap<>();
        for (ItemCondition test : tests) {
            Map<String, Object> map = new LinkedHashMap<>();
            put(map, test.quantifier().code(), test.statuses());
            maps.add(map);
            all.putAll(map);
        }
        return all.size() == tests.size() ? all : maps;
    }

    private static Object rule(NotificationRule rule) {
        if (rule.channel().equals(NotificationRule.MAIL) && !rule.always()) {
            return rule.to();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("to", rule.to());
        map.put("channel", rule.channel());
        put(map, "always", rule.always());
        return map;
    }

    private static Map<String, Object> never(NeverRule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("reach", rule.reach());
        put(map, "without", rule.without());
        put(map, "after", rule.after());
        put(map, "when", conditions(rule.whenFields()));
        put(map, "when-items", itemConditions(rule.whenItems()));
        return map;
    }

    private static Map<String, Object> flow(CaseType type) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "label", type.label());
        parts(map, type.workflow());
        map.remove("fields"); // they are the order's
        return map;
    }

    private static Map<String, Object> caseType(CaseType type) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "label", type.label());
        put(map, "open-in", type.openIn());
        parts(map, type.workflow());
        return map;
    }

    private static Map<String, Object> carrier(Carrier carrier) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("label", carrier.label());
        map.put("link", carrier.link());
        return map;
    }

    private static Map<String, Object> parcels(ParcelFields parcels) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", parcels.number());
        put(map, "carrier", parcels.carrier());
        put(map, "default-carrier", parcels.defaultCarrier());
        return map;
    }

    private static Map<String, Object> conversation(ConversationRules rules) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "between", rules.between());
        put(map, "channel", rules.channel().equals(NotificationRule.MAIL) ? null : rules.channel());
        put(
                map,
                "contact-data",
                rules.contactData() == ContactData.ALLOW
                        ? null
                        : rules.contactData().code());
        return map;
    }

    /** One map where each field is tested once, which is the usual case; otherwise a list that keeps the order. */
    private static Object conditions(List<? extends Condition> tests) {
        List<Map<String, Object>> maps = new ArrayList<>();
        Map<String, Object> all = new LinkedHashMap<>();
        for (Condition test : tests) {
            Map<String, Object> map = test instanceof FieldComparison comparison
                    ? Map.of(comparison.field(), comparison(comparison))
                    : Map.of(((FieldCondition) test).field(), condition((FieldCondition) test));
            maps.add(map);
            all.putAll(map);
        }
        return all.size() == tests.size() ? all : maps;
    }

    private static Object comparison(FieldComparison test) {
        return Map.of(
                test.operator().code(),
                Map.of(test.other().source().key(), test.other().name()));
    }

    private static Object condition(FieldCondition test) {
        List<String> values = test.values().stream().map(Object::toString).toList();
        Object value = values.size() == 1 ? values.get(0) : values;
        return switch (test.operator()) {
            case IS -> value;
            case PRESENT -> Map.of(FieldCondition.Operator.PRESENT.code(), true);
            case ABSENT -> Map.of(FieldCondition.Operator.PRESENT.code(), false);
            case ORDER_NUMBER -> Map.of(FieldCondition.Operator.ORDER_NUMBER.code(), true);
            default -> Map.of(test.operator().code(), value);
        };
    }

    private static Object limit(TimeLimit limit) {
        if (limit.equals(new TimeLimit(limit.span(), null, null, null, null))) {
            return limit.span().toString();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("time", limit.span().toString());
        put(map, "of", limit.of());
        put(map, "dated-by", limit.dateField());
        put(map, "cut-off", limit.cutOff() == null ? null : limit.cutOff().toString());
        put(map, "before", limit.before() == null ? null : limit.before().event());
        return map;
    }

    /** Puts a value unless it says nothing: null, false, or empty. A list of one is written as its item. */
    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        Object written = value;
        if (value instanceof LocalText text) {
            written = text.byLanguage();
        } else if (value instanceof TimeLimit limit) {
            written = limit(limit);
        } else if (value instanceof FieldBound bound) {
            written = bound.value() instanceof BigDecimal number ? number : bound.toString();
        }
        if (written == null || Boolean.FALSE.equals(written)) {
            return;
        }
        if (written instanceof Map<?, ?> inner && inner.isEmpty()) {
            return;
        }
        if (written instanceof List<?> list) {
            if (list.isEmpty()) {
                return;
            }
            written = list.size() == 1 && !(list.get(0) instanceof Map) ? list.get(0) : list;
        }
        map.put(key, written);
    }
}
