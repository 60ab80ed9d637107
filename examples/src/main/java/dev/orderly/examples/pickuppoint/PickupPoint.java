package dev.orderly.examples.pickuppoint;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.examples.Story;
import dev.orderly.file.Presets;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.Dispatcher;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.Recipients;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.StatusTrail.Stay;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderQuery;
import dev.orderly.webhook.SmsChannel;
import dev.orderly.workflow.Workflow;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A marketplace in Russia with pickup points: paid today, there tomorrow. Who comes shows the number in the SMS, and no
 * document; a parcel that is not fetched goes back after seven days.
 */
public final class PickupPoint {

    private static final Actor PLATFORM = Actor.of("platform");
    private static final Actor COUNTER = Actor.of("staff", "counter-12");

    private final Workflow workflow = Presets.pickupPoint();
    private final Story story = new Story(workflow);
    private final InMemoryOrderStore store = new InMemoryOrderStore();
    private final Orders orders =
            Orders.builder(store).workflow(workflow).clock(story.clock()).build();

    public static void main(String[] arguments) {
        PickupPoint point = new PickupPoint();
        point.expectedByTheHourOfTheOrder();
        point.fetchedForTheNumberInTheSms();
        point.keptForSevenDays();
    }

    private void expectedByTheHourOfTheOrder() {
        story.at("2026-06-01T19:59", "An order just before eight in the evening comes the next day,");
        buy("77-1203");
        story.check("77-1203 comes on", LocalDate.of(2026, 6, 2), lastDay("77-1203"));

        story.at("2026-06-01T20:01", "and one just after eight, the day after that.");
        buy("77-1204");
        story.check("77-1204 comes on", LocalDate.of(2026, 6, 3), lastDay("77-1204"));
    }

    private void fetchedForTheNumberInTheSms() {
        story.at("2026-06-02T11:30", "Both arrive, and their customers get an SMS.");
        story.granted(orders.fire("77-1203", Request.of("arrive", COUNTER)));
        story.granted(orders.fire("77-1204", Request.of("arrive", COUNTER)));
        story.check("text messages sent", 2L, sendTextMessages());

        story.at("2026-06-03T18:10", "A customer misremembers the number, and then looks it up.");
        Request issue = Request.of("issue", COUNTER);
        story.refused("data-missing", orders.fire("77-1203", issue));
        story.refused("condition-not-met", orders.fire("77-1203", issue.with("order-number", "77-1230")));
        Order order = story.granted(orders.fire("77-1203", issue.with("order-number", "77-1203")));

        // The exact time at which each status was reached, as the shop shows it; when it was left is there as well.
        for (Stay stay : order.trail().stays()) {
            story.print(story.local(stay.entered()) + " " + workflow.statusLabel(stay.status(), "ru"));
        }
    }

    private void keptForSevenDays() {
        story.at(
                "2026-06-08T11:30",
                "The other parcel is not fetched. On the day before the last, its customer is reminded.");
        orders.sweep();
        story.check("text messages sent", 1L, sendTextMessages());

        story.at("2026-06-09T11:29", "It is kept for seven days, to the minute:");
        // A service calls sweep() every minute, on any number of nodes: each deadline fires once.
        story.check("orders that expired", 0, orders.sweep().fired().size());

        story.at("2026-06-09T11:30", "now it goes back.");
        orders.sweep().fired().forEach(story::granted);
        Order order = orders.find("77-1204").orElseThrow();
        story.check("status", "Отменено", workflow.statusLabel(order.status(), "ru"));
        story.check("text messages sent", 1L, sendTextMessages());
        story.granted(orders.fire("77-1204", Request.of("refund", PLATFORM)));

        story.at("2026-06-09T19:00", "Now the customer comes after all, with the right number.");
        Request issue = Request.of("issue", COUNTER).with("order-number", "77-1204");
        story.refused("not-in-status", orders.fire("77-1204", issue));
        story.check(
                "orders that are not done",
                List.of(),
                orders.list(OrderQuery.active()).orders());
    }

    private void buy(String number) {
        Request place = Request.of("place", Actor.customer())
                .with("delivery", "pickup")
                .with("phone", "+79161234567")
                .withLines(Line.of("TEA-9", "Чайник", 1))
                .withCustomer(Customer.of("olga@example.org").withLanguage("ru"));
        story.granted(orders.place(number, place));
        story.granted(orders.fire(number, Request.of("pay", PLATFORM)));
        story.check("text messages sent", 1L, sendTextMessages());
    }

    /** An order is overdue from the end of the day on which it should have come. */
    private LocalDate lastDay(String number) {
        Order order = orders.find(number).orElseThrow();
        return story.local(Objects.requireNonNull(order.overdueAt()).minusNanos(1))
                .toLocalDate();
    }

    private long sendTextMessages() {
        // A shop asks its telephone company's API in place of printing.
        Recipients phones = Recipients.customers()
                .or("customer", n -> Recipient.of(String.valueOf(n.order().field("phone"))));
        SmsChannel sms = SmsChannel.of(
                (phone, text, id) -> story.print("SMS to " + phone + ": " + text), phones, MessageTexts.of("Пункт 12"));
        try (Dispatcher dispatcher = Dispatcher.builder(store)
                .channel("sms", sms)
                .clock(story.clock())
                .build()) {
            return dispatcher.run().sent();
        }
    }
}
