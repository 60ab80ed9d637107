package dev.orderly.internal.step;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.RequestLimits;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.Answer;
import dev.orderly.store.OrderLookup;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoredOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Has requests decided, writes what is accepted, and answers a repeated request as it was answered before. */
public final class RequestHandler {

    private final OrderStore store;
    private final Deciders deciders;
    private final ChangeWriter writer;
    private final OrderClock clock;

    public RequestHandler(OrderStore store, Deciders deciders, ChangeWriter writer, OrderClock clock) {
        this.store = store;
        this.deciders = deciders;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Decides a request, as often as it takes to write what was decided.
     *
     * @param subject what the request is about besides its own content, so that requests about different things differ
     */
    public Decision handle(
            String number, String subject, Request request, BiFunction<Optional<Order>, Request, Decision> decide) {
        String id = request.id();
        Optional<Rejected> nameless = RequestLimits.ofNames(number, id);
        if (nameless.isPresent()) {
            return nameless.get();
        }
        String fingerprint = id == null ? null : Fingerprint.of(subject, request);
        return writer.retrying(() -> {
            OrderLookup found = writer.find(number, id);
            if (found.answer().isPresent() && fingerprint != null) {
                return repeat(number, request, fingerprint, found.answer().get());
            }
            Optional<StoredOrder> stored = found.order();
            Optional<Order> order = stored.map(StoredOrder::order);
            Decision decision = decide.apply(order, stamped(request, order));
            if (decision instanceof Accepted accepted) {
                writer.write(stored.orElse(null), accepted, fingerprint);
                return decision;
            }
            Rejected rejected = (Rejected) decision;
            writer.refused(order.orElse(null), request, rejected);
            if (id != null && fingerprint != null) {
                Answer refusal = new Answer(id, fingerprint, 0, rejected.reasons());
                return repeat(number, request, fingerprint, store.remember(number, refusal));
            }
            return rejected;
        });
    }

    /** The request with a time. */
    public Request stamped(Request request, Optional<Order> order) {
        return request.time() != null
                ? request
                : request.at(order.map(clock::next).orElseGet(clock::now));
    }

    private Decision repeat(String number, Request request, String fingerprint, Answer answer) {
        if (!answer.fingerprint().equals(fingerprint)) {
            return Rejected.requestIdReused(answer.requestId(), request.event());
        }
        if (answer.sequence() == 0) {
            return new Rejected(answer.reasons());
        }
        History past = writer.historyUpTo(number, answer);
        List<TransitionEntry> transitions = past.transitions();
        return new Accepted(past.replay(deciders::evolution), transitions.get(transitions.size() - 1), List.of());
    }
}
