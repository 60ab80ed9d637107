package dev.orderly.workflow.file;

import dev.orderly.workflow.Allowance;
import dev.orderly.workflow.Carrier;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.EventLabel;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a workflow of a file's nodes. Goes on after a mistake with what can be used, so that all mistakes are found in one
 * run; a workflow with mistakes is good for checking only.
 */
final class WorkflowReader {

    private static final List<String> PARTS =
            List.of("fields", "statuses", "customer-statuses", "events", "transitions", "never");
    private static final List<String> TOP = concat(
            List.of("$schema", "workflow", "version", "extends", "remove", "languages", "roles", "calendar"),
            PARTS,
            List.of("cases", "carriers", "parcels", "allow"));
    private static final List<String> CASE = concat(List.of("label", "open-in"), PARTS);

    /** Stands for a name that is missing or wrong, so that the rest can still be checked. */
    private static final String UNNAMED = "unnamed";

    private final Problems problems;
    private final Anchors anchors;

    WorkflowReader(Problems problems, Anchors anchors) {
        this.problems = problems;
        this.anchors = anchors;
    }

    Workflow read(Node root) {
        Section top = Section.of(root, "the workflow", problems);
        top.allow(TOP);
        String name = top.required("workflow").filter(n -> validName(top, n)).orElse(UNNAMED);
        int version = top.has("version") ? version(top) : missingVersion(top);
        List<String> languages = top.has("languages") ? top.texts("languages") : List.of("en");
        List<String> roles = top.has("roles") ? top.texts("roles") : Workflow.USUAL_ROLES;
        WorkCalendar calendar = calendar(top);
        Parts parts = parts(top, "");
        List<CaseType> cases = named(top, "cases", (caseName, node) -> {
            Section section = Section.of(node, "the case \"" + caseName + "\"", problems);
            section.allow(CASE);
            Parts own = parts(section, "cases/" + caseName + "/");
            Workflow workflow =
                    own.assemble(caseName, version, languages, roles, calendar, List.of(), List.of(), null, List.of());
            return Optional.of(new CaseType(caseName, section.localText("label"), section.texts("open-in"), workflow));
        });
        return parts.assemble(
                name,
                version,
                languages,
                roles,
                calendar,
                cases,
                named(top, "carriers", this::carrier),
                parcels(top),
                list(top, "allow", "", this::allowance));
    }

    /** What an order's workflow and a case's have in common. */
    private record Parts(
            List<Field> fields,
            List<Status> statuses,
            List<CustomerStatus> customerStatuses,
            List<EventLabel> events,
            List<Transition> transitions,
            List<NeverRule> never) {

        Workflow assemble(
                String name,
                int version,
                List<String> languages,
                List<String> roles,
                WorkCalendar calendar,
                List<CaseType> cases,
                List<Carrier> carriers,
                @Nullable ParcelFields parcels,
                List<Allowance> allowances) {
            return new Workflow(
                    name,
                    version,
                    languages,
                    roles,
                    calendar,
                    fields,
                    statuses,
                    customerStatuses,
                    events,
                    transitions,
                    never,
                    cases,
                    carriers,
                    parcels,
                    allowances);
        }
    }

    private Parts parts(Section top, String path) {
        for (String key : List.of("statuses", "transitions")) {
            if (!top.has(key)) {
                top.required(key);
            }
        }
        TransitionReader transitions = new TransitionReader(problems);
        return new Parts(
                named(top, "fields", this::field),
                named(top, "statuses", (name, node) -> status(name, node, transitions)),
                named(top, "customer-statuses", this::customerStatus),
                named(top, "events", this::event),
                list(top, "transitions", path, transitions::transition),
                list(top, "never", path, transitions::never));
    }

    private <T> List<T> named(Section top, String key, BiFunction<String, Node, Optional<T>> read) {
        List<T> items = new ArrayList<>();
        for (Map.Entry<String, Node> entry : top.named(key).entrySet()) {
            read.apply(entry.getKey(), entry.getValue()).ifPresent(items::add);
        }
        return items;
    }

    private <T> List<T> list(Section top, String key, String path, Function<Node, Optional<T>> read) {
        List<T> items = new ArrayList<>();
        for (Node node : top.items(key)) {
            Optional<T> item = read.apply(node);
            if (item.isPresent()) {
                anchors.set(path + key + "/" + items.size(), node);
                items.add(item.get());
            }
        }
        return items;
    }

    private static boolean validName(Section top, String name) {
        boolean valid = Name.isValid(name);
        if (!valid) {
            top.invalid("workflow", "\"" + name + "\" is no valid name for a workflow");
        }
        return valid;
    }

    private static int missingVersion(Section top) {
        top.required("version");
        return 1;
    }

    private static int version(Section top) {
        return top.parsed("version", text -> {
                    if (!text.matches("[1-9]\\d{0,8}")) {
                        throw new IllegalArgumentException("\"" + text + "\" is no whole number from 1");
                    }
                    return Integer.valueOf(text);
                })
                .orElse(1);
    }

    private WorkCalendar calendar(Section top) {
        Node node = top.node("calendar").orElse(null);
        if (node == null) {
            return WorkCalendar.UTC;
        }
        Section section = Section.of(node, "\"calendar\"", problems);
        section.allow(List.of("zone", "weekend", "holidays"));
        ZoneId zone = section.parsed("zone", ZoneId::of).orElse(WorkCalendar.UTC.zone());
        Set<DayOfWeek> weekend = new HashSet<>(WorkCalendar.UTC.weekend());
        if (section.has("weekend")) {
            weekend.clear();
            weekend.addAll(days(section, "weekend", text -> DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT))));
        }
        Set<LocalDate> holidays = new HashSet<>(days(section, "holidays", LocalDate::parse));
        if (weekend.size() == DayOfWeek.values().length) {
            section.invalid("weekend", "the weekend cannot be the whole week: no business day would remain");
            return WorkCalendar.UTC;
        }
        return new WorkCalendar(zone, weekend, holidays);
    }

    private static <T> List<T> days(Section section, String key, Function<String, T> parse) {
        List<T> days = new ArrayList<>();
        for (String text : section.texts(key)) {
            try {
                days.add(parse.apply(text));
            } catch (IllegalArgumentException | DateTimeException e) {
                section.invalid(key, "\"" + text + "\" is no day: write monday, or 2026-12-25 for a date");
            }
        }
        return days;
    }

    private Optional<Field> field(String name, Node node) {
        Section section = Section.of(node, "the field \"" + name + "\"", problems);
        section.allow(List.of("type", "of", "min", "max", "label"));
        FieldType type = section.required("type")
                .flatMap(text -> fieldType(section, text))
                .orElse(FieldType.TEXT);
        List<String> choices = section.texts("of");
        return Optional.of(new Field(
                name, type, choices, number(section, "min"), number(section, "max"), section.localText("label")));
    }

    private static @Nullable BigDecimal number(Section section, String key) {
        return section.parsed(key, text -> (BigDecimal) FieldType.NUMBER.canonical(text))
                .orElse(null);
    }

    private static Optional<FieldType> fieldType(Section section, String text) {
        for (FieldType type : FieldType.values()) {
            if (type.code().equals(text)) {
                return Optional.of(type);
            }
        }
        String codes = Arrays.stream(FieldType.values()).map(FieldType::code).collect(Collectors.joining(", "));
        section.invalid("type", "\"" + text + "\" is no type of a field; possible are " + codes);
        return Optional.empty();
    }

    private Optional<Status> status(String name, Node node, TransitionReader limits) {
        if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            return Optional.of(new Status(name, LocalText.EMPTY, LocalText.EMPTY, false, null, null));
        }
        Section section = Section.of(node, "the status \"" + name + "\"", problems);
        section.allow(List.of("label", "note", "done", "shown-as", "due"));
        return Optional.of(new Status(
                name,
                section.localText("label"),
                section.localText("note"),
                section.flag("done"),
                section.text("shown-as").orElse(null),
                limits.limit(section, "due")));
    }

    private Optional<CustomerStatus> customerStatus(String name, Node node) {
        Section section = Section.of(node, "the customer status \"" + name + "\"", problems);
        section.allow(List.of("label", "note"));
        return Optional.of(new CustomerStatus(name, section.localText("label"), section.localText("note")));
    }

    private Optional<EventLabel> event(String name, Node node) {
        Section section = Section.of(node, "the event \"" + name + "\"", problems);
        section.allow(List.of("label"));
        return Optional.of(new EventLabel(name, section.localText("label")));
    }

    private Optional<Carrier> carrier(String name, Node node) {
        Section section = Section.of(node, "the carrier \"" + name + "\"", problems);
        section.allow(List.of("label", "link"));
        String label = section.text("label").orElse(name);
        return section.required("link").flatMap(link -> {
            try {
                return Optional.of(new Carrier(name, label, link));
            } catch (IllegalArgumentException e) {
                section.invalid("link", String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    private @Nullable ParcelFields parcels(Section top) {
        Node node = top.node("parcels").orElse(null);
        if (node == null) {
            return null;
        }
        Section section = Section.of(node, "\"parcels\"", problems);
        section.allow(List.of("number", "carrier", "default-carrier"));
        return section.required("number")
                .map(number -> new ParcelFields(
                        number,
                        section.text("carrier").orElse(null),
                        section.text("default-carrier").orElse(null)))
                .orElse(null);
    }

    private Optional<Allowance> allowance(Node node) {
        Section section = Section.of(node, "an entry of \"allow\"", problems);
        section.allow(List.of("code", "because"));
        Optional<String> code = section.required("code");
        Optional<String> because = section.required("because");
        if (because.isPresent() && because.get().isBlank()) {
            section.invalid("because", "\"because\" cannot be blank: say why the problem is kept");
            return Optional.empty();
        }
        return code.isEmpty() || because.isEmpty()
                ? Optional.empty()
                : Optional.of(new Allowance(code.get(), because.get()));
    }

    @SafeVarargs
    private static <T> List<T> concat(List<T>... lists) {
        List<T> all = new ArrayList<>();
        for (List<T> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }
}
