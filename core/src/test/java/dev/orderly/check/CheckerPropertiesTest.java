package dev.orderly.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.WorkflowFiles;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CheckerPropertiesTest {

    private static final List<String> STATUSES = List.of("a", "b", "c", "d");
    private static final List<String> FIELDS = List.of("f", "g");
    private static final List<String> NUMBERS = List.of("m", "n");
    private static final List<String> WORDS = List.of("x", "y", "z");
    private static final List<String> EVENTS = List.of("go", "move", "turn");
    private static final List<String> ROLES = List.of("staff", "customer", "system");

    /** A workflow with names that exist, and otherwise any nonsense. */
    private static Workflow workflow(Random random, boolean hasAmounts) {
        WorkflowBuilder<String, String> builder = Workflow.builder("random").roles(ROLES.toArray(new String[0]));
        FIELDS.forEach(f -> builder.field(Field.choice(f, WORDS.toArray(new String[0]))));
        (hasAmounts ? NUMBERS : List.<String>of())
                .forEach(n -> builder.field(Field.of(n, FieldType.NUMBER).withBounds(0, 4)));
        STATUSES.forEach(s -> builder.status(s, d -> {
            if (random.nextInt(3) == 0) {
                d.done().outcome(pick(List.of(Outcome.values()), random));
            }
        }));
        builder.transition("go", t -> transition(t.to(pick(STATUSES, random)), random, hasAmounts));
        for (int i = random.nextInt(3, 10); i > 0; i--) {
            builder.transition(EVENTS.get(i % EVENTS.size()), t -> {
                boolean initial = random.nextInt(6) == 0;
                if (!initial) {
                    t.from(pick(STATUSES, random), pick(STATUSES, random));
                }
                if (initial || random.nextInt(4) > 0) {
                    t.to(pick(STATUSES, random));
                }
                transition(t, random, hasAmounts);
            });
        }
        builder.never(new NeverRule(pick(STATUSES, random), some(EVENTS, random), some(EVENTS, random), tests(random)));
        return builder.build();
    }

    private static void transition(TransitionBuilder<String> t, Random random, boolean hasAmounts) {
        tests(random).forEach(t::whenField);
        for (String field : FIELDS) {
            if (hasAmounts && random.nextInt(8) == 0) {
                t.set(field, pick(WORDS, random));
            } else {
                some(List.of(field), random).forEach(t::needs);
                some(List.of(field), random).forEach(t::has);
                some(List.of(field), random).forEach(t::takes);
            }
        }
        some(ROLES, random).forEach(t::by);
        if (hasAmounts) {
            amounts(t, random);
        }
        if (random.nextInt(8) == 0) {
            t.guard("luck");
        }
        if (random.nextInt(8) == 0) {
            t.after(TimeLimit.after("P1D"));
        }
    }

    private static List<FieldCondition> tests(Random random) {
        List<FieldCondition> tests = new ArrayList<>();
        for (String field : some(FIELDS, random)) {
            Operator operator =
                    pick(List.of(Operator.IS, Operator.IS, Operator.IS_NOT, Operator.PRESENT, Operator.ABSENT), random);
            boolean constant = operator == Operator.IS || operator == Operator.IS_NOT;
            tests.add(new FieldCondition(field, operator, constant ? List.of(pick(WORDS, random)) : List.of()));
        }
        return tests;
    }

    /** Reads, sets, adds and compares; a field is written once and never given as well. */
    private static void amounts(TransitionBuilder<String> t, Random random) {
        for (String number : NUMBERS) {
            switch (random.nextInt(8)) {
                case 0 -> t.takes(number);
                case 1 -> t.needs(number);
                case 2 -> t.add(number, random.nextInt(1, 3));
                case 3 -> t.set(number, random.nextInt(0, 4));
                case 4 -> t.add(number, Reference.field(NUMBERS.get(random.nextInt(2))));
                default -> {}
            }
            if (random.nextInt(4) == 0) {
                Operator operator = pick(List.of(Operator.AT_MOST, Operator.AT_LEAST, Operator.MORE_THAN), random);
                t.whenField(new FieldCondition(number, operator, List.of(BigDecimal.valueOf(random.nextInt(0, 4)))));
            }
        }
        if (random.nextInt(6) == 0) {
            t.whenField(FieldComparison.lessThan("m", Reference.field("n")));
        }
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static <T> List<T> some(List<T> list, Random random) {
        return list.stream().filter(x -> random.nextInt(4) == 0).toList();
    }

    private static Set<String> places(Workflow workflow, String... codes) {
        Set<String> places = new HashSet<>();
        for (Problem problem : Checker.check(workflow)) {
            if (List.of(codes).contains(problem.code())) {
                places.add(problem.path());
            }
        }
        return places;
    }

    @Property(tries = 300)
    void what_real_orders_do_was_foreseen(@ForAll long seed) {
        Workflow workflow = workflow(new Random(seed), true);
        Walker walker = new Walker(workflow, seed);
        for (int i = 0; i < 100; i++) {
            walker.walk(12);
        }

        assertThat(places(workflow, "analysis-limited")).isEmpty();
        Set<String> unreachable = places(workflow, "unreachable-status");
        Set<String> dead = places(workflow, "unreachable-alternative");
        Set<String> broken = places(workflow, "never-broken");
        assertThat(walker.visited).noneMatch(status -> unreachable.contains("statuses/" + status));
        assertThat(walker.taken)
                .noneMatch(t ->
                        dead.contains("transitions/" + workflow.transitions().indexOf(t)));
        assertThat(walker.broken)
                .allMatch(r -> broken.contains("never/" + workflow.never().indexOf(r)));
    }

    /** Without amounts, which the walk does not know. The checker follows only fields that some condition names, so that one of the rules names both. */
    @Property(tries = 1_000)
    void the_orders_that_can_only_fail_are_those_that_it_names(@ForAll long seed) {
        List<FieldCondition> both = FIELDS.stream().map(FieldCondition::present).toList();
        Workflow workflow = workflow(new Random(seed), false).toBuilder()
                .never(new NeverRule("a", List.of("go"), List.of(), both))
                .build();
        Assume.that(OutcomeChecks.hasSuccess(workflow));

        assertThat(places(workflow, "success-unreachable"))
                .as("%s", Checker.check(workflow) + " " + WorkflowFiles.toYaml(workflow))
                .isEqualTo(new EveryWalk(workflow).lost());
    }
}
