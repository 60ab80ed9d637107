package dev.orderly.testkit.store;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.AcceptedStep;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.HashChain;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.order.Redaction;
import dev.orderly.store.Answer;
import dev.orderly.store.Change;
import dev.orderly.store.Erasure;
import dev.orderly.store.OutboxMessage;
import dev.orderly.workflow.Carrier;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of one order as the changes that a store is to write. Each step follows the one before, written or not. */
final class OrderScript {

    static final Actor CUSTOMER = Actor.of("customer");
    static final Actor STAFF = Actor.of("staff", "anna");
    static final Actor CARRIER = Actor.of("carrier");
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    /** When requests with an id are answered. */
    static final Instant ANSWERED = Instant.parse("2026-03-01T10:00:01.000001Z");

    /** Every kind of field, a parcel, a due date, a deadline, a case; the first two steps notify. */
    static final Workflow SHOP = Workflow.builder("contract-shop")
            .field(Field.of("note", FieldType.TEXT))
            .field(Field.choice("wrapping", "paper", "box"))
            .field(Field.of("weight", FieldType.NUMBER))
            .field(Field.of("gift", FieldType.YES_NO))
            .field(Field.of("wanted-on", FieldType.DATE))
            .field(Field.of("paid-at", FieldType.INSTANT))
            .field(Field.of("total", FieldType.MONEY))
            .field(Field.of("tracking-number", FieldType.TEXT))
            .status("new", s -> s.due(TimeLimit.after("P1D")))
            .status("sent", s -> {})
            .status("delivered", s -> s.done())
            .status("expired", s -> s.done())
            .transition(
                    "place",
                    t -> t.to("new")
                            .by("customer")
                            .notifying("customer")
                            .takes("note", "wrapping", "weight", "gift", "wanted-on", "paid-at", "total"))
            .transition("remark", t -> t.from("new", "sent").by("staff").needs("note"))
            .transition(
                    "ship",
                    t -> t.from("new")
                            .to("sent")
                            .by("staff")
                            .needs("tracking-number")
                            .notifying("customer")
                            .notifying(NotificationRule.of("seller")
                                    .withChannel("webhook")
                                    .withAlways(true)))
            .transition("deliver", t -> t.from("sent").to("delivered").by("carrier"))
            .transition("expire", t -> t.from("new").to("expired").after(TimeLimit.after("P14D")))
            .carrier(new Carrier("post", "Post", "https://post.example/{number}"))
            .parcels(new ParcelFields("tracking-number", null, "post"))
            .caseType(
                    "incident",
                    LocalText.of("en", "Incident"),
                    Workflow.builder("incident")
                            .field(Field.of("reason", FieldType.TEXT))
                            .status("open", s -> {})
                            .status("closed", s -> s.done())
                            .transition(
                                    "report", t -> t.to("open").by("customer").needs("reason"))
                            .transition(
                                    "close", t -> t.from("open").to("closed").by("staff"))
                            .build(),
                    List.of("new", "sent"))
            .build();

    private static final Decider DECIDER = Decider.of(SHOP);

    private final String number;
    private final Decider decider;
    private @Nullable Order order;
    private String hash = HashChain.START;

    private OrderScript(String number, Decider decider) {
        this.number = number;
        this.decider = decider;
    }

    static OrderScript of(String number) {
        return new OrderScript(number, DECIDER);
    }

    static OrderScript of(String number, Workflow workflow) {
        return new OrderScript(number, Decider.of(workflow));
    }

    /** The same so far, to go on in another way. */
    OrderScript fork() {
        OrderScript fork = new OrderScript(number, decider);
        fork.order = order;
        fork.hash = hash;
        return fork;
    }

    /** The script of the order from its erasure on. */
    OrderScript after(Erasure erasure) {
        OrderScript next = new OrderScript(number, decider);
        next.order = erasure.after();
        next.hash = erasure.entry().hash();
        return next;
    }

    Order order() {
        if (order == null) {
            throw new IllegalStateException("order " + number + " is not placed yet");
        }
        return order;
    }

    Change place(Instant at) {
        return place(Request.of("place", CUSTOMER).withTime(at));
    }

    Change place(Instant at, String email) {
        return place(Request.of("place", CUSTOMER).withTime(at).withCustomer(Customer.of(email)));
    }

    Change place(Request request) {
        return accepted(decider.place(number, request));
    }

    Change fire(Request request) {
        return accepted(decider.decide(order(), request));
    }

    Change openCase(Request request) {
        return accepted(decider.openCase(order(), "incident", request));
    }

    Change fireCase(int id, Request request) {
        return accepted(decider.decideCase(order(), id, request));
    }

    /** A data move that can be made again and again. */
    Change remark(String text) {
        return fire(Request.of("remark", STAFF).with("note", text).withTime(order().lastMove()));
    }

    Change ship(Instant at) {
        return fire(Request.of("ship", STAFF).with("tracking-number", "T-1").withTime(at));
    }

    Change deliver(Instant at) {
        return fire(Request.of("deliver", CARRIER).withTime(at));
    }

    Change note(Activity activity) {
        return note(activity, Map.of());
    }

    Change note(Activity activity, Map<String, byte[]> contents) {
        return change(decider.evolution().apply(order(), activity), activity, contents, List.of());
    }

    private Change accepted(Decision decision) {
        if (decision instanceof Accepted accepted) {
            Change first = change(accepted.steps().get(0));
            List<Change> automatic =
                    accepted.automatic().stream().map(this::change).toList();
            return new Change(
                    first.after(), first.entry(), first.answer(), first.contents(), first.messages(), automatic);
        }
        throw new IllegalStateException("a script has no refusals, but there was " + decision);
    }

    private Change change(Order after, Activity activity, Map<String, byte[]> contents, List<OutboxMessage> messages) {
        order = after;
        HistoryEntry recorded = HistoryEntry.of(hash, activity, Redaction.of("salt of entry " + activity.sequence()));
        hash = recorded.hash();
        String id = activity.requestId();
        Answer answer = id == null ? null : answer(id, activity.sequence());
        return new Change(after, recorded, answer, contents, messages);
    }

    private Change change(AcceptedStep step) {
        List<OutboxMessage> messages = new ArrayList<>();
        for (NotificationRule rule : step.notifications()) {
            messages.add(
                    new OutboxMessage(number, step.entry().sequence(), messages.size(), rule.to(), rule.channel()));
        }
        return change(step.order(), step.entry(), Map.of(), messages);
    }

    static Answer answer(String id, long sequence) {
        return new Answer(id, "fingerprint of " + id, sequence, ANSWERED);
    }
}
