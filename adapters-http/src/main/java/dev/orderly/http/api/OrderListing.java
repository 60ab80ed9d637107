package dev.orderly.http.api;

import dev.orderly.order.Order;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.Page;
import dev.orderly.store.Position;
import dev.orderly.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists the orders that exist for a caller. */
final class OrderListing {

    /** No status can have this name. */
    private static final String NO_STATUS = "";

    private final ApiContext api;
    private final Clock clock;

    OrderListing(ApiContext api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * A part of the list. Orders that do not exist for the caller are skipped, and no cursor names one; neither are orders shown
     * that only nodes with a newer release know the workflow of.
     */
    OrderList page(OrderList.Search search) {
        boolean isCustomer = api.actor().role().equals(Workflow.CUSTOMER);
        String email = isCustomer ? ownAddress() : search.email();
        if (isCustomer && email == null) {
            return new OrderList(List.of(), null);
        }
        OrderQuery query = query(search, email, isCustomer);
        Page page = api.orders().list(query);
        List<Order> seen = new ArrayList<>(page.orders());
        while (seen.size() < query.limit() && page.next().isPresent()) {
            page = api.orders().list(query.withAfter(page.next().get()));
            seen.addAll(page.orders());
        }
        boolean more = seen.size() > query.limit() || page.next().isPresent();
        List<Order> shown = seen.subList(0, Math.min(seen.size(), query.limit()));
        return new OrderList(
                shown.stream()
                        .filter(order -> api.orders().canDecide(order))
                        .map(api::body)
                        .toList(),
                more ? cursor(shown.get(shown.size() - 1), query) : null);
    }

    /** The address of a customer, which a ticket does not hold; null if the order of the ticket has none any more. */
    private @Nullable String ownAddress() {
        String number = api.caller().onlyOrder();
        return number == null
                ? api.caller().email()
                : api.orders()
                        .find(number)
                        .map(order -> order.customer().email())
                        .orElse(null);
    }

    private OrderQuery query(OrderList.Search search, @Nullable String email, boolean isCustomer) {
        OrderQuery query = OrderQuery.all()
                .withActiveOnly(Boolean.TRUE.equals(search.active()))
                .withLimit(Objects.requireNonNull(search.limit()));
        Set<String> statuses = statuses(search.status() == null ? List.of() : search.status(), isCustomer);
        query = search.workflow() == null ? query : query.withWorkflow(search.workflow());
        query = statuses.isEmpty() ? query : query.withStatuses(statuses.toArray(String[]::new));
        query = email == null ? query : query.withCustomer(email);
        query = Boolean.TRUE.equals(search.overdue()) ? query.withOverdueAt(clock.instant()) : query;
        return search.cursor() == null ? query : query.withAfter(position(search.cursor()));
    }

    /**
     * A customer filters by the statuses that he sees, each of which stands for all that it hides; a hidden status
     * finds nothing.
     */
    private Set<String> statuses(List<String> names, boolean isCustomer) {
        if (!isCustomer || names.isEmpty()) {
            return Set.copyOf(names);
        }
        Set<String> meant = api.orders().workflows().stream()
                .map(api::view)
                .flatMap(view -> names.stream().flatMap(name -> view.statusesShownAs(name).stream()))
                .collect(Collectors.toSet());
        return meant.isEmpty() ? Set.of(NO_STATUS) : meant;
    }

    private static String cursor(Order last, OrderQuery query) {
        String text = (query.overdueAt() == null ? last.placedAt() : last.overdueAt()) + " " + last.number();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Position position(@Nullable String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            if (space > 0) {
                return new Position(Instant.parse(text.substring(0, space)), text.substring(space + 1));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // refused below, together with a text that has no space
        }
        throw ProblemType.MALFORMED_REQUEST.exception(
                "the cursor is none of ours: take it from the part of the list before");
    }
}
