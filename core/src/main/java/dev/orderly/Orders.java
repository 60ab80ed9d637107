package dev.orderly;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Action;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Outcome;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.store.Answer;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Page;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.Workflow;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The orders of a shop: places them, moves them along their workflow, and remembers how they got there. Thread-safe; any
 * number of instances can work on one store.
 *
 * <p>A refusal is a value, never an exception. Exceptions mean that something is broken: a guard that throws, a store that
 * fails, or a {@link dev.orderly.store.ConflictException} that deciding anew several times did not cure.
 */
public final class Orders {

    private final OrderStore store;
    private final Workflows workflows;
    private final String defaultWorkflow;
    private final Ledger ledger;
    private final Clock clock;
    private final Conversation conversation;

    Orders(
            OrderStore store,
            Workflows workflows,
            String defaultWorkflow,
            Ledger ledger,
            Clock clock,
            long maxAttachmentSize) {
        this.store = store;
        this.workflows = workflows;
        this.defaultWorkflow = defaultWorkflow;
        this.ledger = ledger;
        this.clock = clock;
        this.conversation = new Conversation(store, workflows, ledger, clock, maxAttachmentSize);
    }

    /** Orders over a store. */
    public static OrdersBuilder over(OrderStore store) {
        return new OrdersBuilder(store);
    }

    /** Orders of one workflow, in memory. */
    public static Orders inMemory(Workflow workflow) {
        return over(new InMemoryOrderStore()).workflow(workflow).build();
    }

    /** Places an order that follows the first workflow. */
    public Decision place(String number, Request request) {
        return place(number, defaultWorkflow, request);
    }

    /**
     * Places an order.
     *
     * @throws IllegalArgumentException if there is no such workflow
     */
    public Decision place(String number, String workflow, Request request) {
        Decider decider = workflows
                .latest(workflow)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no workflow \"" + workflow + "\": give it to Orders.builder()"));
        return write(
                number,
                "",
                request,
                (order, stamped) ->
                        order.isPresent() ? Rejected.alreadyPlaced(number) : decider.place(number, stamped));
    }

    /** Makes something happen to an order. */
    public Decision fire(String number, Request request) {
        return write(number, "", request, (order, stamped) -> decide(number, order, stamped));
    }

    /** What {@link #fire} would answer now; nothing happens. */
    public Decision ask(String number, Request request) {
        Optional<Order> order = find(number);
        return decide(number, order, stamped(request, order));
    }

    /** Makes the same thing happen to many orders, each on its own; gives the answers by order. */
    public Map<String, Decision> fireAll(Collection<String> numbers, Request request) {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        numbers.forEach(number -> decisions.put(number, fire(number, request)));
        return decisions;
    }

    /** What {@link #fireAll} would answer now; nothing happens. */
    public Map<String, Decision> askAll(Collection<String> numbers, Request request) {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        numbers.forEach(number -> decisions.put(number, ask(number, request)));
        return decisions;
    }

    /** Opens a case of a kind on an order. The case's number is in the entry of the answer. */
    public Decision openCase(String number, String type, Request request) {
        return write(
                number,
                "case " + type,
                request,
                (order, stamped) -> order.map(o -> workflows.of(o).openCase(o, type, stamped))
                        .orElseGet(() -> Rejected.unknownOrder(number)));
    }

    /** Makes something happen to a case of an order. */
    public Decision fireCase(String number, int caseId, Request request) {
        return write(
                number,
                "case " + caseId,
                request,
                (order, stamped) -> order.map(o -> workflows.of(o).decideCase(o, caseId, stamped))
                        .orElseGet(() -> Rejected.unknownOrder(number)));
    }

    /** What an actor can do with an order now, and for the rest, why not; empty if there is no such order. */
    public List<Action> available(String number, Actor actor) {
        return find(number)
                .map(order -> workflows.of(order).available(order, actor, clock.instant()))
                .orElse(List.of());
    }

    /** What an actor can do with a case of an order now, and for the rest, why not; empty if there is no such case. */
    public List<Action> availableForCase(String number, int caseId, Actor actor) {
        Optional<Order> order = find(number);
        Optional<OrderCase> about = order.flatMap(o -> o.findCase(caseId));
        return about.map(c -> workflows.of(order.orElseThrow()).availableForCase(c, actor, clock.instant()))
                .orElse(List.of());
    }

    /** Takes down what somebody says about an order. */
    public Outcome comment(String number, CommentRequest request) {
        return conversation.comment(number, request);
    }

    /** Turns the notifications of an order off or on again. */
    public Outcome mute(String number, Actor actor, boolean muted) {
        return conversation.mute(number, actor, muted);
    }

    /** The bytes of an attachment of an order by their SHA-256. */
    public Optional<byte[]> attachment(String number, String sha256) {
        return store.attachment(number, sha256);
    }

    /** An order as it is. */
    public Optional<Order> find(String number) {
        return store.find(number).map(StoredOrder::order);
    }

    /** Everything that happened to an order. */
    public Optional<History> history(String number) {
        return store.history(number);
    }

    /** Some orders. */
    public Page list(OrderQuery query) {
        return store.list(query);
    }

    /** The workflow that an order follows, in its version. */
    public Workflow workflowOf(Order order) {
        return workflows.of(order).workflow();
    }

    /** Fires every event whose time has come, once; what is refused stays due and is tried again by the next sweep. */
    public SweepReport sweep() {
        return new Sweep(store, workflows, ledger).run(clock.instant());
    }

    /**
     * Starts moving the live orders of a workflow from one version to another.
     *
     * @throws IllegalStateException if one of the versions is not known
     */
    public MigrationPlan migration(String workflow, int from, int to) {
        return new MigrationPlan(
                store, ledger, clock, workflows.version(workflow, from), workflows.version(workflow, to), Map.of());
    }

    private Decision decide(String number, Optional<Order> order, Request request) {
        return order.map(o -> workflows.of(o).decide(o, request)).orElseGet(() -> Rejected.unknownOrder(number));
    }

    /** Decides and writes; a request with an id that is answered already gets that answer, and nothing happens. */
    private Decision write(
            String number, String subject, Request request, BiFunction<Optional<Order>, Request, Decision> decide) {
        String fingerprint = request.id() == null ? null : Fingerprint.of(subject, request);
        return ledger.retrying(() -> {
            Optional<Answer> before = ledger.answered(number, request.id());
            if (before.isPresent() && fingerprint != null) {
                return repeat(number, request, fingerprint, before.get());
            }
            Optional<StoredOrder> stored = store.find(number);
            Optional<Order> order = stored.map(StoredOrder::order);
            Decision decision = decide.apply(order, stamped(request, order));
            if (decision instanceof Accepted accepted) {
                ledger.write(stored.orElse(null), accepted.order(), accepted.entry(), fingerprint, Map.of());
                return accepted;
            }
            if (decision instanceof Rejected rejected && request.id() != null && fingerprint != null) {
                Answer refusal = new Answer(request.id(), fingerprint, 0, rejected.reasons());
                return repeat(number, request, fingerprint, store.remember(number, refusal));
            }
            return decision;
        });
    }

    private Decision repeat(String number, Request request, String fingerprint, Answer answer) {
        if (!answer.fingerprint().equals(fingerprint)) {
            return Rejected.requestIdReused(answer.requestId(), request.event());
        }
        if (answer.sequence() == 0) {
            return new Rejected(answer.reasons());
        }
        History past = store.history(number)
                .map(h -> new History(number, h.entries().subList(0, Math.toIntExact(answer.sequence()))))
                .orElseThrow(() -> new IllegalStateException(
                        "the store has an answer about order " + number + ", but no history of it"));
        HistoryEntry entry = past.transitions().get(past.transitions().size() - 1);
        return new Accepted(past.replay(workflows::evolution), entry);
    }

    /** The request with a time: now, but never before what happened to the order, should the clocks differ. */
    private Request stamped(Request request, Optional<Order> order) {
        if (request.time() != null) {
            return request;
        }
        Instant now = clock.instant();
        return request.at(order.map(Order::lastMove).filter(now::isBefore).orElse(now));
    }
}
