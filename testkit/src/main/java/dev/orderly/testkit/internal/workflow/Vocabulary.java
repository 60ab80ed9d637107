package dev.orderly.testkit.internal.workflow;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.ItemRules;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The words of which random workflows are made; the plainest of each kind stands first, for shrinking leads there. */
final class Vocabulary {

    private static final long DAY = 24 * 60 * 60;

    static final List<String> EVENTS = List.of("pay", "pack", "ship", "return", "note", "tick");
    static final List<String> ROLES = List.of("staff", "customer", "carrier", Workflow.SYSTEM);

    static final List<Field> FIELDS = List.of(
            Field.choice("delivery", "post", "counter", "courier"),
            Field.of("gift", FieldType.YES_NO),
            Field.of("tracking", FieldType.TEXT),
            Field.of("weight", FieldType.NUMBER).withBounds(1, 10),
            Field.of("wanted", FieldType.DATE),
            Field.of("received", FieldType.DATE).withMax(FieldBound.today()),
            Field.of("refund", FieldType.MONEY)
                    .withMin(FieldBound.parse("0.01 EUR"))
                    .withMax(FieldBound.parse("50 EUR")),
            Field.of("count", FieldType.NUMBER).withMin(FieldBound.of(0)),
            Field.of("paid", FieldType.MONEY),
            Field.of("refunded", FieldType.MONEY).withAtMost(Reference.field("paid")));

    static final List<FieldCondition> TESTS = List.of(
            FieldCondition.of("delivery", "post"),
            FieldCondition.of("gift", true),
            FieldCondition.of("delivery", "counter"),
            FieldCondition.of("delivery", "post", "courier"),
            FieldCondition.of("gift", false),
            FieldCondition.present("tracking"),
            FieldCondition.absent("tracking"),
            FieldCondition.present("delivery"),
            FieldCondition.absent("gift"),
            new FieldCondition("delivery", Operator.IS_NOT, List.of("post")),
            new FieldCondition("weight", Operator.AT_LEAST, List.of(BigDecimal.valueOf(5))),
            new FieldCondition("weight", Operator.LESS_THAN, List.of(BigDecimal.valueOf(5))),
            new FieldCondition("weight", Operator.MORE_THAN, List.of(BigDecimal.valueOf(8))),
            new FieldCondition("weight", Operator.AT_MOST, List.of(BigDecimal.valueOf(8))),
            new FieldCondition("wanted", Operator.AT_LEAST, List.of(LocalDate.parse("2026-03-04"))),
            new FieldCondition("tracking", Operator.ORDER_NUMBER, List.of()),
            FieldCondition.present("received"),
            new FieldCondition("refund", Operator.LESS_THAN, List.of(Money.parse("12.50 EUR"))),
            new FieldCondition("count", Operator.AT_MOST, List.of(BigDecimal.valueOf(3))),
            new FieldCondition("count", Operator.MORE_THAN, List.of(BigDecimal.valueOf(1))));

    static final List<FieldComparison> COMPARISONS = List.of(
            FieldComparison.atMost("count", Reference.field("weight")),
            FieldComparison.atLeast("paid", Reference.field("refund")),
            FieldComparison.lessThan("refunded", Reference.field("paid")),
            FieldComparison.moreThan("wanted", Reference.field("received")),
            FieldComparison.atMost("refund", Reference.field("paid")));

    /** Cases have no lines, and so no total. */
    static final List<FieldComparison> COMPARISONS_WITH_TOTAL =
            List.of(FieldComparison.atLeast("paid", Reference.linesTotal()), COMPARISONS.get(0), COMPARISONS.get(1));

    static final List<FieldChange> CHANGES = List.of(
            FieldChange.add("count", BigDecimal.ONE),
            FieldChange.set("gift", true),
            FieldChange.add("paid", Reference.field("refund")),
            FieldChange.add("refunded", Reference.field("refund")),
            FieldChange.set("delivery", "courier"),
            FieldChange.add("paid", Money.parse("12.50 EUR")),
            FieldChange.set("refunded", Reference.field("refund")),
            FieldChange.set("received", Reference.field("wanted")),
            FieldChange.add("count", Reference.field("weight")),
            FieldChange.set("paid", Money.parse("5 EUR")),
            FieldChange.add("weight", BigDecimal.valueOf(2)));

    /** Each is done: what is left behind by a transition that knows nothing of units is the checker's to find. */
    static final ItemRules ITEMS = ItemRules.of(Stream.of("ordered", "sent", "back", "gone")
            .map(name -> Status.builder(name).done(true).build())
            .toList());

    static final List<ItemMove> MOVES = List.of(
            ItemMove.of("ordered", "sent"),
            ItemMove.of("sent", "back"),
            ItemMove.of("ordered", "gone"),
            new ItemMove(List.of("ordered", "sent"), "gone"),
            new ItemMove(List.of("back", "sent"), "ordered"),
            ItemMove.of("gone", "ordered"));

    static final List<ItemCondition> ITEM_TESTS = List.of(
            ItemCondition.all("sent"),
            ItemCondition.some("sent"),
            ItemCondition.none("ordered"),
            ItemCondition.all("sent", "gone"),
            ItemCondition.some("ordered", "back"),
            ItemCondition.none("gone"));

    /** Each speaks of statuses that every random order, and every random flow, has. */
    static final List<FlowCondition> FLOW_TESTS = List.of(
            FlowCondition.of("payment", "flow-0"),
            FlowCondition.of("payment", "ended-0"),
            FlowCondition.of("order", "s0"),
            FlowCondition.of("order", "end0"));

    static final List<TimeLimit> LIMITS = List.of(
            TimeLimit.after("P1D"),
            TimeLimit.after("PT12H"),
            TimeLimit.after("P3D"),
            TimeLimit.after("PT0S"),
            TimeLimit.after("2 business days"),
            TimeLimit.after("days in weight"),
            TimeLimit.after("P1D").datedBy("wanted"),
            TimeLimit.after("1 business day").cutOff(LocalTime.NOON));

    static final Map<String, Guard> GUARDS = Map.of(
            "in-the-morning",
            (order, request) -> objection(!isMorning(request.at()), "too-late-in-the-day", "Only before noon."),
            "with-a-name",
            (order, request) -> objection(request.actor().id() == null, "who-are-you", "Only with a name."),
            "not-too-heavy",
            (order, request) -> objection(isHeavy(order), "too-heavy", "It is too heavy."),
            "not-for-the-customer",
            (order, request) -> objection(
                    request.actor().role().equals("customer") && !request.data().isEmpty(),
                    "customers-say-nothing",
                    "Customers cannot say anything here."));

    static final List<String> GUARD_NAMES = GUARDS.keySet().stream().sorted().toList();

    private Vocabulary() {}

    private static Optional<Reason> objection(boolean objects, String code, String sentence) {
        return objects ? Optional.of(Reason.of(code, "en", sentence)) : Optional.empty();
    }

    private static boolean isMorning(Instant at) {
        return Math.floorMod(at.getEpochSecond(), DAY) < DAY / 2;
    }

    private static boolean isHeavy(OrderView order) {
        return order.field("weight") instanceof BigDecimal weight && weight.intValue() > 7;
    }

    /** A limit that counts from entering the status or, half of the time, from an event. */
    static TimeLimit limit(int choice, List<String> events) {
        TimeLimit limit = pick(LIMITS, choice / 2);
        UnaryOperator<TimeLimit> since = choice % 2 == 0
                ? l -> l
                : l -> new TimeLimit(
                        l.span(), pick(events, choice / (2 * LIMITS.size())), l.dateField(), l.cutOff(), null);
        return since.apply(limit);
    }

    static <T> T pick(List<T> list, int choice) {
        return list.get(choice % list.size());
    }
}
