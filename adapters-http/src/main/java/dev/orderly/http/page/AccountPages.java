package dev.orderly.http.page;

import dev.orderly.Orders;
import dev.orderly.http.access.Caller;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.Page;
import dev.orderly.store.Position;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleOrder;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Internal: makes the page with the list of a customer's orders. Thread-safe. */
public final class AccountPages {

    private static final int PAGE = 20;

    /** The most orders that are read for one page, which has fewer than {@link #PAGE} where few of them are active. */
    private static final int MOST_READ = 500;

    private final Orders orders;

    /** Pages of these orders. */
    public AccountPages(Orders orders) {
        this.orders = orders;
    }

    /**
     * The list.
     *
     * @param caller a customer
     * @param filter one of the choices that the page offers
     * @param after the position after which it begins; null for the first page
     * @param ticket makes the ticket for an order's number
     * @return empty if there is no such choice
     */
    public Optional<AccountPage> of(
            Caller caller, PageLayout frame, String filter, @Nullable Position after, Function<String, String> ticket) {
        Map<String, Set<String>> choices = new LinkedHashMap<>();
        Texts texts = frame.texts();
        List<PageLayout.Choice> statuses = statuses(texts, choices);
        if (statuses.stream().noneMatch(choice -> choice.value().equals(filter))) {
            return Optional.empty();
        }
        OrderQuery query = OrderQuery.all().withCustomer(String.valueOf(caller.email()));
        if (choices.containsKey(filter)) {
            query = query.withStatuses(choices.get(filter).toArray(new String[0]));
        }
        List<AccountPage.Request> requests = new ArrayList<>();
        Position next = find(query, caller, filter.equals(AccountPage.ACTIVE), after, order -> {
            requests.add(request(order, texts, ticket));
            return requests.size() < PAGE;
        });
        return Optional.of(
                new AccountPage(frame, filter, statuses, requests, next == null ? null : CursorText.write(next)));
    }

    /** Passes orders on until there are enough; returns the position where it stopped, null if there are no more. */
    private @Nullable Position find(
            OrderQuery query,
            Caller caller,
            boolean activeOnly,
            @Nullable Position after,
            Function<Order, Boolean> wantsMore) {
        @Nullable Position place = after;
        for (int read = 0; read < MOST_READ; read += PAGE) {
            OrderQuery part = place == null ? query : query.withAfter(place);
            Page page = orders.list(part.withLimit(PAGE));
            for (Order order : page.orders()) {
                place = new Position(order.placedAt(), order.number());
                boolean shown = caller.sees(order)
                        && (!activeOnly || !order.done() || order.hasOpenCase())
                        && orders.canDecide(order);
                if (shown && !wantsMore.apply(order)) {
                    boolean last = page.next().isEmpty()
                            && order.equals(page.orders().get(page.orders().size() - 1));
                    return last ? null : place;
                }
            }
            if (page.next().isEmpty()) {
                return null;
            }
            place = page.next().get(); // behind an order that cannot be read, too
        }
        return place;
    }

    /** Statuses with the same label are one choice, in however many workflows they are. */
    private List<PageLayout.Choice> statuses(Texts texts, Map<String, Set<String>> choices) {
        Map<String, Set<String>> byLabel = new LinkedHashMap<>();
        for (Workflow workflow : orders.workflows()) {
            RoleView view = new PageTexts(workflow, texts).view();
            for (Status status : workflow.statuses()) {
                byLabel.computeIfAbsent(view.status(status.name()).label(), label -> new LinkedHashSet<>())
                        .add(status.name());
            }
        }
        List<PageLayout.Choice> shown = new ArrayList<>();
        shown.add(new PageLayout.Choice(AccountPage.ACTIVE, texts.get("account.active")));
        shown.add(new PageLayout.Choice(AccountPage.ALL, texts.get("account.all")));
        byLabel.forEach((label, names) -> {
            String value = "in:" + String.join(",", names);
            choices.put(value, names);
            shown.add(new PageLayout.Choice(value, label));
        });
        return shown;
    }

    private AccountPage.Request request(Order order, Texts texts, Function<String, String> ticket) {
        PageTexts pageTexts = new PageTexts(orders.workflowOf(order), texts);
        VisibleOrder visible = pageTexts.view().order(order);
        return new AccountPage.Request(
                visible.number(),
                ticket.apply(visible.number()),
                visible.lines().stream().map(Line::title).collect(Collectors.joining(", ")),
                visible.status().label(),
                pageTexts.moment(visible.placedAt()),
                pageTexts.moment(visible.since()),
                visible.cases().stream()
                        .map(aCase -> new AccountPage.Case(
                                aCase.label(),
                                aCase.ref().id(),
                                aCase.status().label(),
                                pageTexts.moment(aCase.since())))
                        .toList());
    }
}
