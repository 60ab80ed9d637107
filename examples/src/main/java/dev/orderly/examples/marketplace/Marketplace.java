package dev.orderly.examples.marketplace;

import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.examples.OrderTables;
import dev.orderly.examples.Story;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.nio.file.Path;

/**
 * A marketplace on which payment, fulfilment and return of an order go their own ways, as flows beside it. Conditions go across:
 * nothing is sent before the money is there, and what comes after a cancellation goes back. The rules are the workflow file
 * that the documentation shows as well.
 */
public final class Marketplace {

    private static final Path FILE = Path.of("docs", "shops", "marketplace.yaml");
    private static final String BOOK = "B";

    private static final Actor CUSTOMER = Actor.customer();
    private static final Actor SELLER = Actor.of("seller", "mira");
    private static final Actor PLATFORM = Actor.of("platform");

    private final Workflow workflow = WorkflowFiles.load(FILE);
    private final Story story = new Story(workflow);
    private final OrderTables tables = new OrderTables(workflow, story);
    private final Orders orders = Orders.builder(new InMemoryOrderStore())
            .workflow(workflow)
            .clock(story.clock())
            .build();

    public static void main(String[] arguments) {
        Marketplace marketplace = new Marketplace();
        marketplace.twoOfThreeAreSentAndOneIsCancelled();
        marketplace.oneComesBack();
        marketplace.paidLateAfterTheCancellation();
        marketplace.cashIsDueOnDelivery();
    }

    private void twoOfThreeAreSentAndOneIsCancelled() {
        story.at("2026-05-04T18:10", "Ivo orders three atlases and pays by card.");
        story.grantedWithAll(place("M-1", "card"));
        Request send = Request.of("fulfilment.send", SELLER)
                .with("tracking-number", "6200001")
                .withItems(LineQuantity.of(BOOK, 2));
        story.refused("flow-not-so", orders.fire("M-1", send));
        story.granted(orders.fire("M-1", Request.of("payment.capture", PLATFORM).with("amount", "120 EUR")));

        story.at("2026-05-05T09:30", "The seller has only two. What can she do?");
        tables.possible(order("M-1"), orders.available("M-1", SELLER));
        story.grantedWithAll(orders.fire("M-1", send));

        story.at("2026-05-07T20:00", "Ivo does not want to wait for the third, and gets the money for it.");
        story.grantedWithAll(orders.fire("M-1", Request.of("fulfilment.cancel-units", CUSTOMER)));
        story.granted(orders.fire("M-1", Request.of("payment.refund", PLATFORM).with("amount", "40 EUR")));

        story.at("2026-05-08T11:00", "The parcel is received: paid and received, the order completes itself.");
        Order order = story.grantedWithAll(orders.fire("M-1", Request.of("fulfilment.receive", CUSTOMER)));
        tables.units(order);
        tables.parcels(order);
    }

    private void oneComesBack() {
        story.at("2026-05-20T08:00", "Within 14 days Ivo asks to return one of the two, which the seller accepts.");
        Request ask = Request.of("returning.ask", CUSTOMER);
        story.granted(orders.fire("M-1", ask));
        story.granted(orders.fire("M-1", Request.of("returning.accept", SELLER).withItems(LineQuantity.of(BOOK, 1))));
        Request refund = Request.of("payment.refund", PLATFORM);
        story.refused("out-of-bounds", orders.fire("M-1", refund.with("amount", "80.01 EUR")));
        story.granted(orders.fire("M-1", refund.with("amount", "40 EUR")));

        story.at("2026-05-22T11:01", "Two days later it is too late for the other one.");
        story.refused("too-late", orders.fire("M-1", ask));
        Order order = order("M-1");
        tables.units(order);
        tables.flows(order);
        tables.history(order, orders.history("M-1").orElseThrow());
    }

    private void paidLateAfterTheCancellation() {
        story.at(
                "2026-06-01T12:00",
                "Rosa pays by transfer, and changes her mind. Payment and fulfilment end with the order.");
        story.grantedWithAll(place("M-2", "transfer"));
        tables.flows(story.grantedWithAll(orders.fire("M-2", Request.of("cancel", CUSTOMER))));

        story.at("2026-06-03T06:00", "Her bank has sent the money all the same. It cannot stay:");
        story.granted(orders.fire("M-2", Request.of("payment.capture", PLATFORM).with("amount", "120 EUR")));
        story.granted(orders.fire("M-2", Request.of("payment.refund", PLATFORM).with("amount", "120 EUR")));
        tables.flows(order("M-2"));
    }

    private void cashIsDueOnDelivery() {
        story.at(
                "2026-06-05T10:00", "Leon pays at the door: sent before it is paid, and complete only with the money.");
        story.grantedWithAll(place("M-3", "cash"));
        story.grantedWithAll(
                orders.fire("M-3", Request.of("fulfilment.send", SELLER).with("tracking-number", "6200002")));
        story.grantedWithAll(orders.fire("M-3", Request.of("fulfilment.receive", Actor.of("carrier"))));
        story.check("status", "placed", order("M-3").status());
        story.grantedWithAll(
                orders.fire("M-3", Request.of("payment.capture", PLATFORM).with("amount", "120 EUR")));
        story.check("status", "completed", order("M-3").status());
    }

    private Decision place(String number, String method) {
        Request request = Request.of("place", CUSTOMER)
                .with("method", method)
                .withLines(
                        Line.of("978-83-01", "Atlas of birds", 3).withId(BOOK).withPrice(Money.parse("40 EUR")));
        return orders.place(number, request);
    }

    private Order order(String number) {
        return orders.find(number).orElseThrow();
    }
}
