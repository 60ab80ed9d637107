package dev.orderly.http.api;

import dev.orderly.Orders;
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

/** Lists the orders that exist for somebody. */
final class OrderListing {

    /** No status can have this name. */
    private static final String NO_STATUS = "";

    private final Orders orders;
    private final Clock clock;
    private final ApiContext visit;

    OrderListing(Orders orders, Clock clock, ApiContext visit) {
        this.orders = orders;
        this.clock = clock;
        this.visit = visit;
    }

    /** A part of the list. What the caller does not see is skipped, and no cursor tells of it. */
    OrderList page(OrderList.Search search) {
        OrderQuery query = query(search);
        List<Order> seen = new ArrayList<>();
        Page page = orders.list(query);
        page.orders().stream().filter(visit.caller()::sees).forEach(seen::add);
        while (seen.size() < query.limit() && page.next().isPresent()) {
            page = orders.list(query.after(page.next().get()));
            page.orders().stream().filter(visit.caller()::sees).forEach(seen::add);
        }
        boolean more = seen.size() > query.limit() || page.next().isPresent();
        List<Order> shown = seen.subList(0, Math.min(seen.size(), query.limit()));
        return new OrderList(
                shown.stream().map(visit::body).toList(), more ? cursor(shown.get(shown.size() - 1)) : null);
    }

    private OrderQuery query(OrderList.Search search) {
        boolean isCustomer = visit.actor().role().equals(Workflow.CUSTOMER);
        return new OrderQuery(
                search.workflow(),
                0,
                statuses(search.status() == null ? List.of() : search.status(), isCustomer),
                isCustomer ? Objects.requireNonNull(visit.caller().email()) : search.email(),
                Boolean.TRUE.equals(search.active()),
                Boolean.TRUE.equals(search.overdue()) ? clock.instant() : null,
                search.cursor() == null ? null : position(search.cursor()),
                Objects.requireNonNull(search.limit()));
    }

    /** A customer knows the coarser statuses, means all that hide behind them, and cannot ask for a hidden one. */
    private Set<String> statuses(List<String> names, boolean isCustomer) {
        if (!isCustomer || names.isEmpty()) {
            return Set.copyOf(names);
        }
        Set<String> meant = orders.workflows().stream()
                .map(visit::view)
                .flatMap(view -> names.stream().flatMap(name -> view.statusesShownAs(name).stream()))
                .collect(Collectors.toSet());
        return meant.isEmpty() ? Set.of(NO_STATUS) : meant;
    }

    private static String cursor(Order last) {
        String text = last.placedAt() + " " + last.number();
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
            // told below, together with a text that has no space
        }
        throw ProblemType.MALFORMED_REQUEST.exception(
                "the cursor is none of ours: take it from the part of the list before");
    }
}
