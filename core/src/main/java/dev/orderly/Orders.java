package dev.orderly;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Action;
import dev.orderly.decision.CaseOption;
import dev.orderly.decision.CommentResult;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.RequestLimits;
import dev.orderly.internal.conversation.Conversation;
import dev.orderly.internal.privacy.PersonalData;
import dev.orderly.internal.step.ChangeWriter;
import dev.orderly.internal.step.Deciders;
import dev.orderly.internal.step.OrderAccess;
import dev.orderly.internal.step.OrderClock;
import dev.orderly.internal.step.RequestHandler;
import dev.orderly.internal.sweep.Sweep;
import dev.orderly.order.Actor;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Page;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The orders of a shop: places them, moves them along their workflow, and remembers how they got there. Thread-safe; any
 * number of instances can work on one store.
 *
 * <p>A refusal is a value, never an exception. Exceptions mean that something is broken: a guard that throws, a store that
 * fails, an order that cannot be read, or a {@link dev.orderly.store.ConflictException} that deciding anew several times did
 * not cure. Of an order whose version of the workflow this program does not have, requests are refused, and all else is a
 * {@link dev.orderly.decision.UnavailableWorkflowException}.
 */
public final class Orders {

    private final OrderStore store;
    private final OrderAccess access;
    private final OrdersSettings settings;
    private final Deciders deciders;
    private final String defaultWorkflow;
    private final ChangeWriter writer;
    private final OrderClock clock;
    private final RequestHandler requests;
    private final Conversation conversation;
    private final PersonalData personalData;

    Orders(
            OrderStore store,
            OrderAccess access,
            Deciders deciders,
            String defaultWorkflow,
            ChangeWriter writer,
            OrderClock clock,
            OrdersSettings settings) {
        this.store = store;
        this.access = access;
        this.deciders = deciders;
        this.defaultWorkflow = defaultWorkflow;
        this.writer = writer;
        this.clock = clock;
        this.settings = settings;
        this.requests = new RequestHandler(store, access, deciders, writer, clock);
        this.conversation = new Conversation(store, access, deciders, writer, clock, settings.maxAttachmentSize());
        this.personalData = new PersonalData(access, deciders, writer, clock);
    }

    /** Orders over a store. */
    public static OrdersBuilder builder(OrderStore store) {
        return new OrdersBuilder(store);
    }

    /** Orders of one workflow, in memory. */
    public static Orders inMemory(Workflow workflow) {
        return builder(new InMemoryOrderStore()).workflow(workflow).build();
    }

    /**
     * These orders through another view of their store, such as one that joins a transaction of yours: what is done by
     * the result becomes true when you commit. Within it a conflict is not tried again but thrown, and listeners hear of
     * what may still be rolled back.
     */
    public Orders withStore(OrderStore view) {
        return new Orders(
                view,
                access.withStore(view),
                deciders.withStore(view),
                defaultWorkflow,
                writer.withStore(view),
                clock,
                settings);
    }

    /**
     * The same orders as a caller may see them. An order for which the condition does not hold is an unknown order to
     * everything that names or lists orders: it is answered like a number that was never given out. The condition is asked
     * about the very snapshot that a request is decided on, and again on each new attempt after a conflict. Placing is not
     * restricted, since a number that is given out is not free; neither are sweeping and migrating, which act on all
     * orders of the shop.
     *
     * @param visible the condition; it may be asked several times about one order, by the thread that makes the call,
     *     and what it throws reaches the caller
     */
    public Orders restrictedTo(Predicate<Order> visible) {
        return new Orders(store, access.restrictedTo(visible), deciders, defaultWorkflow, writer, clock, settings);
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
        Decider decider = deciders.latest(workflow);
        return requests.place(
                number,
                workflow,
                request,
                (order, stamped) ->
                        order.isPresent() ? Rejected.alreadyPlaced(number) : decider.place(number, stamped));
    }

    /** Makes something happen to an order. */
    public Decision fire(String number, Request request) {
        return requests.handle(number, "", request, (order, stamped) -> decide(number, order, stamped));
    }

    /** What {@link #fire} would answer now to a request that it has not seen before; nothing happens. */
    public Decision ask(String number, Request request) {
        Optional<Order> order = find(number);
        return decide(number, order, requests.stamped(request, order));
    }

    /** What {@link #openCase} would answer now to a request that it has not seen before; nothing happens. */
    public Decision askOpenCase(String number, String type, Request request) {
        Optional<Order> order = find(number);
        return decideOpening(number, order, type, requests.stamped(request, order));
    }

    /** What {@link #fireCase} would answer now to a request that it has not seen before; nothing happens. */
    public Decision askCase(String number, int caseId, Request request) {
        Optional<Order> order = find(number);
        return decideCase(number, order, caseId, requests.stamped(request, order));
    }

    /** Makes the same thing happen to many orders, each on its own and once. */
    public BulkReport fireAll(Collection<String> numbers, Request request) {
        return each(numbers, number -> fire(number, request));
    }

    /** What {@link #fireAll} would answer now; nothing happens. */
    public BulkReport askAll(Collection<String> numbers, Request request) {
        return each(numbers, number -> ask(number, request));
    }

    /** Opens a case of a kind on an order. The case's number is in the entry of the answer. */
    public Decision openCase(String number, String type, Request request) {
        return requests.handle(
                number, "open case " + type, request, (order, stamped) -> decideOpening(number, order, type, stamped));
    }

    /** Makes something happen to a case of an order. */
    public Decision fireCase(String number, int caseId, Request request) {
        return requests.handle(
                number, "case " + caseId, request, (order, stamped) -> decideCase(number, order, caseId, stamped));
    }

    /** What an actor can do with an order now, and for the rest, why not; empty if there is no such order. */
    public List<Action> available(String number, Actor actor) {
        return find(number).map(order -> available(order, actor)).orElse(List.of());
    }

    /** The same for an order that is at hand, as it was when it was read; the store is not asked. */
    public List<Action> available(Order order, Actor actor) {
        return deciders.of(order).available(order, actor, clock.next(order));
    }

    /** What an actor can do with a case of an order now, and for the rest, why not; empty if there is no such case. */
    public List<Action> availableForCase(String number, int caseId, Actor actor) {
        return find(number).map(order -> availableForCase(order, caseId, actor)).orElse(List.of());
    }

    /** The same for an order that is at hand, as it was when it was read; the store is not asked. */
    public List<Action> availableForCase(Order order, int caseId, Actor actor) {
        return order.findCase(caseId)
                .map(c -> deciders.of(order).availableForCase(order, c, actor, clock.next(order)))
                .orElse(List.of());
    }

    /** Which cases an actor can open on an order now, and for the rest, why not; empty if there is no such order. */
    public List<CaseOption> caseOptions(String number, Actor actor) {
        return find(number).map(order -> caseOptions(order, actor)).orElse(List.of());
    }

    /** The same for an order that is at hand, as it was when it was read; the store is not asked. */
    public List<CaseOption> caseOptions(Order order, Actor actor) {
        return deciders.of(order).caseOptions(order, actor, clock.next(order));
    }

    /** How many files a comment can have. */
    public int maxAttachments() {
        return RequestLimits.MAX_ATTACHMENTS;
    }

    /** The size in bytes up to which an attachment is taken. */
    public long maxAttachmentSize() {
        return settings.maxAttachmentSize();
    }

    /** Adds a comment to an order. */
    public CommentResult comment(String number, CommentRequest request) {
        return conversation.comment(number, request);
    }

    /**
     * Turns the customer's notifications about an order off or on again; where they are so already, nothing is written.
     * Other roles are notified as before.
     */
    public CommentResult mute(String number, Actor actor, boolean muted) {
        return conversation.mute(number, actor, muted);
    }

    /** The bytes of an attachment of an order by their SHA-256. */
    public Optional<byte[]> attachment(String number, String sha256) {
        return access.isRestricted() && find(number).isEmpty() ? Optional.empty() : store.attachment(number, sha256);
    }

    /**
     * Erases what an order holds about its customer: e-mail address, name and id, all comments and attachments, and the
     * values of the fields that are named. The steps and their times stay, and the history can still be verified; it has
     * one more entry, which says who erased the data and when. What was answered to earlier requests is forgotten, so one
     * of them that is repeated is decided anew.
     *
     * @param actor who erases the data, which the order's workflow is not asked about
     * @return the order afterwards; empty if there is no such order
     */
    public Optional<Order> erase(String number, Actor actor, String... fields) {
        return personalData.erase(number, actor, Set.of(fields));
    }

    /** An order as it is. */
    public Optional<Order> find(String number) {
        return access.find(number).map(StoredOrder::order);
    }

    /** Everything that happened to an order. */
    public Optional<History> history(String number) {
        return access.history(number, deciders::evolution);
    }

    /** Some orders. A page of {@linkplain #restrictedTo restricted} orders can have fewer than asked for, and a next page. */
    public Page list(OrderQuery query) {
        return access.list(query);
    }

    /** The workflows of new orders, each in its latest version: the one of {@link #place(String, Request)} first, the others by name. */
    public List<Workflow> workflows() {
        return deciders.latest().stream()
                .sorted(Comparator.comparing((Workflow w) -> !w.name().equals(defaultWorkflow))
                        .thenComparing(Workflow::name))
                .toList();
    }

    /**
     * The numbers of the orders that the store met and could not read, and has not read since; a thousand at most. They keep
     * no other order from being listed or swept.
     */
    public Set<String> unreadable() {
        return store.unreadable();
    }

    /** A version of a workflow, as far as the store knows it. */
    public Optional<Workflow> workflow(String name, int version) {
        return store.workflow(name, version);
    }

    /** Whether this program has the version of the workflow that an order follows, with its guards. */
    public boolean canDecide(Order order) {
        return deciders.refusal(order).isEmpty();
    }

    /**
     * The workflow that an order follows, in its version.
     *
     * @throws dev.orderly.decision.UnavailableWorkflowException if this program does not have it
     */
    public Workflow workflowOf(Order order) {
        return deciders.of(order).workflow();
    }

    /**
     * Fires every event whose time has come, once, on any number of nodes. What is refused or fails stays due, and is
     * tried again by a sweep five minutes later. It goes on until nothing is due, some hundreds at a time, and the report
     * holds every order that fired. Answers to requests that are older than {@link OrdersBuilder#answerRetention} are
     * deleted. If the store fails after something fired, the sweep ends early with its report, the failure is logged, and the
     * next sweep goes on.
     */
    public SweepReport sweep() {
        Instant now = clock.shared(store);
        Sweep sweep = new Sweep(store, deciders, writer);
        sweep.run(now);
        sweep.forgetAnswers(now.minus(settings.answerRetention()));
        sweep.maintainStore();
        return new SweepReport(sweep.fired(), sweep.refused(), sweep.failed(), sweep.overtaken());
    }

    /**
     * Starts moving the live orders of a workflow from one version to another.
     *
     * @throws IllegalArgumentException if the two versions are the same
     * @throws dev.orderly.decision.UnavailableWorkflowException if this program does not have one of the versions
     */
    public MigrationPlan migration(String workflow, int from, int to) {
        VersionChange change =
                new VersionChange(deciders.version(workflow, from), deciders.version(workflow, to), clock, Map.of());
        return new MigrationPlan(store, writer, change);
    }

    private Decision decide(String number, Optional<Order> order, Request request) {
        return decided(number, order, o -> deciders.of(o).decide(o, request));
    }

    private Decision decideOpening(String number, Optional<Order> order, String type, Request request) {
        return decided(number, order, o -> deciders.of(o).openCase(o, type, request));
    }

    private Decision decideCase(String number, Optional<Order> order, int caseId, Request request) {
        return decided(number, order, o -> deciders.of(o).decideCase(o, caseId, request));
    }

    private Decision decided(String number, Optional<Order> order, Function<Order, Decision> decide) {
        return order.map(o -> deciders.refusal(o).<Decision>map(r -> r).orElseGet(() -> decide.apply(o)))
                .orElseGet(() -> Rejected.unknownOrder(number));
    }

    /** Goes on after an order for which something broke, so that it does not keep the others from being answered. */
    private static BulkReport each(Collection<String> numbers, Function<String, Decision> answer) {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        Map<String, RuntimeException> failures = new LinkedHashMap<>();
        for (String number : new LinkedHashSet<>(numbers)) {
            try {
                decisions.put(number, answer.apply(number));
            } catch (RuntimeException e) {
                failures.put(number, e);
            }
        }
        return new BulkReport(decisions, failures);
    }
}
