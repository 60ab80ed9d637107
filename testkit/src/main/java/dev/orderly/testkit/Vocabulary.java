package dev.orderly.testkit;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldTest;
import dev.orderly.workflow.FieldTest.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Limit;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The words of which random workflows are made; the plainest of each kind stands first, for shrinking leads there. */
final class Vocabulary {

    private static final long DAY = 24 * 60 * 60;

    static final List<String> EVENTS = List.of("pay", "pack", "ship", "return", "note", "tick");
    static final List<String> ROLES = List.of("staff", "customer", "carrier", Workflow.SYSTEM);

    static final List<Field> FIELDS = List.of(
            Field.choice("delivery", "post", "counter", "courier"),
            Field.of("gift", FieldType.YES_NO),
            Field.of("tracking", FieldType.TEXT),
            Field.of("weight", FieldType.NUMBER).between(1, 10),
            Field.of("wanted", FieldType.DATE));

    static final List<FieldTest> TESTS = List.of(
            FieldTest.is("delivery", "post"),
            FieldTest.is("gift", true),
            FieldTest.is("delivery", "counter"),
            FieldTest.is("delivery", "post", "courier"),
            FieldTest.is("gift", false),
            FieldTest.present("tracking"),
            FieldTest.absent("tracking"),
            FieldTest.present("delivery"),
            FieldTest.absent("gift"),
            new FieldTest("delivery", Operator.IS_NOT, List.of("post")),
            new FieldTest("weight", Operator.AT_LEAST, List.of(BigDecimal.valueOf(5))),
            new FieldTest("weight", Operator.LESS_THAN, List.of(BigDecimal.valueOf(5))),
            new FieldTest("weight", Operator.MORE_THAN, List.of(BigDecimal.valueOf(8))),
            new FieldTest("weight", Operator.AT_MOST, List.of(BigDecimal.valueOf(8))),
            new FieldTest("wanted", Operator.AT_LEAST, List.of(LocalDate.parse("2026-03-04"))),
            new FieldTest("tracking", Operator.ORDER_NUMBER, List.of()));

    static final List<Limit> LIMITS = List.of(
            Limit.after("P1D"),
            Limit.after("PT12H"),
            Limit.after("P3D"),
            Limit.after("PT0S"),
            Limit.after("2 business days"),
            Limit.after("days in weight"),
            Limit.after("P1D").datedBy("wanted"),
            Limit.after("1 business day").cutOff(LocalTime.NOON));

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
    static Limit limit(int choice, List<String> events) {
        Limit limit = pick(LIMITS, choice / 2);
        UnaryOperator<Limit> since = choice % 2 == 0
                ? l -> l
                : l -> new Limit(l.span(), pick(events, choice / (2 * LIMITS.size())), l.dateField(), l.cutOff());
        return since.apply(limit);
    }

    static <T> T pick(List<T> list, int choice) {
        return list.get(choice % list.size());
    }
}
