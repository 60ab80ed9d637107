package dev.orderly.file;

import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes transitions and never rules of a file's nodes. */
final class TransitionReader {

    private static final List<String> KEYS = List.of(
            "on",
            "from",
            "to",
            "stay",
            "by",
            "when",
            "needs",
            "has",
            "takes",
            "checklist",
            "lines-available",
            "no-open-case",
            "once",
            "not-before",
            "within",
            "guard",
            "after",
            "notify");

    static final List<String> NEVER_KEYS = List.of("reach", "without", "after", "when");

    /** Stands for what is missing, so that the rest can still be read. */
    private static final String UNNAMED = "unnamed";

    private final FileProblems problems;
    private final TimeLimitReader limits;
    private final ConditionReader conditions;

    TransitionReader(FileProblems problems) {
        this.problems = problems;
        this.limits = new TimeLimitReader(problems);
        this.conditions = new ConditionReader(problems);
    }

    Optional<Transition> transition(Node node) {
        MappingReader section = MappingReader.of(node, title(node), problems);
        if (!section.allow(KEYS)) {
            problems.lose(ErrorRecovery.CONDITION);
        }
        Optional<String> event = section.required("on").filter(name -> isName(section, name));
        List<String> from = section.texts("from");
        Optional<String> to = section.text("to");
        if (!section.map().keys().isEmpty()) {
            checkTarget(section);
        }
        boolean startsNowhere = from.isEmpty() && to.isEmpty();
        Transition read = transition(section, event.orElse(UNNAMED), from, startsNowhere ? UNNAMED : to.orElse(null));
        if (event.isEmpty()) {
            problems.lose(ErrorRecovery.EVENT);
        }
        boolean misread = (from.isEmpty() && section.has("from")) || (to.isEmpty() && section.has("to"));
        if (startsNowhere || misread) {
            problems.lose(ErrorRecovery.TRANSITION);
        }
        return startsNowhere ? Optional.empty() : Optional.of(read);
    }

    private Transition transition(MappingReader section, String event, List<String> from, @Nullable String to) {
        List<String> by = section.texts("by");
        if (by.isEmpty() && section.has("by")) {
            problems.lose(ErrorRecovery.ROLE);
        }
        return Transition.builder(event)
                .from(from.toArray(String[]::new))
                .to(to)
                .by(by.isEmpty() && section.has("after") ? new String[] {Workflow.SYSTEM} : by.toArray(String[]::new))
                .when(conditions.conditions(section).toArray(FieldCondition[]::new))
                .needs(texts(section, "needs"))
                .has(texts(section, "has"))
                .takes(texts(section, "takes"))
                .checklist(texts(section, "checklist"))
                .within(limits.limit(section, "within"))
                .notBefore(limits.limit(section, "not-before"))
                .once(section.flag("once"))
                .linesAvailable(section.flag("lines-available"))
                .noOpenCase(section.flag("no-open-case"))
                .guard(texts(section, "guard"))
                .after(section.has("after") ? limits.limit(section, "after") : null)
                .notifying(notices(section).toArray(NotificationRule[]::new))
                .build();
    }

    private static String[] texts(MappingReader section, String key) {
        return section.texts(key).toArray(String[]::new);
    }

    private static String title(Node node) {
        return node instanceof Node.Mapping map && map.entries().get("on") instanceof Node.Scalar event
                ? "the transition " + event.kind()
                : "the transition";
    }

    private boolean isName(MappingReader section, String name) {
        boolean valid = Name.isValid(name);
        if (!valid) {
            section.invalid("on", MappingReader.noName(name));
        }
        return valid;
    }

    private void checkTarget(MappingReader section) {
        boolean stays = section.flag("stay");
        if (stays && section.has("to")) {
            section.invalid("stay", title(section.map()) + " has both \"to\" and \"stay\": keep one of them");
        }
        if (!stays && !section.has("to")) {
            section.missing(title(section.map()) + " needs the key \"to\", or \"stay: true\" if it keeps the status");
            problems.lose(ErrorRecovery.TRANSITION);
        }
        if (stays && !section.has("to") && !section.has("from")) {
            section.missing(
                    title(section.map()) + " needs the key \"from\": what keeps its status cannot start an order");
        }
    }

    Optional<NeverRule> never(Node node) {
        MappingReader section = MappingReader.of(node, "the never rule", problems);
        section.allow(NEVER_KEYS);
        Optional<String> reach = section.required("reach");
        NeverRule rule = new NeverRule(
                reach.orElse(UNNAMED),
                section.texts("without"),
                section.texts("after"),
                conditions.conditions(section));
        return reach.map(status -> rule);
    }

    private List<NotificationRule> notices(MappingReader section) {
        List<NotificationRule> notices = new ArrayList<>();
        for (Node item : section.items("notify")) {
            if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
                notice(item.place(), scalar.text(), NotificationRule.MAIL, false)
                        .ifPresent(notices::add);
            } else {
                MappingReader notice = MappingReader.of(item, "\"notify\"", problems);
                notice.allow(List.of("to", "channel", "always"));
                boolean always = notice.flag("always");
                String channel = notice.text("channel").orElse(NotificationRule.MAIL);
                notice.required("to")
                        .flatMap(to -> notice(item.place(), to, channel, always))
                        .ifPresent(notices::add);
            }
        }
        return notices;
    }

    private Optional<NotificationRule> notice(SourceLocation place, String to, String channel, boolean always) {
        try {
            return Optional.of(NotificationRule.of(to).withChannel(channel).withAlways(always));
        } catch (IllegalArgumentException e) {
            problems.error(place, "invalid-value", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
