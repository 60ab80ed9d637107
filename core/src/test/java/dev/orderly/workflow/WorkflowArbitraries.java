package dev.orderly.workflow;

import dev.orderly.workflow.FieldCondition.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Random workflows that use everything a workflow can have. They hold together as values; whether they make sense as
 * workflows is left to the checker.
 */
public final class WorkflowArbitraries {

    private static final List<String> LANGUAGES = List.of("en", "pl", "no", "pt-BR");

    private WorkflowArbitraries() {}

    /** Names, with those among them that YAML could take for something else. */
    public static Arbitrary<String> names() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("abzAZ09_")
                .withChars("жщЯ")
                .withChars("łπ中")
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<String> composed = words.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(parts -> Arbitraries.of(" ", ".", "-").map(between -> String.join(between, parts)));
        Arbitrary<String> keywords = Arbitraries.of(
                "yes",
                "no",
                "on",
                "off",
                "null",
                "Null",
                "true",
                "False",
                "1e3",
                "0x1F",
                "017",
                "1.5",
                "12",
                "y",
                "n",
                "2026-05-31",
                "1_000",
                "0.0",
                "nan",
                "inf",
                "to",
                "e1");
        return Arbitraries.frequencyOf(Tuple.of(4, composed), Tuple.of(1, keywords));
    }

    /** Texts for people, with everything that could upset a file. */
    public static Arbitrary<String> texts() {
        Arbitrary<String> wild = Arbitraries.strings()
                .withChars(" \t\n\r'\"\\:#-?,[]{}&*!|>%@`~=<ab1")
                .withChars("ęжπ\u00a0\u0085\u2028\u2029\ufeff\u0007\u007f")
                .ofMinLength(1)
                .ofMaxLength(24);
        Arbitrary<String> awkward = Arbitraries.of(
                "null",
                "~",
                "yes",
                "true",
                "1e3",
                ".inf",
                "0o17",
                "2026-05-31",
                " leading",
                "trailing ",
                "a: b",
                "a #b",
                "- a",
                "line\nline",
                "\nline",
                "line\n",
                "line\n\n",
                "  a\n b\n",
                "a\r\nb",
                "'",
                "\"",
                "{number}",
                "😀",
                "---",
                "...",
                "? a",
                "!tag",
                "&a",
                "*a",
                "key:",
                "=",
                "<<",
                "%YAML",
                "@",
                "`");
        return Arbitraries.oneOf(wild, awkward).filter(text -> !text.isBlank());
    }

    /** Texts in some of the languages of {@link #workflows()}. */
    public static Arbitrary<LocalText> localTexts() {
        return Arbitraries.maps(Arbitraries.of(LANGUAGES), texts()).ofMaxSize(2).map(LocalText::new);
    }

    /** Fields of every type. */
    public static Arbitrary<Field> fields(String name) {
        return Combinators.combine(
                        Arbitraries.of(FieldType.values()),
                        words().list().ofMinSize(1).ofMaxSize(3).uniqueElements(),
                        localTexts(),
                        localTexts())
                .as((type, choices, label, choiceLabel) -> Field.builder(name, type)
                        .choices(type == FieldType.CHOICE ? choices : List.of())
                        .label(label)
                        .choiceLabels(
                                type == FieldType.CHOICE && !choiceLabel.isEmpty()
                                        ? Map.of(choices.get(0), choiceLabel)
                                        : Map.of())
                        .build())
                .flatMap(WorkflowArbitraries::bounded)
                .flatMap(WorkflowArbitraries::boundedByOthers);
    }

    /** The field with a bound or two, where its type has any. */
    private static Arbitrary<Field> bounded(Field field) {
        Arbitrary<FieldBound> bounds = switch (field.type()) {
            case NUMBER -> numbers().map(FieldBound::of);
            case DATE -> Arbitraries.oneOf(dates().map(FieldBound::of), Arbitraries.just(FieldBound.today()));
            case MONEY -> amounts().map(FieldBound::of);
            case TEXT, YES_NO, CHOICE, INSTANT -> null;
        };
        return bounds == null
                ? Arbitraries.just(field)
                : Combinators.combine(bounds.injectNull(0.5), bounds.injectNull(0.5))
                        .as((min, max) -> field.toBuilder().min(min).max(max).build())
                        .filter(WorkflowArbitraries::leavesAValue);
    }

    private static Arbitrary<Field> boundedByOthers(Field field) {
        return field.type().isOrdered()
                ? Combinators.combine(references().injectNull(0.8), references().injectNull(0.8))
                        .as((least, most) ->
                                field.toBuilder().atLeast(least).atMost(most).build())
                : Arbitraries.just(field);
    }

    /** Other fields, and the total. */
    private static Arbitrary<Reference> references() {
        return Arbitraries.oneOf(names().map(Reference::field), Arbitraries.just(Reference.linesTotal()));
    }

    private static Arbitrary<FieldComparison> comparisons() {
        return Combinators.combine(
                        names(), Arbitraries.of(Operator.values()).filter(Operator::isRelation), references())
                .as(FieldComparison::new);
    }

    /** Values that are set and added, of fields that there are and of others. */
    private static Arbitrary<List<FieldChange>> changes(List<Field> fields) {
        Arbitrary<FieldChange> any = Combinators.combine(
                        names(), Arbitraries.of(FieldChange.Operation.values()), references())
                .as(FieldChange::new);
        if (fields.isEmpty()) {
            return few(any);
        }
        Arbitrary<FieldChange> constant = Arbitraries.of(fields)
                .flatMap(field -> values(field)
                        .map(value -> field.type() == FieldType.NUMBER || field.type() == FieldType.MONEY
                                ? FieldChange.add(field.name(), value)
                                : FieldChange.set(field.name(), value)));
        return few(Arbitraries.oneOf(any, constant));
    }

    private static boolean leavesAValue(Field field) {
        Object min = field.min() == null ? null : field.min().value();
        return min == null || field.max() == null || field.max().isToday() || fits(field, min);
    }

    private static boolean fits(Field field, Object value) {
        try {
            field.canonical(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Words of a choice; as keys of a map they cannot be YAML's merge key. */
    private static Arbitrary<String> words() {
        return texts().filter(word -> !word.equals("<<"));
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e12"), new BigDecimal("1e12"))
                .ofScale(6);
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(-100_000, 100_000).map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<Money> amounts() {
        return numbers().map(n -> new Money(n.setScale(2, RoundingMode.HALF_EVEN), Currency.getInstance("EUR")));
    }

    private static Arbitrary<Object> values(Field field) {
        Arbitrary<?> values = switch (field.type()) {
            case TEXT -> texts();
            case NUMBER -> numbers();
            case YES_NO -> Arbitraries.of(true, false);
            case CHOICE -> Arbitraries.of(field.choices());
            case DATE -> dates();
            case INSTANT ->
                Arbitraries.longs()
                        .between(-10_000_000_000L, 10_000_000_000L)
                        .map(seconds -> Instant.ofEpochSecond(seconds, 120_000_000));
            case MONEY -> amounts();
        };
        return values.map(Function.identity());
    }

    /** Conditions of every operator on some of the fields, several on one field among them. */
    public static Arbitrary<List<FieldCondition>> conditions(List<Field> fields) {
        if (fields.isEmpty()) {
            return Arbitraries.just(List.of());
        }
        return few(Arbitraries.of(fields).flatMap(WorkflowArbitraries::condition));
    }

    private static Arbitrary<FieldCondition> condition(Field field) {
        return Arbitraries.of(Operator.values()).flatMap(operator -> {
            int least = operator == Operator.IS || operator == Operator.IS_NOT || operator.isRelation() ? 1 : 0;
            int most = operator.isRelation() ? 1 : least * 3;
            return values(field)
                    .list()
                    .ofMinSize(least)
                    .ofMaxSize(most)
                    .map(values -> new FieldCondition(field.name(), operator, values));
        });
    }

    /** Lengths of time in every form. */
    public static Arbitrary<TimeSpan> spans() {
        Arbitrary<TimeSpan> calendar = Combinators.combine(
                        Arbitraries.of(
                                Period.ZERO,
                                Period.ofDays(14),
                                Period.of(1, 2, 3),
                                Period.ofWeeks(2),
                                Period.ofMonths(6)),
                        Arbitraries.of(
                                Duration.ZERO,
                                Duration.ofHours(36),
                                Duration.ofMinutes(90),
                                Duration.ofMillis(1_500),
                                Duration.ofDays(2)))
                .as(TimeSpan.Calendar::new);
        Arbitrary<TimeSpan> business = Arbitraries.integers().between(0, 36_525).map(TimeSpan.BusinessDays::new);
        Arbitrary<TimeSpan> counted =
                Combinators.combine(names(), Arbitraries.of(true, false)).as(TimeSpan.DaysIn::new);
        return Arbitraries.oneOf(calendar, business, counted);
    }

    /** Limits in every form. */
    public static Arbitrary<TimeLimit> limits() {
        Arbitrary<LocalTime> cutOffs = Arbitraries.of(
                LocalTime.MIDNIGHT, LocalTime.of(20, 0), LocalTime.of(9, 30, 15), LocalTime.of(1, 2, 3, 4));
        Arbitrary<TimeLimit> forward = Combinators.combine(
                        spans(), names().injectNull(0.5), names().injectNull(0.7), cutOffs.injectNull(0.7))
                .as((span, of, dated, cutOff) -> new TimeLimit(span, of, dated, cutOff, null));
        Arbitrary<TimeLimit> back = Combinators.combine(spans(), names())
                .as((span, event) -> new TimeLimit(span, null, null, null, new DeadlineReference(event, null)));
        return Arbitraries.frequencyOf(Tuple.of(5, forward), Tuple.of(1, back));
    }

    private static Arbitrary<Status> statuses(String name) {
        return Combinators.combine(
                        localTexts(),
                        localTexts(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Outcome.values()).injectNull(0.7),
                        names().injectNull(0.8),
                        limits().injectNull(0.7))
                .as((label, note, done, outcome, shownAs, due) -> Status.builder(name)
                        .label(label)
                        .note(note)
                        .done(done)
                        .outcome(outcome)
                        .shownAs(shownAs)
                        .due(due)
                        .build());
    }

    private static Arbitrary<NotificationRule> notices() {
        return Combinators.combine(names(), Arbitraries.of("mail", "sms"), Arbitraries.of(true, false))
                .as((role, channel, always) ->
                        NotificationRule.of(role).withChannel(channel).withAlways(always));
    }

    /** Conditions on units with every quantifier, several with one among them. */
    private static Arbitrary<List<ItemCondition>> itemConditions() {
        return few(Combinators.combine(
                        Arbitraries.of(ItemCondition.Quantifier.values()),
                        names().list().ofMinSize(1).ofMaxSize(3).uniqueElements())
                .as(ItemCondition::new));
    }

    private static Arbitrary<ItemMove> itemMoves() {
        return names().list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .uniqueElements()
                .map(names -> new ItemMove(names.subList(1, names.size()), names.get(0)));
    }

    private static Arbitrary<ItemRules> itemRules() {
        return named(name -> Combinators.combine(localTexts(), localTexts(), Arbitraries.of(true, false))
                        .as((label, note, done) -> Status.builder(name)
                                .label(label)
                                .note(note)
                                .done(done)
                                .build()))
                .filter(statuses -> !statuses.isEmpty())
                .map(ItemRules::of);
    }

    /** Transitions of every kind: starts, moves, data moves, deadlines. */
    public static Arbitrary<Transition> transitions(List<Field> fields) {
        Arbitrary<List<String>> some = few(names());
        Arbitrary<List<TimeLimit>> times = limits().injectNull(0.7).list().ofSize(3);
        List<Condition.Kind> flagKinds = Arrays.stream(Condition.Kind.values())
                .filter(kind -> kind.shape() == Condition.Shape.FLAG)
                .toList();
        Arbitrary<Set<Condition.Kind>> flags = Arbitraries.of(flagKinds).set();
        return Combinators.combine(
                        names().list().ofSize(3),
                        some.list().ofSize(7),
                        conditions(fields),
                        times,
                        flags,
                        few(notices()),
                        Combinators.combine(itemConditions(), itemMoves().injectNull(0.7), Arbitraries.of(true, false))
                                .as(ItemParts::new),
                        Combinators.combine(few(comparisons()), changes(fields)).as(AmountParts::new))
                .as((name, lists, when, limit, flag, notices, items, amounts) -> {
                    boolean startsOrMoves = lists.get(0).isEmpty() || flag.isEmpty();
                    TransitionBuilder<String> transition = Transition.builder(name.get(0))
                            .from(array(lists.get(0)))
                            .to(startsOrMoves ? name.get(1) : null)
                            .by(
                                    limit.get(2) != null && lists.get(1).isEmpty()
                                            ? new String[] {name.get(2)}
                                            : array(lists.get(1)))
                            .whenField(when.toArray(FieldCondition[]::new))
                            .whenField(amounts.comparisons().toArray(FieldComparison[]::new))
                            .change(amounts.changes().toArray(FieldChange[]::new))
                            .needs(array(lists.get(2)))
                            .has(array(lists.get(3)))
                            .takes(array(lists.get(4)))
                            .checklist(array(lists.get(5)))
                            .within(limit.get(0))
                            .notBefore(limit.get(1))
                            .whenItems(items.when().toArray(ItemCondition[]::new))
                            .items(items.move())
                            .parcel(items.parcel())
                            .guard(array(lists.get(6)))
                            .after(limit.get(2))
                            .notifying(notices.toArray(NotificationRule[]::new));
                    flag.forEach(kind -> transition.condition(kind.of(true)));
                    return transition.build();
                });
    }

    private record AmountParts(List<FieldComparison> comparisons, List<FieldChange> changes) {}

    private record ItemParts(
            List<ItemCondition> when, @Nullable ItemMove move, boolean parcel) {}

    private static String[] array(List<String> names) {
        return names.toArray(String[]::new);
    }

    private static Arbitrary<NeverRule> rules(List<Field> fields) {
        return Combinators.combine(names(), few(names()), few(names()), conditions(fields), itemConditions())
                .as(NeverRule::new);
    }

    /** Workflows with fields, statuses, transitions and rules, and nothing that a case cannot have. */
    public static Arbitrary<Workflow> plainWorkflows() {
        return names().list()
                .ofMaxSize(4)
                .uniqueElements()
                .flatMap(names -> each(names, WorkflowArbitraries::fields)
                        .flatMap(fields -> Combinators.combine(
                                        names(),
                                        named(WorkflowArbitraries::statuses).filter(statuses -> !statuses.isEmpty()),
                                        named(name -> Combinators.combine(localTexts(), localTexts())
                                                .as((label, note) -> new CustomerStatus(name, label, note))),
                                        named(name -> localTexts().map(label -> new EventLabel(name, label))),
                                        few(transitions(fields)),
                                        few(rules(fields)))
                                .as((name, statuses, shown, events, transitions, never) -> {
                                    WorkflowBuilder<String, String> workflow =
                                            Workflow.builder(name).languages(LANGUAGES);
                                    fields.forEach(workflow::field);
                                    statuses.forEach(workflow::status);
                                    shown.forEach(workflow::customerStatus);
                                    events.forEach(workflow::eventLabel);
                                    transitions.forEach(workflow::transition);
                                    never.forEach(workflow::never);
                                    return workflow.build();
                                })));
    }

    /** Workflows with everything. */
    public static Arbitrary<Workflow> workflows() {
        return Combinators.combine(
                        plainWorkflows(),
                        Arbitraries.integers().between(1, 999_999_999),
                        few(names()).map(roles -> roles.isEmpty() ? Workflow.USUAL_ROLES : roles),
                        calendars(),
                        named(WorkflowArbitraries::cases),
                        named(WorkflowArbitraries::carriers),
                        Combinators.combine(
                                        Combinators.combine(names(), names().injectNull(0.5), names().injectNull(0.5))
                                                .as(ParcelFields::new)
                                                .injectNull(0.5),
                                        conversations().injectNull(0.5),
                                        itemRules().injectNull(0.5))
                                .as(Shared::new),
                        few(Combinators.combine(names(), texts()).as(Suppression::new)))
                .as((plain, version, roles, calendar, cases, carriers, shared, suppressions) -> {
                    WorkflowBuilder<String, String> workflow = plain.toBuilder()
                            .version(version)
                            .roles(roles)
                            .calendar(calendar)
                            .parcels(shared.parcels())
                            .conversation(shared.conversation())
                            .items(shared.items());
                    cases.forEach(workflow::caseType);
                    carriers.forEach(workflow::carrier);
                    suppressions.forEach(workflow::suppress);
                    return workflow.build();
                });
    }

    /** Three parts in one: no more than eight can be combined. */
    private record Shared(
            @Nullable ParcelFields parcels,
            @Nullable ConversationRules conversation,
            @Nullable ItemRules items) {}

    private static Arbitrary<ConversationRules> conversations() {
        return Combinators.combine(
                        names().list().ofMinSize(1).ofMaxSize(3), names(), Arbitraries.of(ContactData.values()))
                .as((roles, channel, rule) ->
                        ConversationRules.of(roles).withChannel(channel).withContactData(rule));
    }

    private static Arbitrary<CaseType> cases(String name) {
        return Combinators.combine(localTexts(), names().list().ofMinSize(1).ofMaxSize(2), plainWorkflows())
                .as((label, openIn, workflow) ->
                        CaseType.of(name, workflow).withLabel(label).withOpenIn(openIn));
    }

    private static Arbitrary<Carrier> carriers(String name) {
        return texts().map(label -> new Carrier(name, label, "https://carrier.example/?n={number}#" + label.trim()));
    }

    private static Arbitrary<WorkCalendar> calendars() {
        return Combinators.combine(
                        Arbitraries.of("UTC", "Europe/Warsaw", "+02:00", "Z").map(ZoneId::of),
                        Arbitraries.of(DayOfWeek.class).set().ofMaxSize(6),
                        dates().set().ofMaxSize(3))
                .as(WorkCalendar::new);
    }

    private static <T> ListArbitrary<T> few(Arbitrary<T> items) {
        return items.list().ofMaxSize(2);
    }

    private static <T> Arbitrary<List<T>> named(Function<String, Arbitrary<T>> item) {
        return names().list().ofMaxSize(2).uniqueElements().flatMap(names -> each(names, item));
    }

    private static <T> Arbitrary<List<T>> each(List<String> names, Function<String, Arbitrary<T>> item) {
        return Combinators.combine(names.stream().map(item).collect(Collectors.toList()))
                .as(items -> items);
    }
}
