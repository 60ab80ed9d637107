package dev.orderly.testkit;

import dev.orderly.decision.Action;
import dev.orderly.decision.Allowed;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.Verdict;
import dev.orderly.order.Actor;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.MovedItems;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The library's own engine with a fault planted in it. */
public class PlantedEngine implements Engine {

    private final Workflow workflow;
    private final Engine real;

    public PlantedEngine(Workflow workflow, Map<String, Guard> guards) {
        this(workflow, Engine.table(workflow, guards));
    }

    private PlantedEngine(Workflow workflow, Engine real) {
        this.workflow = workflow;
        this.real = real;
    }

    /** Makes an engine with a fault. */
    public interface Fault extends BiFunction<Workflow, Map<String, Guard>, Engine> {

        default Decider decider(Workflow workflow, Map<String, Guard> guards) {
            return Decider.using(workflow, part -> apply(part, guards));
        }
    }

    /** Lets a refused request through to the first status of the workflow that is done. */
    public static Engine extraTransition(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                Verdict verdict = super.judge(order, request);
                boolean refused =
                        verdict instanceof Rejected rejected && rejected.code().equals("not-in-status");
                return refused ? new Allowed(workflow.transitions().get(0), done(workflow), request.data()) : verdict;
            }
        };
    }

    /** Asks no guard. */
    public static Engine skippedGuards(Workflow workflow, Map<String, Guard> guards) {
        Map<String, Guard> silent = guards.keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> (order, request) -> Optional.empty()));
        return new PlantedEngine(workflow, silent);
    }

    /** Tries alternatives from the last to the first. */
    public static Engine backwards(Workflow workflow, Map<String, Guard> guards) {
        List<Transition> reversed = new ArrayList<>(workflow.transitions());
        Collections.reverse(reversed);
        return new PlantedEngine(workflow, Engine.table(workflow.withTransitions(reversed), guards));
    }

    /** Gives one reason where there are several. */
    public static Engine oneReason(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                return super.judge(order, request) instanceof Rejected rejected
                        ? Rejected.because(rejected.reasons().get(0))
                        : super.judge(order, request);
            }
        };
    }

    /** Gives a reason of another kind besides. */
    public static Engine mixedReasons(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                if (super.judge(order, request) instanceof Rejected rejected) {
                    List<Reason> reasons = new ArrayList<>(rejected.reasons());
                    reasons.addAll(Rejected.unknownEvent(request.event(), "x").reasons());
                    reasons.addAll(Rejected.unknownOrder(order.number()).reasons());
                    return new Rejected(reasons);
                }
                return super.judge(order, request);
            }
        };
    }

    /** Answers otherwise every second time. */
    public static Engine moody(Workflow workflow, Map<String, Guard> guards) {
        AtomicInteger asked = new AtomicInteger();
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                return asked.incrementAndGet() % 2 == 0
                        ? Rejected.unknownOrder(order.number())
                        : super.judge(order, request);
            }
        };
    }

    /**
     * Keeps the request in a field while it thinks, for long enough that others come in between on a busy machine, too.
     */
    public static Engine shared(Workflow workflow, Map<String, Guard> guards) {
        Request[] asked = {Request.of("none", Actor.system())};
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                asked[0] = request;
                Verdict thought = super.judge(order, request);
                LockSupport.parkNanos(100_000);
                return thought instanceof Rejected ? super.judge(order, asked[0]) : thought;
            }
        };
    }

    /** Takes down data that look different each time that it is read. */
    public static Engine livingData(Workflow workflow, Map<String, Guard> guards) {
        AtomicInteger looked = new AtomicInteger();
        Object alive = new Object() {
            @Override
            public String toString() {
                return "look " + looked.incrementAndGet();
            }
        };
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                return super.judge(order, request) instanceof Allowed permitted
                        ? new Allowed(
                                permitted.transition(),
                                permitted.to(),
                                permitted.data().with("alive", alive))
                        : super.judge(order, request);
            }
        };
    }

    /** Throws where a value has no order. */
    public static Engine picky(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                for (Object value : request.data().asMap().values()) {
                    if (!(value instanceof Comparable)) {
                        throw new ClassCastException("no value: " + value);
                    }
                }
                return super.judge(order, request);
            }
        };
    }

    /** Calls everything possible. */
    public static Engine boastful(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public List<Action> available(OrderView order, Actor actor, Instant now) {
                return with(super.available(order, actor, now), List.of());
            }
        };
    }

    /** Calls nothing possible. */
    public static Engine modest(Workflow workflow, Map<String, Guard> guards) {
        List<Reason> no = Rejected.unknownOrder("x").reasons();
        return new PlantedEngine(workflow, guards) {
            @Override
            public List<Action> available(OrderView order, Actor actor, Instant now) {
                return with(super.available(order, actor, now), no);
            }
        };
    }

    private static List<Action> with(List<Action> actions, List<Reason> reasons) {
        return actions.stream()
                .map(a -> new Action(a.event(), a.targets(), a.needs(), a.takes(), a.checklist(), reasons))
                .toList();
    }

    /** Refuses whatever comes with a name. */
    public static Engine stricter(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                return request.actor().id() == null
                        ? super.judge(order, request)
                        : Rejected.dataInvalid("name", "not asked for");
            }
        };
    }

    /** Lets nothing happen by itself. */
    public static Engine passive(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                return workflow.isAutomatic(request.event())
                        ? Rejected.dataInvalid("event", "not asked for")
                        : super.judge(order, request);
            }
        };
    }

    /** Leads where it should not. */
    public static Engine wrongTarget(Workflow workflow, Map<String, Guard> guards) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                return super.judge(order, request) instanceof Allowed permitted
                        ? new Allowed(permitted.transition(), order.status(), permitted.data(), permitted.items())
                        : super.judge(order, request);
            }
        };
    }

    /** Moves a unit less than it was asked to, where it moves several. */
    public static Engine lostUnit(Workflow workflow, Map<String, Guard> guards) {
        return moving(
                workflow,
                guards,
                moved -> moved.quantity() > 1
                        ? new MovedItems(moved.line(), moved.from(), moved.to(), moved.quantity() - 1)
                        : moved);
    }

    /** Sends units back to where they came from. */
    public static Engine sentBack(Workflow workflow, Map<String, Guard> guards) {
        return moving(
                workflow, guards, moved -> new MovedItems(moved.line(), moved.from(), moved.from(), moved.quantity()));
    }

    private static Engine moving(Workflow workflow, Map<String, Guard> guards, UnaryOperator<MovedItems> fault) {
        return new PlantedEngine(workflow, guards) {
            @Override
            public Verdict judge(OrderView order, Request request) {
                return super.judge(order, request) instanceof Allowed allowed
                        ? new Allowed(
                                allowed.transition(),
                                allowed.to(),
                                allowed.data(),
                                allowed.items().stream().map(fault).toList())
                        : super.judge(order, request);
            }
        };
    }

    /** Lets every role do what some role may. */
    public static Engine anyRole(Workflow workflow, Map<String, Guard> guards) {
        List<Transition> open =
                workflow.transitions().stream().map(PlantedEngine::byAnyone).toList();
        return new PlantedEngine(workflow, Engine.table(workflow.withTransitions(open), guards));
    }

    private static Transition byAnyone(Transition t) {
        return t.withBy(List.of());
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
    public Verdict judgeStart(OrderView unbegun, Request request) {
        return real.judgeStart(unbegun, request);
    }

    @Override
    public List<Action> available(OrderView order, Actor actor, Instant now) {
        return real.available(order, actor, now);
    }

    @Override
    public List<Action> availableStarts(OrderView unbegun, Actor actor, Instant now) {
        return real.availableStarts(unbegun, actor, now);
    }

    @Override
    public boolean isStart(String event) {
        return workflow.transitions().stream()
                .anyMatch(t -> t.isInitial() && t.event().equals(event));
    }
}
