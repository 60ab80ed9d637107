package dev.orderly.notification;

import dev.orderly.order.Activity;
import dev.orderly.order.Comment;
import dev.orderly.order.Evolution;
import dev.orderly.order.History;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.OrderStore;
import dev.orderly.store.OutboxMessage;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Makes notifications of outbox messages, by replaying the history of each order up to the entry. Thread-safe. */
final class NotificationResolver {

    private final OrderStore store;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    NotificationResolver(OrderStore store) {
        this.store = store;
    }

    /**
     * The notification of a message; empty if the customer has turned notifications off since and the workflow's rule
     * does not say {@code always}.
     *
     * @throws DeliveryException permanent if the history has no such entry, or the entry is neither a transition nor a
     *     comment; temporary if the store does not know the workflow
     */
    Optional<Notification> of(OutboxMessage message) {
        History history = store.history(message.number())
                .filter(h -> h.entries().size() >= message.sequence())
                .orElseThrow(() -> DeliveryException.permanent(
                        entryName(message) + " is not there, so there is nothing to send", null));
        int length = Math.toIntExact(message.sequence());
        Activity activity = history.entries().get(length - 1).activity();
        if (!(activity instanceof TransitionEntry) && !(activity instanceof Comment)) {
            throw DeliveryException.permanent(
                    entryName(message) + " is a " + activity.getClass().getSimpleName()
                            + "; only transitions and comments are notified",
                    null);
        }
        Order order = new History(history.number(), history.entries().subList(0, length))
                .replay((name, version) -> known(name, version).evolution());
        Workflow workflow = known(order.workflow(), order.version()).workflow();
        boolean toCustomer = message.to().equals(Workflow.CUSTOMER);
        if (toCustomer && isMuted(history.activities()) && !isAlwaysSent(message, activity, workflow)) {
            return Optional.empty();
        }
        return Optional.of(Notification.of(message, activity, order, workflow));
    }

    private static String entryName(OutboxMessage message) {
        return "entry " + message.sequence() + " of order " + message.number();
    }

    private static boolean isMuted(List<Activity> activities) {
        boolean muted = false;
        for (Activity activity : activities) {
            muted = activity instanceof NotificationPreference change ? change.muted() : muted;
        }
        return muted;
    }

    private static boolean isAlwaysSent(OutboxMessage message, Activity activity, Workflow workflow) {
        if (!(activity instanceof TransitionEntry entry)) {
            return false;
        }
        Workflow own = entry.caseRef() == null
                ? workflow
                : workflow.caseType(entry.caseRef().type())
                        .map(CaseType::workflow)
                        .orElse(workflow);
        NotificationRule always =
                NotificationRule.of(message.to()).withChannel(message.channel()).withAlways(true);
        return own.transitions().stream()
                .filter(t -> isOf(t, entry))
                .anyMatch(t -> t.notifications().contains(always));
    }

    private static boolean isOf(Transition transition, TransitionEntry entry) {
        String from = entry.from();
        return transition.event().equals(entry.event())
                && (from == null
                        ? transition.from().isEmpty()
                        : transition.from().contains(from))
                && Objects.equals(transition.to() == null ? from : transition.to(), entry.to());
    }

    private Known known(String name, int version) {
        return known.computeIfAbsent(new Key(name, version), key -> {
            Workflow workflow = store.workflow(name, version)
                    .orElseThrow(() -> DeliveryException.temporary(
                            name + " version " + version + " is not known to the store: register it there", null));
            return new Known(workflow, new Evolution(workflow));
        });
    }

    private record Key(String name, int version) {}

    private record Known(Workflow workflow, Evolution evolution) {}
}
