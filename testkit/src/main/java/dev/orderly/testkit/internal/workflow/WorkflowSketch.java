package dev.orderly.testkit.internal.workflow;

import static dev.orderly.testkit.internal.workflow.Vocabulary.pick;

import dev.orderly.decision.Guard;
import dev.orderly.workflow.FlowEvent;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A workflow as chance sketches it. Any numbers give a lawful workflow, so that each of them shrinks by itself.
 *
 * @param live how many statuses are not done
 * @param done how many are
 * @param starts the ways to start beside the usual one
 * @param transitions the ways between statuses
 * @param never its rules about what never happens
 * @param cases one kind of case, or none
 * @param flows one flow, or none
 * @param items whether its transitions look at units
 */
public record WorkflowSketch(
        int live,
        int done,
        List<TransitionSketch> starts,
        List<TransitionSketch> transitions,
        List<NeverSketch> never,
        List<WorkflowSketch> cases,
        List<WorkflowSketch> flows,
        boolean items) {

    private static final String FLOW = "payment";

    /**
     * A rule about every path.
     *
     * @param reach which status is not reached
     * @param event without, or after, which event
     */
    public record NeverSketch(int reach, int event) {}

    /** The guards that the workflows name. */
    public static Map<String, Guard> guards() {
        return Vocabulary.GUARDS;
    }

    /** The workflow, without whatever the checker finds wrong. */
    public Workflow workflow() {
        return build("random", "place", "drop", false);
    }

    private Workflow build(String name, String start, String end, boolean isCase) {
        List<String> lives = names(isCase ? "case-" : "s", live);
        List<String> dones = names(isCase ? "settled-" : "end", done);
        List<String> all = Stream.concat(lives.stream(), dones.stream()).toList();
        WorkflowBuilder<String, String> builder = Workflow.builder(name)
                .roles(Vocabulary.ROLES.toArray(new String[0]))
                .zone("Europe/Warsaw");
        Vocabulary.FIELDS.forEach(builder::field);
        lives.forEach(status -> builder.status(status, s -> {}));
        dones.forEach(status -> builder.status(status, s -> s.done()));
        for (TransitionSketch sketch : starts) {
            String event = isCase || sketch.event() % 2 == 0 ? start : "import";
            builder.transition(event, t -> sketch.describeStart(t, lives, isCase));
        }
        builder.transition(
                start, t -> t.to(lives.get(0)).by("staff", "customer").takes("delivery", "gift", "weight", "wanted"));
        builder.transition(
                end, t -> t.from(lives.toArray(new String[0])).to(dones.get(0)).by("staff"));
        List<String> events = events(start);
        for (TransitionSketch sketch : transitions) {
            builder.transition(
                    sketch.moveEvent(), t -> sketch.describe(t, all, events, isCase, items, !flows.isEmpty()));
        }
        if (items) {
            builder.items(Vocabulary.ITEMS).parcels(new ParcelFields("tracking", null, null));
        }
        List<String> reachable = new ArrayList<>(all);
        flows.forEach(sketch -> reachable.addAll(sketch.statusesFromOutside()));
        never.forEach(sketch -> builder.never(neverRule(sketch, reachable, events)));
        cases.forEach(sketch -> builder.caseType(
                "incident", LocalText.EMPTY, sketch.build("incident", "report", "settle", true), lives));
        flows.forEach(sketch -> builder.flow(FLOW, LocalText.EMPTY, sketch.flow(items)));
        return ErrorRemover.part(builder.build());
    }

    /** A flow, which begins elsewhere with a gift; whatever is wrong with it is the whole's to find. */
    private Workflow flow(boolean movesItems) {
        List<String> lives = names("flow-", live);
        List<String> dones = names("ended-", done);
        List<String> all = Stream.concat(lives.stream(), dones.stream()).toList();
        WorkflowBuilder<String, String> builder = Workflow.builder(FLOW);
        lives.forEach(status -> builder.status(status, s -> {}));
        dones.forEach(status -> builder.status(status, s -> s.done()));
        builder.transition("begin", t -> t.to(lives.get(live - 1)).whenField("gift", true));
        builder.transition("begin", t -> t.to(lives.get(0)));
        builder.transition(
                "settle",
                t -> t.from(lives.toArray(new String[0])).to(dones.get(0)).by("staff"));
        List<String> events = List.of("begin", "order.place", "settle", "order.drop");
        for (TransitionSketch sketch : transitions) {
            builder.transition(sketch.moveEvent(), t -> sketch.describe(t, all, events, false, movesItems, true));
        }
        return builder.build();
    }

    private List<String> statusesFromOutside() {
        return Stream.concat(names("flow-", live).stream(), names("ended-", done).stream())
                .map(status -> FlowEvent.name(FLOW, status))
                .toList();
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private List<String> events(String start) {
        List<String> events = new ArrayList<>(List.of(start));
        transitions.forEach(sketch -> events.add(sketch.moveEvent()));
        if (!flows.isEmpty()) {
            events.add(FlowEvent.name(FLOW, "settle"));
        }
        return events.stream().distinct().toList();
    }

    private static NeverRule neverRule(NeverSketch sketch, List<String> statuses, List<String> events) {
        List<String> event = List.of(pick(events, sketch.event() / 2));
        boolean without = sketch.event() % 2 == 0;
        return new NeverRule(
                pick(statuses, sketch.reach()), without ? event : List.of(), without ? List.of() : event, List.of());
    }
}
