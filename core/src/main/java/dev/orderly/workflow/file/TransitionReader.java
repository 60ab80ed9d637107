package dev.orderly.workflow.file;

import dev.orderly.workflow.FieldTest;
import dev.orderly.workflow.FieldTest.Operator;
import dev.orderly.workflow.Limit;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Notice;
import dev.orderly.workflow.Span;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final Problems problems;

    TransitionReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Transition> transition(Node node) {
        Section section = Section.of(node, "the transition", problems);
        section.allow(KEYS);
        Optional<String> event = section.required("on").filter(name -> {
            boolean valid = Name.isValid(name);
            if (!valid) {
                section.invalid("on", "\"" + name + "\" is no valid name for an event");
            }
            return valid;
        });
        List<String> from = section.texts("from");
        String to = section.text("to").orElse(null);
        if (event.isEmpty() || !hasTarget(section, from, to)) {
            return Optional.empty();
        }
        Limit after = limit(section, "after");
        List<String> by = section.texts("by");
        return Optional.of(new Transition(
                event.get(),
                from,
                to,
                by.isEmpty() && after != null ? List.of(Workflow.SYSTEM) : by,
                conditions(section),
                section.texts("needs"),
                section.texts("has"),
                section.texts("takes"),
                section.texts("checklist"),
                limit(section, "within"),
                limit(section, "not-before"),
                section.flag("once"),
                section.flag("lines-available"),
                section.flag("no-open-case"),
                section.texts("guard"),
                after,
                notices(section)));
    }

    private boolean hasTarget(Section section, List<String> from, @Nullable String to) {
        boolean stays = section.flag("stay");
        String event = section.text("on").orElse("");
        if (stays && to != null) {
            section.invalid("stay", "the transition \"" + event + "\" has both \"to\" and \"stay\": keep one of them");
            return true;
        }
        if (!stays && to == null) {
            problems.error(
                    section.place(),
                    "missing-key",
                    "the transition \"" + event + "\" needs \"to\", or \"stay: true\" if it keeps the status");
            return false;
        }
        if (stays && from.isEmpty()) {
            problems.error(
                    section.place(),
                    "missing-key",
                    "the transition \"" + event + "\" needs \"from\": a start cannot keep a status");
            return false;
        }
        return true;
    }

    Optional<NeverRule> never(Node node) {
        Section section = Section.of(node, "the never rule", problems);
        section.allow(List.of("reach", "without", "after", "when"));
        return section.required("reach")
                .map(reach ->
                        new NeverRule(reach, section.texts("without"), section.texts("after"), conditions(section)));
    }

    /** A limit in its short or its long form. */
    @Nullable
    Limit limit(Section section, String key) {
        Node node = section.node(key).orElse(null);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Node.Mapping)) {
            return section.parsed(key, Limit::after).orElse(null);
        }
        Section limit = Section.of(node, "\"" + key + "\"", problems);
        limit.allow(List.of("time", "of", "dated-by", "cut-off"));
        if (!limit.has("time")) {
            limit.required("time");
        }
        Span span = limit.parsed("time", Span::parse).orElse(null);
        LocalTime cutOff = limit.parsed("cut-off", LocalTime::parse).orElse(null);
        return span == null
                ? null
                : new Limit(
                        span,
                        limit.text("of").orElse(null),
                        limit.text("dated-by").orElse(null),
                        cutOff);
    }

    private List<Notice> notices(Section section) {
        List<Notice> notices = new ArrayList<>();
        for (Node item : section.items("notify")) {
            if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
                add(notices, section, scalar.text(), Notice.MAIL, false);
            } else {
                Section notice = Section.of(item, "\"notify\"", problems);
                notice.allow(List.of("to", "channel", "always"));
                boolean always = notice.flag("always");
                String channel = notice.text("channel").orElse(Notice.MAIL);
                notice.required("to").ifPresent(to -> add(notices, notice, to, channel, always));
            }
        }
        return notices;
    }

    private static void add(List<Notice> notices, Section section, String to, String channel, boolean always) {
        try {
            notices.add(new Notice(to, channel, always));
        } catch (IllegalArgumentException e) {
            section.invalid(section.has("to") ? "to" : "notify", String.valueOf(e.getMessage()));
        }
    }

    private List<FieldTest> conditions(Section section) {
        List<FieldTest> tests = new ArrayList<>();
        for (Node item : section.items("when")) {
            Section when = Section.of(item, "\"when\"", problems);
            for (Map.Entry<String, Node> entry : when.entries().entrySet()) {
                condition(entry.getKey(), entry.getValue(), when, tests);
            }
        }
        return tests;
    }

    private void condition(String field, Node node, Section when, List<FieldTest> tests) {
        if (node instanceof Node.Mapping) {
            Section operators = Section.of(node, "the condition on \"" + field + "\"", problems);
            List<String> codes = new ArrayList<>();
            for (Operator operator : Operator.values()) {
                if (operator != Operator.ABSENT) {
                    codes.add(operator.code());
                }
            }
            operators.allow(codes);
            for (Operator operator : Operator.values()) {
                if (operators.has(operator.code())) {
                    test(field, operator, operators, operator.code(), tests);
                }
            }
        } else {
            test(field, Operator.IS, when, field, tests);
        }
    }

    private void test(String field, Operator operator, Section section, String key, List<FieldTest> tests) {
        Operator meant = operator;
        List<Object> values = List.of();
        if (operator == Operator.PRESENT) {
            meant = section.flag(key) ? Operator.PRESENT : Operator.ABSENT;
        } else if (operator == Operator.ORDER_NUMBER) {
            if (!section.flag(key)) {
                section.invalid(key, "\"order-number\" can only be true");
            }
        } else {
            values = List.copyOf(section.texts(key));
        }
        try {
            tests.add(new FieldTest(field, meant, values));
        } catch (IllegalArgumentException e) {
            section.invalid(key, String.valueOf(e.getMessage()));
        }
    }
}
