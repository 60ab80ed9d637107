package dev.orderly.file;

import dev.orderly.workflow.Condition;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads transitions and never rules from a file's nodes. */
final class TransitionReader {

    /** The kinds of conditions whose keys stand before those of the data that a request may give as well. */
    static final Set<Condition.Kind> ON_DATA = EnumSet.range(Condition.Kind.WHEN, Condition.Kind.HAS);

    /** The other kinds of conditions. */
    static final Set<Condition.Kind> NOT_ON_DATA = EnumSet.complementOf(EnumSet.copyOf(ON_DATA));

    private static final List<String> KEYS = keys();

    static final List<String> NEVER_KEYS = List.of("reach", "without", "after", "when", "when-items");

    /** Stands for what is missing, so that the rest can still be read. */
    private static final String UNNAMED = "unnamed";

    private final FileProblems problems;
    private final TimeLimitReader limits;
    private final ConditionReader tests;
    private final AmountReader amounts;
    private final ItemReader items;

    TransitionReader(FileProblems problems) {
        this.problems = problems;
        this.limits = new TimeLimitReader(problems);
        this.tests = new ConditionReader(problems);
        this.amounts = new AmountReader(problems);
        this.items = new ItemReader(problems);
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("on", "from", "except", "to", "stay", "by"));
        ON_DATA.forEach(kind -> keys.add(kind.key()));
        keys.addAll(List.of("takes", "checklist", "add", "set", "items", "parcel"));
        NOT_ON_DATA.forEach(kind -> keys.add(kind.key()));
        keys.addAll(List.of("after", "automatic", "notify"));
        return List.copyOf(keys);
    }

    /** The transition that stands there once for each of its events; none if it cannot be read. */
    List<Transition> transitions(Node node, List<Status> statuses) {
        MappingReader mapping = MappingReader.of(node, title(node), problems);
        if (!mapping.allow(KEYS)) {
            problems.missing(ErrorRecovery.CONDITION);
        }
        AnyStatus any = new AnyStatus(statuses, problems);
        List<String> events = events(mapping);
        List<String> from = any.from(mapping);
        Optional<String> to = mapping.text("to");
        if (!mapping.map().keys().isEmpty()) {
            checkTarget(mapping);
        }
        boolean startsNowhere = from.isEmpty() && to.isEmpty();
        Transition read = transition(mapping, events.get(0), from, startsNowhere ? UNNAMED : to.orElse(null));
        boolean misread = (from.isEmpty() && mapping.has("from")) || (to.isEmpty() && mapping.has("to"));
        Optional<Transition> whole = startsNowhere ? Optional.empty() : any.resolve(read, mapping);
        if (whole.isEmpty() || misread) {
            problems.missing(ErrorRecovery.TRANSITION);
        }
        return whole.stream()
                .flatMap(transition -> events.stream().map(transition::withEvent))
                .toList();
    }

    /** The events, each once; a stand-in where there is none. */
    private List<String> events(MappingReader mapping) {
        mapping.require("on");
        Set<String> events = new LinkedHashSet<>();
        for (Node item : mapping.node("on").map(this::items).orElse(List.of())) {
            Optional<String> event = event(mapping, item);
            if (event.isPresent() && !events.add(event.get())) {
                problems.error(
                        item.location(),
                        "invalid-value",
                        "\"on\" of " + mapping.what() + " names " + item.kind() + " twice: name each event once");
            }
            if (event.isEmpty()) {
                problems.missing(ErrorRecovery.EVENT);
            }
        }
        if (events.isEmpty()) {
            problems.missing(ErrorRecovery.EVENT);
            events.add(UNNAMED);
        }
        return List.copyOf(events);
    }

    private List<Node> items(Node events) {
        if (!(events instanceof Node.Sequence several)) {
            return List.of(events);
        }
        if (several.items().isEmpty()) {
            problems.error(
                    several.location(), "invalid-value", "\"on\" of the transition is an empty list: name an event");
        }
        return several.items();
    }

    private Optional<String> event(MappingReader mapping, Node event) {
        if (!(event instanceof Node.Scalar name) || name.isNull()) {
            mapping.wrong(event, "on", "an event or a list of events");
            return Optional.empty();
        }
        if (!Name.isValid(name.text())) {
            problems.error(event.location(), "invalid-value", MappingReader.noName(name.text()));
            return Optional.empty();
        }
        return Optional.of(name.text());
    }

    private Transition transition(MappingReader mapping, String event, List<String> from, @Nullable String to) {
        List<String> by = mapping.texts("by");
        if (by.isEmpty() && mapping.has("by")) {
            problems.missing(ErrorRecovery.ROLE);
        }
        TransitionBuilder<String> read = Transition.builder(event)
                .from(from.toArray(String[]::new))
                .to(to)
                .by(roles(mapping, by))
                .takes(texts(mapping, "takes"))
                .checklist(texts(mapping, "checklist"))
                .change(amounts.changes(mapping).toArray(FieldChange[]::new))
                .items(items.move(mapping))
                .parcel(mapping.flag("parcel"))
                .after(mapping.has("after") ? limits.limit(mapping, "after") : null)
                .automatic(mapping.flag("automatic"))
                .notifying(notifications(mapping).toArray(NotificationRule[]::new));
        for (Condition.Kind kind : Condition.Kind.values()) {
            contents(kind, mapping).forEach(content -> read.condition(kind.of(content)));
        }
        return read.build();
    }

    /** Those named; for a deadline without any the system, even where the deadline cannot be read. */
    private static String[] roles(MappingReader mapping, List<String> named) {
        return named.isEmpty() && mapping.has("after") ? new String[] {Workflow.SYSTEM} : named.toArray(String[]::new);
    }

    /** What stands under the key of a kind of condition: the content of each condition. */
    private List<?> contents(Condition.Kind kind, MappingReader mapping) {
        return switch (kind.shape()) {
            case FIELDS -> tests.conditions(mapping);
            case NAMES -> mapping.texts(kind.key());
            case ITEMS -> items.conditions(mapping);
            case FLOWS -> flows(mapping);
            case FLAG -> mapping.flag(kind.key()) ? List.of(true) : List.of();
            case LIMIT -> {
                TimeLimit limit = limits.limit(mapping, kind.key());
                yield limit == null ? List.of() : List.of(limit);
            }
        };
    }

    /** The conditions of a {@code when-flow}, each with its flow. */
    private List<FlowCondition> flows(MappingReader transition) {
        List<FlowCondition> conditions = new ArrayList<>();
        for (Node item : transition.items("when-flow")) {
            MappingReader mapping = MappingReader.of(item, "\"when-flow\" of " + transition.what(), problems);
            for (String flow : mapping.entries().keySet()) {
                List<String> statuses = mapping.texts(flow);
                if (statuses.isEmpty()) {
                    problems.missing(ErrorRecovery.CONDITION);
                } else {
                    conditions.add(new FlowCondition(flow, statuses));
                }
            }
        }
        return conditions;
    }

    private static String[] texts(MappingReader mapping, String key) {
        return mapping.texts(key).toArray(String[]::new);
    }

    private static String title(Node node) {
        Node event = node instanceof Node.Mapping map ? map.entries().get("on") : null;
        if (event instanceof Node.Sequence several && !several.items().isEmpty()) {
            return several.items().stream().map(Node::kind).collect(Collectors.joining(" and ", "the transition ", ""));
        }
        return event instanceof Node.Scalar ? "the transition " + event.kind() : "the transition";
    }

    private void checkTarget(MappingReader mapping) {
        boolean stays = mapping.flag("stay");
        if (stays && mapping.has("to")) {
            mapping.invalid("stay", title(mapping.map()) + " has both \"to\" and \"stay\": keep one of them");
        }
        if (!stays && !mapping.has("to")) {
            mapping.missing(title(mapping.map()) + " needs the key \"to\", or \"stay: true\" if it keeps the status");
            problems.missing(ErrorRecovery.TRANSITION);
        }
        if (stays && !mapping.has("to") && !mapping.has("from")) {
            mapping.missing(
                    title(mapping.map()) + " needs the key \"from\": what keeps its status cannot start an order");
        }
    }

    Optional<NeverRule> never(Node node) {
        MappingReader mapping = MappingReader.of(node, "the never rule", problems);
        mapping.allow(NEVER_KEYS);
        Optional<String> reach = mapping.required("reach");
        NeverRule rule = new NeverRule(
                reach.orElse(UNNAMED),
                mapping.texts("without"),
                mapping.texts("after"),
                tests.constants(mapping),
                items.conditions(mapping));
        return reach.map(status -> rule);
    }

    private List<NotificationRule> notifications(MappingReader mapping) {
        List<NotificationRule> notifications = new ArrayList<>();
        for (Node item : mapping.items("notify")) {
            if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
                rule(item.location(), scalar.text(), NotificationRule.MAIL, false)
                        .ifPresent(notifications::add);
            } else {
                MappingReader rule = MappingReader.of(item, "\"notify\"", problems);
                rule.allow(List.of("to", "channel", "always"));
                boolean always = rule.flag("always");
                String channel = rule.text("channel").orElse(NotificationRule.MAIL);
                rule.required("to")
                        .flatMap(to -> rule(item.location(), to, channel, always))
                        .ifPresent(notifications::add);
            }
        }
        return notifications;
    }

    private Optional<NotificationRule> rule(SourceLocation location, String to, String channel, boolean always) {
        try {
            return Optional.of(NotificationRule.of(to).withChannel(channel).withAlways(always));
        } catch (IllegalArgumentException e) {
            problems.error(location, "invalid-value", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
