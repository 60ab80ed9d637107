package dev.orderly.testkit;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Action;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Permitted;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.Verdict;
import dev.orderly.order.Actor;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The library's own engine with a fault planted in it. */
class PlantedEngine implements Engine {

    private final Workflow workflow;
    private final Decider real;

    PlantedEngine(Workflow workflow, Map<String, Guard> guards) {
        this(workflow, Decider.of(workflow, guards));
    }

    private PlantedEngine(Workflow workflow, Decider real) {
        this.workflow = workflow;
        this.real = real;
    }

    static Decider decider(
            Workflow workflow, Map<String, Guard> guards, BiFunction<Workflow, Map<String, Guard>, Engine> fault) {
        return Decider.using(workflow, part -> fault.apply(part, guards));
    }

    /** Lets a refused request through to the first status of the workflow that is done. */
    static Engine extraTransition(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                Verdict verdict = super.judge(order, request);
                boolean refused =
                        verdict instanceof Rejected rejected && rejected.code().equals("not-in-status");
                return refused ? new Permitted(workflow.transitions().get(0), done(workflow), request.data()) : verdict;
            }
        };
    }

    /** Asks no guard. */
    static Engine skippedGuards(Workflow workflow, Map<String, Guard> guards) {
        Map<String, Guard> silent = guards.keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> (order, request) -> Optional.empty()));
        return new PlantedEngine(workflow, silent);
    }

    /** Refuses whatever comes with a name. */
    static Engine stricter(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                return request.actor().id() == null
                        ? super.judge(order, request)
                        : Rejected.dataInvalid("name", "nobody asked");
            }
        };
    }

    /** Leads where it should not. */
    static Engine wrongTarget(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                return super.judge(order, request) instanceof Permitted permitted
                        ? new Permitted(permitted.transition(), order.status(), permitted.data())
                        : super.judge(order, request);
            }
        };
    }

    /** Lets every role do what some role may. */
    static Engine anyRole(Workflow workflow, Map<String, Guard> guards) {
        Workflow open = new Workflow(
                workflow.name(),
                workflow.version(),
                workflow.languages(),
                workflow.roles(),
                workflow.calendar(),
                workflow.fields(),
                workflow.statuses(),
                workflow.customerStatuses(),
                workflow.events(),
                workflow.transitions().stream().map(PlantedEngine::byAnyone).toList(),
                List.of(),
                workflow.cases(),
                workflow.carriers(),
                workflow.parcels(),
                workflow.allowances());
        return new PlantedEngine(workflow, Decider.of(open, guards));
    }

    private static Transition byAnyone(Transition t) {
        return new Transition(
                t.event(),
                t.from(),
                t.to(),
                List.of(),
                t.when(),
                t.needs(),
                t.has(),
                t.takes(),
                t.checklist(),
                t.within(),
                t.notBefore(),
                t.once(),
                t.linesAvailable(),
                t.noOpenCase(),
                t.guards(),
                t.after(),
                t.notices());
    }

    private static String done(Workflow workflow) {
        return workflow.statuses().stream()
                .filter(status -> status.done())
                .findFirst()
                .orElseThrow()
                .name();
    }

    @Override
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public Verdict judge(OrderView order, Request request) {
        return real.judge(order, request);
    }

    @Override
    public Verdict judgeStart(String number, Request request) {
        Decision decision = real.place(number, request);
        if (decision instanceof Accepted accepted) {
            Transition start = workflow.transitions().stream()
                    .filter(Transition::isInitial)
                    .filter(t -> t.event().equals(request.event()))
                    .findFirst()
                    .orElseThrow();
            return new Permitted(start, accepted.entry().to(), accepted.entry().data());
        }
        return (Rejected) decision;
    }

    @Override
    public List<Action> available(OrderView order, Actor actor, Instant now) {
        return real.available(order, actor, now);
    }

    @Override
    public boolean isStart(String event) {
        return workflow.transitions().stream()
                .anyMatch(t -> t.isInitial() && t.event().equals(event));
    }
}
