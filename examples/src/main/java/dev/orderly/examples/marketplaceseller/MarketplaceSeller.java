package dev.orderly.examples.marketplaceseller;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.examples.Story;
import dev.orderly.file.Presets;
import dev.orderly.notification.Dispatcher;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderQuery;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Objects;

/**
 * A seller on a marketplace in Bulgaria, who must keep the times that his offers promise, send each parcel with a tracking
 * number, and take goods back for 14 days after the delivery that the platform has verified.
 */
public final class MarketplaceSeller {

    private static final Actor PLATFORM = Actor.of("platform");
    private static final Actor SELLER = Actor.of("seller", "ivan");

    private final Workflow workflow = Presets.marketplaceSeller();
    private final Story story = new Story(workflow);
    private final InMemoryOrderStore store = new InMemoryOrderStore();
    private final Orders orders =
            Orders.builder(store).workflow(workflow).clock(story.clock()).build();

    public static void main(String[] arguments) {
        MarketplaceSeller shop = new MarketplaceSeller();
        shop.late();
        shop.returned();
    }

    private void late() {
        story.at("2019-02-04T10:00", "Two mugs are sold, to be sent within 3 days and to arrive within 5 more.");
        place("A-1");
        place("A-2");
        fire("A-1", Request.of("confirm-payment", PLATFORM));
        fire("A-2", Request.of("confirm-payment", PLATFORM));
        fire("A-1", Request.of("process", SELLER));
        fire("A-2", Request.of("process", SELLER));
        sendMails(8);

        story.at("2019-02-05T09:00", "One is sent in time, but not without a tracking number.");
        story.refused("data-missing", orders.fire("A-1", Request.of("ship", SELLER)));
        Order sent = fire("A-1", ship("1051234567890"));
        story.check("link", "https://www.econt.com/services/track-shipment/1051234567890", link(sent));

        story.at("2019-02-08T09:00", "The other is late. It is listed as overdue, and the seller is notified once.");
        story.check("overdue", List.of("A-2"), overdue());
        orders.sweep();
        orders.sweep();
        sendMails(2);
        fire("A-2", ship("1051234567891"));
        story.check("overdue", List.of(), overdue());
    }

    private void returned() {
        story.at("2019-02-11T16:00", "The mugs have arrived. The platform checks that by the tracking numbers.");
        fire("A-1", Request.of("complete", SELLER));
        fire("A-2", Request.of("complete", SELLER));
        Request verify = Request.of("verify-delivery", PLATFORM).with("delivered-on", "2019-02-11");
        fire("A-1", verify);
        fire("A-2", verify);
        story.refused("already-done", orders.fire("A-1", verify.with("delivered-on", "2019-03-11")));

        story.at("2019-02-25T23:00", "On the 14th day one comes back.");
        Request refund = Request.of("refund", SELLER)
                .with("resolution", "money-returned")
                .with("note", "Счупена дръжка");
        fire("A-1", refund);
        story.at("2019-02-26T09:00", "A day later it is too late for the other.");
        story.refused("too-late", orders.fire("A-2", refund));
    }

    private void place(String number) {
        story.granted(orders.place(number, offer()));
    }

    private static Request offer() {
        return Request.of("place", Actor.customer()).with("preparation-days", 3).with("delivery-days", 5);
    }

    private static Request ship(String trackingNumber) {
        return Request.of("ship", SELLER)
                .with("tracking-number", trackingNumber)
                .with("carrier", "econt")
                .with("warranty-card", true)
                .with("invoice-or-receipt", true)
                .with("return-form", true);
    }

    private Order fire(String number, Request request) {
        return story.granted(orders.fire(number, request));
    }

    private static String link(Order order) {
        return Objects.requireNonNull(order.parcels().get(0).link());
    }

    private List<String> overdue() {
        OrderQuery query = OrderQuery.active().withOverdueAt(story.clock().instant());
        return orders.list(query).orders().stream().map(Order::number).toList();
    }

    /** Sends what waits, by a channel of our own: anything that takes a message over is one. */
    private void sendMails(long expected) {
        try (Dispatcher dispatcher = Dispatcher.builder(store)
                .channel(
                        "mail",
                        n -> story.print("mail to the " + n.message().to() + " about "
                                + n.order().number() + ": " + ((TransitionEntry) n.activity()).event()))
                .clock(story.clock())
                .build()) {
            story.check("mails sent", expected, dispatcher.run().sent());
        }
    }
}
