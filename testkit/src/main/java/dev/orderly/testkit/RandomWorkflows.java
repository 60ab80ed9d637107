package dev.orderly.testkit;

import dev.orderly.check.Checker;
import dev.orderly.check.Problem;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldTest;
import dev.orderly.workflow.FieldTest.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Limit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random workflows in which the checker finds no error: up to 8 statuses and 14 transitions, fields of several types,
 * conditions, roles and limits. From every status that is not done an order can be dropped, so that none is stuck; of
 * the others, those that the checker still objects to are thrown away.
 */
final class RandomWorkflows {

    private static final int MAX_STATUSES = 8;
    private static final int MAX_TRANSITIONS = 14;
    private static final List<String> EVENTS = List.of("pay", "pack", "ship", "return", "note", "tick");
    private static final List<String> ROLES = List.of("customer", "staff", "carrier", Workflow.SYSTEM);
    private static final List<String> LIMITS = List.of("PT0S", "PT12H", "P1D", "P3D", "2 business days");
    private static final List<Field> FIELDS = List.of(
            Field.choice("delivery", "post", "counter", "courier"),
            Field.of("gift", FieldType.YES_NO),
            Field.of("tracking", FieldType.TEXT),
            Field.of("weight", FieldType.NUMBER).between(1, 10));

    private final Random random;

    private RandomWorkflows(Random random) {
        this.random = random;
    }

    /** Workflows by their seed. */
    static Arbitrary<Workflow> any() {
        return Arbitraries.longs().map(RandomWorkflows::ofSeed);
    }

    /** The same workflow for the same seed. */
    static Workflow ofSeed(long seed) {
        RandomWorkflows workflows = new RandomWorkflows(random(seed));
        Workflow workflow = workflows.next();
        while (Checker.check(workflow).stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
            workflow = workflows.next();
        }
        return workflow;
    }

    /** Seeds that follow one another begin alike in {@link Random}, and are therefore stirred first. */
    static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    private Workflow next() {
        WorkflowBuilder<String, String> builder =
                Workflow.named("random").roles(ROLES.toArray(new String[0])).zone("Europe/Warsaw");
        FIELDS.forEach(builder::field);
        List<String> names = new ArrayList<>();
        int statuses = random.nextInt(2, MAX_STATUSES + 1);
        for (int i = 0; i < statuses; i++) {
            names.add("s" + i);
        }
        String end = names.get(statuses - 1);
        names.forEach(name -> builder.status(name, s -> {
            if (name.equals(end)) {
                s.done();
            }
        }));
        String[] live = names.subList(0, statuses - 1).toArray(new String[0]);
        builder.transition("place", t -> t.to("s0").by("customer").takes("delivery", "gift"));
        builder.transition("drop", t -> t.from(live).to(end).by("staff"));
        int transitions = random.nextInt(1, MAX_TRANSITIONS - 1);
        for (int i = 0; i < transitions; i++) {
            builder.transition(pick(EVENTS), t -> describe(t, names));
        }
        return builder.allow("unreachable-alternative", "chance makes such, and no order ever takes one")
                .build();
    }

    private void describe(TransitionBuilder<String> t, List<String> statuses) {
        t.from(pick(statuses));
        if (random.nextInt(4) > 0) {
            t.to(pick(statuses));
        }
        List<String> settable = new ArrayList<>(FIELDS.stream().map(Field::name).toList());
        for (Field field : FIELDS) {
            if (random.nextInt(6) == 0) {
                FieldTest test = test(field);
                t.when(test);
                if (test.operator() == Operator.ABSENT) {
                    settable.remove(field.name());
                }
            }
        }
        boolean timed = random.nextInt(8) == 0;
        if (timed) {
            t.after(limit());
        } else {
            ROLES.stream().filter(role -> random.nextInt(3) == 0).forEach(t::by);
            settable.stream().filter(field -> random.nextInt(8) == 0).forEach(t::needs);
        }
        settable.stream().filter(field -> random.nextInt(8) == 0).forEach(t::has);
        settable.stream().filter(field -> random.nextInt(6) == 0).forEach(t::takes);
        rarely(t::once);
        rarely(t::linesAvailable);
        rarely(() -> t.within(limit()));
        rarely(() -> t.notBefore(limit()));
        rarely(() -> t.checklist("gift"));
    }

    private FieldTest test(Field field) {
        return switch (random.nextInt(4)) {
            case 0 -> new FieldTest(field.name(), Operator.IS_NOT, List.of(value(field)));
            case 1 -> new FieldTest(field.name(), Operator.PRESENT, List.of());
            case 2 ->
                field.type() == FieldType.NUMBER
                        ? new FieldTest(field.name(), Operator.AT_LEAST, List.of(value(field)))
                        : new FieldTest(field.name(), Operator.ABSENT, List.of());
            default -> FieldTest.is(field.name(), value(field));
        };
    }

    private Object value(Field field) {
        return switch (field.type()) {
            case CHOICE -> pick(field.choices());
            case YES_NO -> random.nextBoolean();
            case NUMBER -> new BigDecimal(random.nextInt(1, 11));
            default -> pick(List.of("a", "b"));
        };
    }

    private Limit limit() {
        String span = pick(LIMITS);
        return random.nextBoolean() ? Limit.after(span) : Limit.after(span, pick(EVENTS.subList(0, 2)));
    }

    private void rarely(Runnable addition) {
        if (random.nextInt(10) == 0) {
            addition.run();
        }
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
