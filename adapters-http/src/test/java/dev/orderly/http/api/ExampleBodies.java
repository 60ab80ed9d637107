package dev.orderly.http.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ExampleBodies of what the API takes and gives. */
final class ExampleBodies {

    private static final Instant PLACED = Instant.parse("2026-11-20T09:14:03Z");
    private static final Instant PAID = Instant.parse("2026-11-20T09:21:40Z");

    private static final OrderBody.StatusBody AWAITING_PAYMENT =
            new OrderBody.StatusBody("awaiting-payment", "Awaiting payment", "We are waiting for your payment.");
    private static final OrderBody.StatusBody IN_PROGRESS =
            new OrderBody.StatusBody("in-progress", "In progress", "We are working on your order.");

    private static final OrderBody ORDER = new OrderBody(
            "2026/118",
            "bookstore",
            1,
            IN_PROGRESS,
            PAID,
            false,
            2,
            PLACED,
            new OrderBody.CustomerBody("ijon.tichy@example.com", "Ijon Tichy", "en"),
            List.of(new OrderBody.LineBody(
                    "1",
                    "978-0-15-683750-2",
                    "The Star Diaries",
                    2,
                    "39.9 PLN",
                    "79.8 PLN",
                    null,
                    "https://shop.example/978-0-15-683750-2.jpg",
                    "https://shop.example/978-0-15-683750-2",
                    null)),
            "79.8 PLN",
            List.of(),
            Map.of("payment", "prepaid"),
            null,
            List.of(),
            false,
            null,
            null,
            false);

    private static final HistoryEntryBody COMMENT = new HistoryEntryBody(
            3,
            "comment",
            PAID,
            new HistoryEntryBody.ActorBody("customer", null),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "Please wrap it as a present.",
            false,
            List.of(),
            null,
            null,
            null);

    private static final ActionsBody ACTIONS = new ActionsBody(
            2,
            List.of(new ActionsBody.ActionBody(
                    "cancel",
                    "Cancel order",
                    true,
                    List.of(new ActionsBody.FieldBody("reason", "Reason", "text", null, null, null)),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())),
            List.of());

    private static final String TICKET = "MjAyNi8xMTg.1763633643.kzTzjDRQaZzyJZH0fQ2yX0nR8o0p3yqkXx0Xo2b1a9Y";

    private static final Map<Class<?>, Object> ALL = Map.ofEntries(
            Map.entry(OrderBody.class, ORDER),
            Map.entry(HistoryEntryBody.class, COMMENT),
            Map.entry(ActionsBody.class, ACTIONS),
            Map.entry(
                    LookupBody.class,
                    new LookupBody(
                            TICKET,
                            ORDER,
                            List.of(
                                    new LookupBody.StayBody(AWAITING_PAYMENT, PLACED, PAID),
                                    new LookupBody.StayBody(IN_PROGRESS, PAID, null)),
                            List.of(COMMENT),
                            ACTIONS)),
            Map.entry(
                    LookupBody.LookupRequest.class, new LookupBody.LookupRequest("2026/118", "ijon.tichy@example.com")),
            Map.entry(OrderList.class, new OrderList(List.of(ORDER), "MjAyNi0xMS0yMFQwOToxNDowM1ogMjAyNi8xMTg")),
            Map.entry(
                    OrderList.Search.class,
                    new OrderList.Search("ijon.tichy@example.com", null, null, true, null, 20, null)),
            Map.entry(
                    NewOrder.class,
                    new NewOrder(
                            "2026/118",
                            "bookstore",
                            "place",
                            new OrderBody.CustomerBody("ijon.tichy@example.com", "Ijon Tichy", "en"),
                            List.of(new NewOrder.NewLine(
                                    "1",
                                    "978-0-15-683750-2",
                                    "The Star Diaries",
                                    2,
                                    "39.90 PLN",
                                    null,
                                    "https://shop.example/978-0-15-683750-2.jpg",
                                    "https://shop.example/978-0-15-683750-2")),
                            Map.of("payment", "prepaid"),
                            null)),
            Map.entry(
                    NewEvent.class,
                    new NewEvent("ship", Map.of("tracking-number", "6200001", "carrier", "inpost"), null, null)),
            Map.entry(NewCase.class, new NewCase("incident", "open", Map.of("reason", "Nothing came"), null)),
            Map.entry(NewComment.class, new NewComment("Please wrap it as a present.", false)),
            Map.entry(OrdersApi.Mute.class, new OrdersApi.Mute(true)),
            Map.entry(
                    WorkflowsApi.WorkflowBody.class,
                    new WorkflowsApi.WorkflowBody("bookstore", 1, List.of("pl", "en"))));

    private ExampleBodies() {}

    /** An example of a shape; null for what needs none. */
    static @Nullable Object of(Class<?> shape) {
        return ALL.get(shape);
    }

    static Map<Class<?>, Object> all() {
        return ALL;
    }
}
