package dev.orderly.check;

import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.check.UnitWalks.Place;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemCondition.Quantifier;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CheckerItemsTest {

    private static final List<String> STATUSES = List.of("a", "b", "c");
    private static final List<String> ITEMS = List.of("u", "v", "w");
    private static final List<String> EVENTS = List.of("go", "move", "turn");

    private static WorkflowBuilder<String, String> shop() {
        return Workflow.builder("shop")
                .items(
                        Status.builder("ordered").build(),
                        Status.builder("sent").done(true).build(),
                        Status.builder("cancelled").done(true).build())
                .status("packing", s -> {})
                .status("sent", s -> s.done())
                .status("cancelled", s -> s.done())
                .transition("place", t -> t.to("packing"))
                .transition(
                        "send",
                        t -> t.from("packing")
                                .to("sent")
                                .items("ordered", "sent")
                                .whenItems(ItemCondition.all("sent", "cancelled")))
                .transition("send", t -> t.from("packing").items("ordered", "sent"))
                .transition(
                        "cancel",
                        t -> t.from("packing")
                                .to("cancelled")
                                .items("ordered", "cancelled")
                                .whenItems(ItemCondition.all("cancelled")))
                .transition(
                        "cancel",
                        t -> t.from("packing")
                                .to("sent")
                                .items("ordered", "cancelled")
                                .whenItems(ItemCondition.none("ordered")))
                .transition("cancel", t -> t.from("packing").items("ordered", "cancelled"));
    }

    @Test
    void an_order_whose_units_all_come_to_an_end_has_no_problem() {
        assertThat(problems(shop())).isEmpty();
    }

    @Test
    void units_that_are_left_behind_in_a_done_order_are_shown_with_the_path() {
        assertThat(problems(shop().transition(
                                "give-up",
                                t -> t.from("packing").to("cancelled").by("staff"))))
                .containsExactly("statuses/cancelled: error: stuck-order: an order in status cancelled, whose units are"
                        + " ordered, cannot reach a done status in which each unit is done as well: place → give-up leads"
                        + " there; add a transition that suits such an order, or keep it from getting there");
    }

    @Test
    void an_order_that_can_never_be_closed_because_some_units_went_another_way_is_shown() {
        assertThat(problems(Workflow.builder("shop")
                        .items(
                                Status.builder("ordered").build(),
                                Status.builder("sent").done(true).build(),
                                Status.builder("cancelled").done(true).build())
                        .status("packing", s -> {})
                        .status("sent", s -> s.done())
                        .transition("place", t -> t.to("packing"))
                        .transition("cancel", t -> t.from("packing").items("ordered", "cancelled"))
                        .transition("send", t -> t.from("packing").items("ordered", "sent"))
                        .transition("close", t -> t.from("packing").to("sent").whenItems(ItemCondition.all("sent")))))
                .containsExactly("statuses/packing: error: stuck-order: an order in status packing, whose units are"
                        + " cancelled, cannot reach a done status in which each unit is done as well: place → cancel"
                        + " (units: cancelled) leads there; add a transition that suits such an order, or keep it from"
                        + " getting there");
    }

    @Test
    void a_way_out_that_only_several_units_have_is_none() {
        assertThat(problems(Workflow.builder("shop")
                        .items(
                                Status.builder("ordered").build(),
                                Status.builder("sent").done(true).build(),
                                Status.builder("kept").done(true).build())
                        .status("packing", s -> {})
                        .status("sent", s -> s.done())
                        .transition("place", t -> t.to("packing"))
                        .transition("send", t -> t.from("packing").items("ordered", "sent"))
                        .transition("keep", t -> t.from("packing").items("ordered", "kept"))
                        .transition(
                                "close",
                                t -> t.from("packing")
                                        .to("sent")
                                        .whenItems(ItemCondition.some("sent"), ItemCondition.some("kept")))))
                .contains(
                        "statuses/packing: error: stuck-order: an order in status packing, whose units are ordered, cannot"
                                + " reach a done status in which each unit is done as well: place leads there; add a transition that"
                                + " suits such an order, or keep it from getting there");
    }

    @Test
    void never_rules_speak_of_units() {
        WorkflowBuilder<String, String> leaky = shop().never(new NeverRule(
                "cancelled", List.of(), List.of(), List.of(), List.of(ItemCondition.some("sent"))));

        assertThat(problems(leaky)).isEmpty();
        assertThat(problems(leaky.transition(
                        "stop", t -> t.from("packing").to("cancelled").items("ordered", "cancelled"))))
                .contains("never/0: error: never-broken: \"never reach cancelled when some of the units sent\" is"
                        + " broken by a path: place → send (units: ordered and sent) → stop (units: sent and cancelled);"
                        + " restrict one of its steps, or change the rule");
    }

    @Test
    void a_request_that_names_no_units_moves_more_by_an_earlier_alternative_and_so_may_need_a_later_one() {
        assertThat(problems(shop().transition(
                                "recall",
                                t -> t.from("packing")
                                        .items(new ItemMove(List.of("sent", "cancelled"), "ordered"))
                                        .whenItems(ItemCondition.some("cancelled")))
                        .transition(
                                "recall",
                                t -> t.from("packing")
                                        .items("sent", "ordered")
                                        .whenItems(ItemCondition.some("cancelled")))))
                .noneMatch(problem -> problem.contains("unreachable-alternative"));
    }

    @Test
    void names_that_are_no_item_statuses_are_shown_with_the_nearest() {
        assertThat(problems(shop().transition(
                                "lose",
                                t -> t.from("packing").items("orderd", "lost").whenItems(ItemCondition.some("sentt")))))
                .contains(
                        "transitions/6/items/from: error: unknown-item-status: \"orderd\" is no item status of this"
                                + " workflow: did you mean \"ordered\"?",
                        "transitions/6/items/to: error: unknown-item-status: \"lost\" is no item status of this workflow:"
                                + " correct it, or declare it under \"items\", in its \"statuses\"",
                        "transitions/6/when-items: error: unknown-item-status: \"sentt\" is no item status of this"
                                + " workflow: did you mean \"sent\"?");
    }

    @Test
    void what_can_have_no_effect_is_shown() {
        assertThat(problems(shop().field(Field.of("tracking", FieldType.TEXT))
                        .transition("start", t -> t.to("packing").items("ordered", "sent"))
                        .transition(
                                "pack", t -> t.from("packing").takes("tracking").parcel())
                        .transition(
                                "post",
                                t -> t.from("packing").items("ordered", "sent").parcel())
                        .items(
                                Status.builder("ordered").build(),
                                Status.builder("sent").done(true).build(),
                                Status.builder("cancelled").done(true).build(),
                                Status.builder("lost").done(true).build())))
                .contains(
                        "items/statuses/lost: warning: unreachable-status: no unit gets to item status lost: add a"
                                + " transition that moves units there, or remove it",
                        "transitions/6/items: error: wrong-condition: the units of a new order are where the first item"
                                + " status says: a start can neither move them nor ask where they are",
                        "transitions/7/parcel: error: wrong-condition: \"parcel\" puts the units that move into a parcel,"
                                + " but none do: add \"items\"",
                        "transitions/8/parcel: error: wrong-condition: \"parcel\" needs to know which field has the"
                                + " tracking number: say so under \"parcels\"");
    }

    /** A workflow with names that exist, and otherwise any nonsense. */
    private static Workflow workflow(Random random) {
        WorkflowBuilder<String, String> builder = Workflow.builder("random");
        STATUSES.forEach(s -> builder.status(s, d -> {
            if (random.nextInt(2) == 0) {
                d.done().outcome(pick(List.of(Outcome.values()), random));
            }
        }));
        builder.items(ITEMS.stream()
                .map(name -> Status.builder(name).done(random.nextInt(2) == 0).build())
                .toArray(Status[]::new));
        builder.transition("place", t -> t.to("a"));
        for (int i = random.nextInt(2, 8); i > 0; i--) {
            builder.transition(pick(EVENTS, random), t -> {
                t.from(pick(STATUSES, random)).to(random.nextInt(3) == 0 ? null : pick(STATUSES, random));
                items(t, random);
            });
        }
        return builder.build();
    }

    private static void items(TransitionBuilder<String> t, Random random) {
        if (random.nextInt(4) > 0) {
            List<String> from = new ArrayList<>(ITEMS);
            String to = pick(from, random);
            from.remove(to);
            if (random.nextBoolean()) {
                from.remove(random.nextInt(2));
            }
            t.items(new ItemMove(from, to));
        }
        for (Quantifier quantifier : Quantifier.values()) {
            if (random.nextInt(3) == 0) {
                Set<String> statuses = new HashSet<>(List.of(pick(ITEMS, random), pick(ITEMS, random)));
                t.whenItems(new ItemCondition(quantifier, List.copyOf(statuses)));
            }
        }
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Set<String> places(Workflow workflow, String... codes) {
        return Checker.check(workflow).stream()
                .filter(problem -> List.of(codes).contains(problem.code()))
                .map(Problem::path)
                .collect(Collectors.toSet());
    }

    /** Of what it does not call stuck, no number of units that was tried gets stuck. */
    @Property(tries = 2_000)
    void units_that_are_counted_one_by_one_end_where_it_says(@ForAll long seed) {
        Workflow workflow = workflow(new Random(seed));
        Assume.that(workflow.statuses().stream().anyMatch(Status::done));
        Set<String> stuck = new HashSet<>();
        Set<String> visited = new HashSet<>();
        for (int units = 1; units <= 4; units++) {
            UnitWalks walks = new UnitWalks(workflow, units);
            walks.stuck().forEach(place -> stuck.add("statuses/" + place.status()));
            walks.reached.stream().map(Place::status).forEach(status -> visited.add("statuses/" + status));
            Set<String> dead = places(workflow, "unreachable-alternative");
            assertThat(walks.taken)
                    .as("%s", Checker.check(workflow) + " " + WorkflowFiles.toYaml(workflow))
                    .noneMatch(t -> dead.contains(
                            "transitions/" + workflow.transitions().indexOf(t)));
        }
        Set<String> unreachable = places(workflow, "unreachable-status");
        assertThat(visited).noneMatch(unreachable::contains);
        assertThat(places(workflow, "stuck-order", "trapped-status"))
                .as("%s", workflow.transitions())
                .containsAll(stuck);
    }

    /** Of what it does not call unable to succeed, no number of units that was tried only fails. */
    @Property(tries = 2_000)
    void units_that_are_counted_one_by_one_succeed_where_it_says(@ForAll long seed) {
        Workflow workflow = workflow(new Random(seed));
        Assume.that(OutcomeChecks.hasSuccess(workflow));
        Set<String> lost = new HashSet<>();
        for (int units = 1; units <= 4; units++) {
            new UnitWalks(workflow, units).lost().forEach(place -> lost.add("statuses/" + place.status()));
        }
        assertThat(places(workflow, "success-unreachable", "stuck-order", "trapped-status"))
                .as("%s", workflow.transitions())
                .containsAll(lost);
    }
}
