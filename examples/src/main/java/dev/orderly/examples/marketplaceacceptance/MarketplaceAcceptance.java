package dev.orderly.examples.marketplaceacceptance;

import dev.orderly.Orders;
import dev.orderly.decision.Action;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.examples.Story;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.order.History;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Workflow;
import java.time.LocalDateTime;
import java.util.Objects;

/**
 * A marketplace in Poland. A seller first accepts an order, and only then is the customer charged. The seller is paid out
 * when the order closes by itself, 14 days after it was received; but not while an incident is open.
 */
public final class MarketplaceAcceptance {

    private static final Actor CUSTOMER = Actor.customer();
    private static final Actor SELLER = Actor.of("seller", "ewa");
    private static final Actor PLATFORM = Actor.of("platform");

    private final Workflow workflow = Presets.marketplaceAcceptance();
    private final Story story = new Story(workflow);
    private final Orders orders = Orders.builder(new InMemoryOrderStore())
            .workflow(workflow)
            .clock(story.clock())
            .build();

    public static void main(String[] arguments) {
        MarketplaceAcceptance marketplace = new MarketplaceAcceptance();
        marketplace.acceptedChargedAndSent();
        marketplace.acceptedByNobody();
        marketplace.anIncidentHoldsThePayOutBack();
        marketplace.theIncidentEnds();
    }

    private void acceptedChargedAndSent() {
        story.at("2026-04-01T09:00", "Two customers order; one pays at the door.");
        story.granted(place("PL-3001", "online"));
        story.granted(place("PL-3002", "cash-on-delivery"));

        story.at("2026-04-01T09:30", "No customer is charged, and nothing is sent, before the seller accepts.");
        story.refused("not-in-status", orders.fire("PL-3001", Request.of("confirm-debit", PLATFORM)));
        story.granted(orders.fire("PL-3001", Request.of("accept", SELLER)));
        story.granted(orders.fire("PL-3001", Request.of("confirm-debit", PLATFORM)));

        story.at("2026-04-02T10:00", "The seller forgets the waybill.");
        story.refused("data-missing", orders.fire("PL-3001", Request.of("ship", SELLER)));
        Request waybill = Request.of("attach-waybill", SELLER)
                .with("tracking-number", "630000000001")
                .with("carrier", "inpost");
        story.granted(orders.fire("PL-3001", waybill));
        story.granted(orders.fire("PL-3001", Request.of("ship", SELLER)));

        story.at("2026-04-03T12:30", "The parcel is received. From now on the 14 days count.");
        Order order = story.granted(orders.fire("PL-3001", Request.of("receive", Actor.of("carrier"))));
        LocalDateTime closing =
                story.local(Objects.requireNonNull(order.deadline()).at());
        story.check("closes at", LocalDateTime.parse("2026-04-17T12:30"), closing);
    }

    private void acceptedByNobody() {
        story.at("2026-04-04T09:00", "The seller has not accepted the other order for three days.");
        sweep();
        story.refused("not-in-status", orders.fire("PL-3002", Request.of("accept", SELLER)));
    }

    private void anIncidentHoldsThePayOutBack() {
        story.at("2026-04-10T20:15", "The lamp does not light: the customer opens an incident.");
        Request open = Request.of("open", CUSTOMER).with("kind", "problematic").with("reason", "Lampa nie świeci");
        story.granted(orders.openCase("PL-3001", "incident", open));

        story.at("2026-04-11T09:40", "The seller answers, but cannot close the incident himself.");
        Request answer = Request.of("answer", SELLER).with("answer", "Wyślemy nową żarówkę");
        story.granted(orders.fireCase("PL-3001", 1, answer));
        Workflow incident = workflow.caseType("incident").orElseThrow().workflow(); // a case is a workflow of its own
        story.refused("role-not-allowed", orders.fireCase("PL-3001", 1, Request.of("close", SELLER)), incident);

        story.at("2026-04-17T12:30", "The 14 days are over, and the incident is still open.");
        sweep();
        story.check("status", "received", orders.find("PL-3001").orElseThrow().status());
        story.refused("case-open", orders.ask("PL-3001", Request.of("close", Actor.system())));
        // The seller's page shows the same, in his language: what can happen now, and why not the rest?
        Action close = orders.available("PL-3001", Actor.system()).stream()
                .filter(action -> action.event().equals("close"))
                .findFirst()
                .orElseThrow();
        story.print("“" + workflow.eventLabel("close", "pl") + "”: " + close.explain(workflow, "pl"));
    }

    private void theIncidentEnds() {
        story.at(
                "2026-04-20T18:00",
                "The new bulb has come. The customer closes the incident, the order closes itself,");
        story.granted(orders.fireCase("PL-3001", 1, Request.of("close", CUSTOMER)));
        sweep();
        story.check("status", "closed", orders.find("PL-3001").orElseThrow().status());

        story.at("2026-04-21T19:00", "and the customer rates the purchase, once.");
        Request rate = Request.of("rate", CUSTOMER).with("rating", 4).with("review", "Szybka pomoc");
        story.granted(orders.fire("PL-3001", rate));
        story.refused("already-done", orders.fire("PL-3001", rate.with("rating", 5)));
        History history = orders.history("PL-3001").orElseThrow();
        story.print("entries in the history, the incident's among them: "
                + history.entries().size());
        story.check("changed after they were written", false, history.verify().isPresent());
    }

    private Decision place(String number, String payment) {
        Request request = Request.of("place", CUSTOMER)
                .with("payment", payment)
                .withLines(Line.of("LAMP-7", "Lampa biurkowa", 1));
        return orders.place(number, request);
    }

    /** What a service does every minute: fires every event whose time has come. */
    private void sweep() {
        orders.sweep().fired().forEach(story::granted);
    }
}
