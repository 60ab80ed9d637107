package dev.orderly.internal.step;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.AcceptedStep;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.RequestLimits;
import dev.orderly.order.CaseRef;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.Answer;
import dev.orderly.store.NumberTakenException;
import dev.orderly.store.OrderLookup;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Decides requests, writes those accepted, and answers a repetition of an accepted one as it was answered before. */
public final class RequestHandler {

    private final OrderStore store;
    private final OrderAccess access;
    private final Deciders deciders;
    private final ChangeWriter writer;
    private final OrderClock clock;

    public RequestHandler(
            OrderStore store, OrderAccess access, Deciders deciders, ChangeWriter writer, OrderClock clock) {
        this.store = store;
        this.access = access;
        this.deciders = deciders;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Decides a request to place an order, whose number may be that of an order which does not exist for the caller.
     */
    public Decision place(
            String number, String workflow, Request request, BiFunction<Optional<Order>, Request, Decision> decide) {
        try {
            return handle(OrderAccess.all(store), number, "place " + workflow, request, decide);
        } catch (NumberTakenException e) {
            Rejected taken = Rejected.alreadyPlaced(number);
            writer.refused(null, request, taken);
            return taken;
        }
    }

    /**
     * Decides a request, as often as it takes to write what was decided. The order is read once per attempt: whether it
     * exists for the caller and what becomes of the request are decided on the same snapshot.
     *
     * @param subject the subject besides the request's own content, such as a case, so that the fingerprints of
     *     requests about different subjects differ
     */
    public Decision handle(
            String number, String subject, Request request, BiFunction<Optional<Order>, Request, Decision> decide) {
        return handle(access, number, subject, request, decide);
    }

    private Decision handle(
            OrderAccess existing,
            String number,
            String subject,
            Request request,
            BiFunction<Optional<Order>, Request, Decision> decide) {
        String id = request.id();
        Optional<Rejected> nameless = RequestLimits.ofNames(number, id);
        if (nameless.isPresent()) {
            return nameless.get();
        }
        String fingerprint = id == null ? null : Fingerprint.of(subject, request);
        return writer.retrying(() -> {
            OrderLookup found = existing.find(number, id);
            Optional<StoredOrder> stored = found.order();
            if (stored.isEmpty() && existing.isRestricted()) {
                return unknown(number, request);
            }
            if (found.answer().isPresent() && fingerprint != null) {
                return repeat(number, request, fingerprint, found.answer().get());
            }
            Optional<Order> order = stored.map(StoredOrder::order);
            Decision decision = decide.apply(order, stamped(request, order));
            if (decision instanceof Accepted accepted) {
                writer.write(stored.orElse(null), accepted, fingerprint);
                return decision;
            }
            writer.refused(order.orElse(null), request, (Rejected) decision);
            return decision;
        });
    }

    private Decision unknown(String number, Request request) {
        Rejected unknown = Rejected.unknownOrder(number);
        writer.refused(null, request, unknown);
        return unknown;
    }

    /** The request with its own time, or else with that of the next entry. */
    public Request stamped(Request request, Optional<Order> order) {
        return request.time() != null
                ? request
                : request.withTime(order.map(clock::next).orElseGet(clock::now));
    }

    private Decision repeat(String number, Request request, String fingerprint, Answer answer) {
        if (!answer.fingerprint().equals(fingerprint)) {
            return Rejected.requestIdReused(answer.requestId(), request.event());
        }
        return new Accepted(answered(writer.answeredHistory(number), answer));
    }

    /** The steps of a request that was granted before, without the notifications that went out then. */
    private List<AcceptedStep> answered(History past, Answer answer) {
        List<AcceptedStep> steps = new ArrayList<>();
        List<HistoryEntry> entries = past.entries();
        for (int i = Math.toIntExact(answer.sequence()); i <= entries.size(); i++) {
            Order order = new History(past.number(), entries.subList(0, i)).replay(deciders::evolution);
            if (entries.get(i - 1).activity() instanceof TransitionEntry entry
                    && (steps.isEmpty() || isAutomatic(entry, order))) {
                steps.add(new AcceptedStep(order, entry, List.of()));
            } else {
                break;
            }
        }
        return steps;
    }

    private boolean isAutomatic(TransitionEntry entry, Order order) {
        Workflow workflow = deciders.of(order).workflow();
        CaseRef about = entry.caseRef();
        return about == null
                ? workflow.isAutomatic(entry.event())
                : workflow.caseType(about.type())
                        .map(type -> (type.isFlow() && entry.from() == null)
                                || type.workflow().isAutomatic(entry.event()))
                        .orElse(false);
    }
}
