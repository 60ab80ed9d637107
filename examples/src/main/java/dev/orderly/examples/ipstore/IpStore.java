package dev.orderly.examples.ipstore;

import dev.orderly.Orders;
import dev.orderly.decision.Action;
import dev.orderly.decision.Request;
import dev.orderly.examples.Story;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A supplier of electronics in Greece. An order leaves in one of three ways, and its data decide which. The shop's own page
 * knows no cancellation, so the preset has none; a file of the shop's own adds it.
 */
public final class IpStore {

    private static final Actor CUSTOMER = Actor.customer();
    private static final Actor STAFF = Actor.of("staff", "nikos");
    private static final List<String> WAYS = List.of("hand-over", "make-ready", "dispatch");

    private final Workflow workflow;
    private final Story story;
    private final Orders orders;

    private IpStore(Workflow workflow) {
        this.workflow = workflow;
        story = new Story(workflow);
        orders = Orders.builder(new InMemoryOrderStore())
                .workflow(workflow)
                .clock(story.clock())
                .build();
    }

    public static void main(String[] arguments) throws IOException {
        IpStore store = new IpStore(workflow("my-ip-store.yaml"));
        store.ordered();
        store.verified();
        store.exactlyOneWayIsOpen();
        store.cancelled();
    }

    private void ordered() {
        story.at("2026-03-02T10:00", "Three customers order, each with another way of delivery.");
        Request carrier = order().with("delivery", "carrier");
        Request pickup = order().with("delivery", "store-pickup").with("store", "Θεσσαλονίκη");
        Request vehicle = order().with("delivery", "company-vehicle");
        story.granted(orders.place("IP-1", carrier));
        story.granted(orders.place("IP-2", pickup));
        story.granted(orders.place("IP-3", vehicle.with("customer-type", "business")));

        story.at("2026-03-02T10:05", "The company's vehicle is for business customers only.");
        story.refused("condition-not-met", orders.place("IP-4", vehicle.with("customer-type", "consumer")));
    }

    private void verified() {
        story.at("2026-03-02T10:30", "Nothing is gathered before payment, details and stock are all verified.");
        Request verified = Request.of("gather", STAFF)
                .with("payment-arranged", true)
                .with("details-verified", true)
                .with("stock-confirmed", true);
        orders.fireAll(List.of("IP-1", "IP-2", "IP-3"), Request.of("start", STAFF))
                .decisions()
                .values()
                .forEach(story::granted);
        story.refused("condition-not-met", orders.fire("IP-1", verified.with("stock-confirmed", false)));
        orders.fireAll(List.of("IP-1", "IP-2", "IP-3"), verified)
                .decisions()
                .values()
                .forEach(story::granted);
    }

    private void exactlyOneWayIsOpen() {
        story.at("2026-03-03T09:00", "Each order is packed. Which way can it go?");
        orders.fireAll(List.of("IP-1", "IP-2", "IP-3"), Request.of("prepare", STAFF))
                .decisions()
                .values()
                .forEach(story::granted);
        story.check("open to IP-1", List.of("hand-over"), open("IP-1"));
        story.check("open to IP-2", List.of("make-ready"), open("IP-2"));
        story.check("open to IP-3", List.of("dispatch"), open("IP-3"));
        whyNot("IP-1", "make-ready");

        story.at("2026-03-03T12:00", "And so they go.");
        Request handOver = Request.of("hand-over", STAFF).with("tracking-number", "7301234567");
        story.granted(orders.fire("IP-1", handOver.with("carrier", "acs")));
        story.granted(orders.fire("IP-2", Request.of("make-ready", STAFF)));
        story.granted(orders.fire("IP-3", Request.of("dispatch", STAFF)));
        story.granted(orders.fire("IP-1", Request.of("receive", Actor.of("carrier"))));
        story.granted(orders.fire("IP-2", Request.of("receive", CUSTOMER)));
        story.granted(orders.fire("IP-3", Request.of("receive", STAFF)));
    }

    private void cancelled() {
        story.at(
                "2026-03-04T11:00",
                "A customer changes his mind in time. The shop's own file allows it, with a reason.");
        story.granted(orders.place("IP-5", order().with("delivery", "carrier")));
        story.granted(orders.fire("IP-5", Request.of("start", STAFF)));
        Request cancel = Request.of("cancel", CUSTOMER);
        story.refused("data-missing", orders.fire("IP-5", cancel));
        story.granted(orders.fire("IP-5", cancel.with("reason", "Το βρήκα φθηνότερα")));
        story.check("the customer reads", "Ακυρώθηκε", workflow.statusLabel("cancelled", "el"));
        story.refused("not-in-status", orders.fire("IP-1", cancel.with("reason", "Δεν το θέλω πια")));
    }

    private static Request order() {
        return Request.of("place", CUSTOMER).withLines(Line.of("CAM-4K", "Κάμερα 4K", 2));
    }

    /** Which of the three ways staff can choose: the library answers, for a page to show the right button. */
    private List<String> open(String number) {
        return orders.available(number, STAFF).stream()
                .filter(Action::isPossible)
                .map(Action::event)
                .filter(WAYS::contains)
                .toList();
    }

    private void whyNot(String number, String event) {
        orders.available(number, STAFF).stream()
                .filter(action -> action.event().equals(event))
                .forEach(action -> story.print("why not " + event + "? " + action.explain(workflow, "en")));
    }

    /** A workflow file that lies beside this class. One on disk is read by {@code WorkflowFiles.load(path)}. */
    private static Workflow workflow(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(IpStore.class.getResourceAsStream(name))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return WorkflowFiles.read(name, text).orThrow();
        }
    }
}
