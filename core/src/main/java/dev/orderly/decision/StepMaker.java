package dev.orderly.decision;

import dev.orderly.order.CaseRef;
import dev.orderly.order.Evolution;
import dev.orderly.order.Order;
import dev.orderly.order.Placement;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes steps of requests that the engine allows: the entry, the order after it, and whom to notify. */
final class StepMaker {

    private final Evolution evolution;

    StepMaker(Evolution evolution) {
        this.evolution = evolution;
    }

    /** The step that places an order. */
    AcceptedStep first(Allowed allowed, Request request, Placement placement) {
        return step(
                null, allowed, entry(allowed, request, 1).placement(placement).build());
    }

    /** A further step of an order. */
    AcceptedStep next(Order order, Allowed allowed, Request request) {
        return step(
                order,
                allowed,
                entry(allowed, request, order.sequence() + 1)
                        .from(order.status())
                        .build());
    }

    /** A step of a case of an order, which opens the case where it comes from no status. */
    AcceptedStep ofCase(Order order, CaseRef about, @Nullable String from, Allowed allowed, Request request) {
        return step(
                order,
                allowed,
                entry(allowed, request, order.sequence() + 1)
                        .caseRef(about)
                        .from(from)
                        .build());
    }

    private AcceptedStep step(@Nullable Order before, Allowed allowed, TransitionEntry entry) {
        List<NotificationRule> notifications = allowed.transition().notifications();
        if (before != null && before.muted()) {
            notifications = notifications.stream()
                    .filter(rule -> rule.always() || !rule.to().equals(Workflow.CUSTOMER))
                    .toList();
        }
        return new AcceptedStep(evolution.apply(before, entry), entry, notifications);
    }

    private static TransitionEntry.Builder entry(Allowed allowed, Request request, long sequence) {
        return TransitionEntry.builder(sequence, request.actor(), request.at(), request.event(), allowed.to())
                .data(allowed.data())
                .comment(request.comment())
                .requestId(request.id())
                .items(allowed.items())
                .parcel(allowed.transition().parcel() && !allowed.items().isEmpty());
    }
}
