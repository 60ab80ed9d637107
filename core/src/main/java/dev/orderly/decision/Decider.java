package dev.orderly.decision;

import dev.orderly.check.Checker;
import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Evolution;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderView;
import dev.orderly.order.PartView;
import dev.orderly.order.Placement;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.FlowEvent;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides what happens to orders that follow one workflow: computes, and never acts. Immutable and thread-safe; one
 * serves every order of a shop.
 */
public final class Decider {

    private final Workflow workflow;
    private final Engine engine;
    private final Evolution evolution;
    private final Map<String, Engine> cases = new HashMap<>();
    private final Map<String, CaseType> caseTypes = new HashMap<>();
    private final StepMaker steps;
    private final AutomaticSteps automatic;

    private Decider(Workflow workflow, Function<Workflow, Engine> engines) {
        Checker.require(workflow);
        this.workflow = workflow;
        this.engine = engines.apply(workflow);
        this.evolution = new Evolution(workflow);
        this.steps = new StepMaker(evolution);
        for (CaseType type : workflow.parts()) {
            Workflow part = type.workflow();
            cases.put(type.name(), engines.apply(type.isFlow() ? new FlowBeginning(part).workflow() : part));
            caseTypes.put(type.name(), type);
        }
        this.automatic = new AutomaticSteps(engine, cases, steps);
    }

    /** Decides by a workflow without guards in code. */
    public static Decider of(Workflow workflow) {
        return of(workflow, Map.of());
    }

    /**
     * Decides by a workflow.
     *
     * @param guards the conditions in code, by the names that the workflow uses for them
     *
     * @throws dev.orderly.check.InvalidWorkflowException if the workflow has errors
     * @throws IllegalArgumentException if a guard is missing
     */
    public static Decider of(Workflow workflow, Map<String, Guard> guards) {
        return using(workflow, w -> Engine.table(w, guards));
    }

    /** Decides by a workflow on another engine, which is asked for one per kind of case as well. */
    public static Decider using(Workflow workflow, Function<Workflow, Engine> engines) {
        return new Decider(workflow, engines);
    }

    /** The workflow by which it decides. */
    public Workflow workflow() {
        return workflow;
    }

    /** How activities make snapshots of its orders. */
    public Evolution evolution() {
        return evolution;
    }

    /** Decides a request to place an order. */
    public Decision place(String number, Request request) {
        Optional<Rejected> unusable = RequestLimits.ofPlacing(number, request);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        Verdict verdict = engine.judgeStart(number, request);
        if (verdict instanceof Rejected rejected) {
            return rejected;
        }
        if (workflow.items() != null && request.lines().isEmpty()) {
            return Rejected.dataInvalid(
                    "lines", "this workflow moves units of lines: an order needs at least one line");
        }
        Placement placement = Placement.of(number, workflow.name(), workflow.version())
                .withCustomer(request.customer())
                .withLines(request.lines());
        return accept(steps.first((Allowed) verdict, request, placement));
    }

    /**
     * Decides a request to an order that exists.
     *
     * @throws IllegalArgumentException if the order follows another workflow, or another version of it
     */
    public Decision decide(Order order, Request request) {
        if (order.version() != workflow.version() || !order.workflow().equals(workflow.name())) {
            throw new IllegalArgumentException("order " + order.number() + " follows " + order.workflow() + " version "
                    + order.version() + ", which " + workflow + " cannot decide");
        }
        Optional<FlowEvent> ofFlow = flowEvent(request.event());
        if (ofFlow.isPresent()) {
            return decideFlow(order, ofFlow.get(), request);
        }
        Optional<Rejected> outdated = outdated(order, request);
        if (outdated.isPresent()) {
            return outdated.get();
        }
        Verdict verdict = judge(order, request);
        if (verdict instanceof Rejected rejected) {
            return rejected;
        }
        return accept(steps.next(order, (Allowed) verdict, request));
    }

    /** What an event's name means where it is none of the order's own. */
    private Optional<FlowEvent> flowEvent(String event) {
        return workflow.flowEvent(event).filter(found -> !workflow.eventNames().contains(event));
    }

    private Decision decideFlow(Order order, FlowEvent event, Request request) {
        String name = event.flow().name();
        return order.flow(name)
                .map(flow -> decideCase(order, flow.ref().id(), request.withEvent(event.event())))
                .<Decision>map(decision -> decision instanceof Rejected rejected
                        ? new Rejected(rejected.reasons().stream()
                                .map(reason -> ofFlow(name, reason))
                                .toList())
                        : decision)
                .orElseGet(() -> Rejected.unknownCase(order.number(), name));
    }

    /** Whether an event can happen to a flow once it has begun. */
    private boolean isMove(String flow, String event) {
        return Objects.requireNonNull(caseTypes.get(flow)).workflow().transitions().stream()
                .anyMatch(transition ->
                        !transition.isInitial() && transition.event().equals(event));
    }

    /** A reason that is said of a flow, unless it is said of another one already. */
    private static Reason ofFlow(String flow, Reason reason) {
        return reason.code().equals(Reason.FLOW_NOT_SO) ? reason : reason.with("flow", flow);
    }

    /** Decides a request to a view of an order that is kept elsewhere. */
    public Verdict judge(OrderView order, Request request) {
        Optional<Rejected> unusable = RequestLimits.of(request);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        return complete(engine.judge(order, request), request);
    }

    /** A verdict on a request to an order that exists, or the refusal of what the request carries besides. */
    private static Verdict complete(Verdict verdict, Request request) {
        return verdict instanceof Allowed
                ? RequestLimits.ofWhatOnlyPlacingTakes(request)
                        .<Verdict>map(refusal -> refusal)
                        .orElse(verdict)
                : verdict;
    }

    /**
     * What an actor can do with an order now, and for the rest, why not; the events of its flows as {@code flow.event}.
     *
     * @throws IllegalArgumentException if the time is not in the years 1 to 9999
     */
    public List<Action> available(OrderView order, Actor actor, Instant now) {
        RequestLimits.requireTime(now);
        List<Action> actions = engine.available(order, actor, now);
        if (workflow.flows().isEmpty() || !(order instanceof Order whole)) {
            return actions;
        }
        List<Action> all = new ArrayList<>(actions);
        for (OrderCase part : whole.cases()) {
            Engine flowEngine = part.isFlow() ? cases.get(part.ref().type()) : null;
            if (flowEngine != null) {
                String flow = part.ref().type();
                flowEngine.available(PartView.of(whole, part), actor, now).stream()
                        .filter(action -> isMove(flow, action.event()))
                        .map(action ->
                                action.renamed(FlowEvent.name(flow, action.event()), reason -> ofFlow(flow, reason)))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** Decides a request to open a case of a kind on an order. */
    public Decision openCase(Order order, String type, Request request) {
        Optional<Rejected> outdated = outdated(order, request);
        if (outdated.isPresent()) {
            return outdated.get();
        }
        Engine caseEngine = cases.get(type);
        CaseType caseType = caseTypes.get(type);
        if (caseEngine == null || caseType == null || caseType.isFlow()) {
            return Rejected.unknownCase(order.number(), type);
        }
        if (!caseEngine.isStart(request.event())) {
            return Rejected.unknownEvent(request.event(), caseEngine.workflow().name());
        }
        if (!caseType.openIn().contains(order.status())) {
            return Rejected.because(notOpenIn(order.status(), request.event()));
        }
        Optional<Rejected> unusable = RequestLimits.of(request);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        PartView unopened = PartView.ofUnopened(order, type, request.at());
        Verdict verdict = complete(caseEngine.judgeStart(unopened, request), request);
        if (verdict instanceof Rejected rejected) {
            return rejected;
        }
        if (request.at().isBefore(order.lastMove())) {
            return Rejected.because(CompiledTransition.outOfOrder(request.event(), request.at(), order.lastMove()));
        }
        CaseRef ref = new CaseRef(order.cases().size() + 1, type);
        return accept(steps.ofCase(order, ref, null, (Allowed) verdict, request));
    }

    private static Reason notOpenIn(String status, String event) {
        return Reason.of(Reason.NOT_IN_STATUS)
                .with("event", event)
                .with("status", status)
                .with("possible", List.of());
    }

    /**
     * Which cases an actor can open on an order now, and for the rest, why not.
     *
     * @throws IllegalArgumentException if the time is not in the years 1 to 9999
     */
    public List<CaseOption> caseOptions(Order order, Actor actor, Instant now) {
        RequestLimits.requireTime(now);
        List<CaseOption> options = new ArrayList<>();
        for (CaseType type : workflow.cases()) {
            Engine caseEngine = Objects.requireNonNull(cases.get(type.name()));
            PartView unopened = PartView.ofUnopened(order, type.name(), now);
            for (Action action : caseEngine.availableStarts(unopened, actor, now)) {
                options.add(new CaseOption(type, caseOption(order, type, action, now)));
            }
        }
        return options;
    }

    private static Action caseOption(Order order, CaseType type, Action action, Instant now) {
        if (!type.openIn().contains(order.status())) {
            return Availability.impossible(action.event(), List.of(notOpenIn(order.status(), action.event())));
        }
        return action.isPossible() && now.isBefore(order.lastMove())
                ? Availability.impossible(
                        action.event(), List.of(CompiledTransition.outOfOrder(action.event(), now, order.lastMove())))
                : action;
    }

    /** Decides a request to a case or a flow of an order, by its number. */
    public Decision decideCase(Order order, int caseId, Request request) {
        Optional<Rejected> outdated = outdated(order, request);
        if (outdated.isPresent()) {
            return outdated.get();
        }
        OrderCase about = order.findCase(caseId).orElse(null);
        Engine caseEngine = about == null ? null : cases.get(about.ref().type());
        if (about == null || caseEngine == null) {
            return Rejected.unknownCase(order.number(), Integer.toString(caseId));
        }
        Optional<Rejected> unusable = RequestLimits.of(request);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        Verdict verdict = complete(caseEngine.judge(PartView.of(order, about), request), request);
        if (verdict instanceof Rejected rejected) {
            return rejected;
        }
        return accept(steps.ofCase(order, about.ref(), about.status(), (Allowed) verdict, request));
    }

    /**
     * What an actor can do with a case of an order now, and for the rest, why not.
     *
     * @throws IllegalArgumentException if the time is not in the years 1 to 9999
     */
    public List<Action> availableForCase(Order order, OrderCase aCase, Actor actor, Instant now) {
        RequestLimits.requireTime(now);
        Engine caseEngine = cases.get(aCase.ref().type());
        return caseEngine == null ? List.of() : caseEngine.available(PartView.of(order, aCase), actor, now);
    }

    private static Optional<Rejected> outdated(Order order, Request request) {
        Long expected = request.expectedSequence();
        return expected == null || expected == order.sequence()
                ? Optional.empty()
                : Optional.of(Rejected.orderChanged(order.number(), expected, order.sequence()));
    }

    private Accepted accept(AcceptedStep asked) {
        List<AcceptedStep> steps = new ArrayList<>(List.of(asked));
        steps.addAll(automaticSteps(asked.order(), asked.entry().at()));
        return new Accepted(steps);
    }

    /**
     * The automatic steps that an order is to take at once: those of its cases and its own, for as long as the conditions of one
     * hold, and of several in one status the first in the order of the file.
     *
     * @param order the order after the step that they follow
     * @param at the time of that step
     * @return the steps in their order; empty where it has none to take
     */
    public List<AcceptedStep> automaticSteps(Order order, Instant at) {
        return automatic.follow(order, at);
    }
}
