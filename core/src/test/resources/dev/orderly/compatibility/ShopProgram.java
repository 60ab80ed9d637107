package shop;

import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.notification.Notification;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Comment;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderState;
import dev.orderly.order.Parcel;
import dev.orderly.order.Placement;
import dev.orderly.order.StatusTrail;
import dev.orderly.order.TransitionEntry;
import dev.orderly.order.Visibility;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OutboxMessage;
import dev.orderly.store.Position;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.ContactData;
import dev.orderly.workflow.ConversationRules;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A user's program that makes, changes, compares and reads every public value that can grow. What it prints depends on
 * what it reads, so that a value that lost a part shows.
 */
public final class ShopProgram {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Actor STAFF = Actor.of("staff", "anna");
    private static final Actor CUSTOMER = Actor.of("customer");

    private final PrintStream out;

    private ShopProgram(PrintStream out) {
        this.out = out;
    }

    public static void run(PrintStream out) {
        ShopProgram program = new ShopProgram(out);
        Workflow workflow = program.workflow();
        program.partsOfWorkflow();
        program.partsOfOrder();
        Order order = program.order();
        program.entries();
        program.requests();
        program.query();
        program.notification(workflow, order);
        program.life(workflow);
    }

    private void print(Object... parts) {
        for (Object part : parts) {
            out.print(part);
            out.print(" | ");
        }
        out.println();
    }

    private Workflow workflow() {
        Workflow claim = Workflow.builder("claim")
                .status("open", s -> {})
                .status("settled", s -> s.done())
                .transition("open", t -> t.to("open").by("customer"))
                .transition("settle", t -> t.from("open").to("settled").by("staff"))
                .build();
        Workflow workflow = Workflow.builder("shop")
                .version(2)
                .languages("en", "pl")
                .roles("customer", "staff", "system")
                .field(Field.of("code", FieldType.TEXT).withLabel("en", "Code"))
                .field(Field.choice("colour", "red", "blue"))
                .status("new", s -> s.label("en", "New").due(TimeLimit.after("P2D")))
                .status("sent", s -> s.done())
                .transition("place", t -> t.to("new").by("customer").takes("colour"))
                .transition("send", t -> t.from("new").to("sent").by("staff").needs("code").notifying("customer"))
                .caseType(CaseType.of("claim", claim).withOpenIn(List.of("sent")))
                .conversation(ConversationRules.of("customer", "staff"))
                .build();
        print(workflow, workflow.name(), workflow.version(), workflow.languages(), workflow.roles());
        print(workflow.fields(), workflow.statuses(), workflow.transitions(), workflow.eventNames(), workflow.cases());
        print(workflow.customerStatuses(), workflow.events(), workflow.never(), workflow.carriers());
        print(workflow.parcels(), workflow.conversation(), workflow.suppressions(), workflow.calendar());
        print(workflow.equals(workflow.toBuilder().build()), workflow.equals(workflow.nextVersion().build()));
        print(workflow.withTransitions(List.of()).transitions(), workflow.extend("other").build());
        print(workflow.isFinal("sent"), workflow.statusLabel("new", "en"));
        print(workflow.fieldLabel("code", "en"), workflow.eventLabel("send", "en"));
        return workflow;
    }

    private void partsOfWorkflow() {
        Transition send = Transition.builder("send")
                .from("new")
                .to("sent")
                .by("staff")
                .needs("code")
                .has("colour")
                .after(TimeLimit.after("P3D"))
                .guard("stock")
                .notifying(NotificationRule.of("customer").withChannel("sms").withAlways(true))
                .build();
        print(send, send.event(), send.from(), send.to(), send.by(), send.needs(), send.has(), send.takes());
        print(send.guards(), send.after(), send.notifications(), send.writable(), send.allows("customer"));
        print(send.withTo("new"), send.withFrom(List.of("sent")), send.withBy(List.of()).by(), send.isInitial());
        print(send.equals(send.toBuilder().build()), send.equals(send.withGuards(List.of())), send.target("new"));

        Status status = Status.builder("new")
                .label(LocalText.of("en", "New"))
                .note("en", "Not paid yet.")
                .shownAs("open")
                .due(TimeLimit.after("P2D"))
                .build();
        print(status, status.label(), status.note(), status.done(), status.shownAs(), status.due());
        print(status.equals(status.toBuilder().build()), status.toBuilder().done().build().done());

        Field amount = Field.builder("amount", FieldType.NUMBER)
                .min(FieldBound.of(1))
                .max(FieldBound.of(10))
                .label(LocalText.of("en", "Amount"))
                .build();
        Field colour = Field.choice("colour", "red", "blue").withChoiceLabel("red", "en", "Red");
        print(amount, amount.name(), amount.type(), amount.min(), amount.max(), amount.label(), amount.canonical("5"));
        print(colour.choices(), colour.choiceLabels(), colour.choiceLabel("red", "en"));
        print(amount.equals(amount.toBuilder().build()), amount.equals(amount.withBounds(1, 9)));

        CaseType claim = CaseType.of("claim", Workflow.builder("claim").build())
                .withLabel(LocalText.of("en", "Claim"))
                .withOpenIn(List.of("sent"));
        print(claim, claim.name(), claim.label(), claim.openIn(), claim.workflow());
        print(claim.equals(claim.withOpenIn(List.of("sent"))), claim.equals(claim.withOpenIn(List.of())));

        NotificationRule rule = NotificationRule.of("customer").withChannel("sms").withAlways(true);
        print(rule, rule.to(), rule.channel(), rule.always(), rule.equals(rule.withAlways(false)));

        ConversationRules rules =
                ConversationRules.of(List.of("customer", "staff")).withChannel("sms").withContactData(ContactData.MASK);
        print(rules, rules.between(), rules.channel(), rules.contactData());
        print(rules.equals(ConversationRules.of("customer", "staff")));
    }

    private void partsOfOrder() {
        Customer ada = Customer.of("ada@example.org").withName("Ada").withLanguage("en");
        print(ada, ada.email(), ada.name(), ada.language());
        print(ada.equals(ada.withEmail("ada@example.org")), ada.equals(Customer.UNKNOWN));

        Line book = Line.of("b-1", "A book", 2).withAvailableFrom(LocalDate.of(2026, 4, 1));
        print(book, book.sku(), book.title(), book.quantity(), book.availableFrom());
        print(book.isAvailableOn(LocalDate.of(2026, 3, 1)), book.equals(book.withAvailableFrom(null)));

        Parcel parcel = Parcel.of("P7").withCarrier("post").withLink("https://example.org/P7");
        print(parcel, parcel.trackingNumber(), parcel.carrier(), parcel.link(), parcel.equals(Parcel.of("P7")));

        OrderCase claim = OrderCase.of(new CaseRef(1, "claim"), "1001", StatusTrail.start("open", "open", NOW))
                .withSince(NOW.plusSeconds(1))
                .withFields(Data.of("code", "x"))
                .withOpen(false);
        print(claim, claim.ref(), claim.number(), claim.status(), claim.since(), claim.fields(), claim.open());
        print(claim.trail(), claim.field("code"), claim.lastMove(), claim.equals(claim.withOpen(true)));

        OrderState state = OrderState.of("1001", "new", NOW)
                .with("code", "x")
                .withEvent("place", NOW)
                .withLines(List.of(book))
                .withOpenCase(true);
        print(state, state.number(), state.status(), state.since(), state.fields(), state.events(), state.lines());
        print(state.hasOpenCase(), state.timeOf("place"), state.equals(state.withOpenCase(false)));

        Placement placement = Placement.of("1001", "shop", 2).withCustomer(ada).withLines(List.of(book));
        print(placement, placement.number(), placement.workflow(), placement.version());
        print(placement.customer(), placement.lines(), placement.equals(placement.withLines(List.of())));
    }

    private Order order() {
        Order order = Order.builder("1001", "shop", 2, NOW, StatusTrail.start("place", "new", NOW))
                .customer(Customer.of("ada@example.org"))
                .lines(List.of(Line.of("b-1", "A book", 2)))
                .parcels(List.of(Parcel.of("P7")))
                .fields(Data.of("colour", "red"))
                .muted(true)
                .sequence(3)
                .schedule(null, NOW.plusSeconds(60))
                .build();
        print(order, order.number(), order.workflow(), order.version(), order.status(), order.since(), order.done());
        print(order.sequence(), order.placedAt(), order.customer(), order.lines(), order.parcels(), order.fields());
        print(order.cases(), order.muted(), order.trail(), order.deadline(), order.overdueAt(), order.hasOpenCase());
        print(order.equals(order.toBuilder().build()), order.equals(order.toBuilder().muted(false).build()));
        return order;
    }

    private void entries() {
        TransitionEntry send = TransitionEntry.builder(4, STAFF, NOW, "send", "sent")
                .from("new")
                .caseRef(new CaseRef(1, "claim"))
                .data(Data.of("code", "x"))
                .comment("Sent today.")
                .requestId("r4")
                .placement(Placement.of("1001", "shop", 2))
                .build();
        print(send, send.sequence(), send.actor(), send.at(), send.event(), send.from(), send.to(), send.caseRef());
        print(send.data(), send.comment(), send.requestId(), send.placement(), send.kind());
        print(send.equals(send.toBuilder().build()), send.equals(send.toBuilder().actor(CUSTOMER).build()));

        Comment comment = Comment.builder(5, STAFF, NOW, "Hello")
                .visibility(Visibility.STAFF)
                .attachments(List.of())
                .requestId("r5")
                .build();
        print(comment, comment.sequence(), comment.actor(), comment.at(), comment.text(), comment.visibility());
        print(comment.attachments(), comment.requestId(), comment.kind());
        print(comment.equals(comment.toBuilder().build()), comment.equals(comment.toBuilder().text("").build()));

        Migration migration =
                Migration.builder(6, STAFF, NOW, 2, 3, "new", "fresh").requestId("r6").build();
        print(migration, migration.sequence(), migration.actor(), migration.at(), migration.requestId());
        print(migration.fromVersion(), migration.toVersion(), migration.from(), migration.to(), migration.kind());
        print(migration.equals(migration.toBuilder().build()));

        NotificationPreference off =
                NotificationPreference.of(7, STAFF, NOW, true).withActor(CUSTOMER).withRequestId("r7");
        print(off, off.sequence(), off.actor(), off.at(), off.muted(), off.requestId(), off.kind());
        print(off.equals(off.withActor(STAFF)), off.equals(off.withRequestId("r7")));
    }

    private void requests() {
        Request request = Request.of("send", CUSTOMER)
                .with("code", "x")
                .with(Data.of("code", "y"))
                .withActor(STAFF)
                .withComment("Sent today.")
                .withId("r1")
                .withTime(NOW)
                .withCustomer(Customer.of("ada@example.org"))
                .withLines(Line.of("b-1", "A book", 2))
                .withExpectedSequence(3);
        print(request, request.event(), request.actor(), request.data(), request.comment(), request.id());
        print(request.time(), request.at(), request.customer(), request.lines(), request.expectedSequence());
        print(request.equals(request.withId("r1")), request.equals(request.withId("r2")));

        CommentRequest comment = CommentRequest.of(STAFF, "Hello")
                .asInternal()
                .withUploads(new Upload("a.txt", "text/plain", "abc".getBytes(StandardCharsets.UTF_8)))
                .withId("r2")
                .withTime(NOW);
        print(comment, comment.actor(), comment.text(), comment.visibility(), comment.uploads().size());
        print(comment.id(), comment.time(), comment.equals(comment.withId("r2")), comment.equals(comment.withId("r3")));
    }

    private void query() {
        OrderQuery query = OrderQuery.active()
                .withWorkflow("shop")
                .withVersion("shop", 2)
                .withStatuses("new")
                .withCustomer("ada@example.org")
                .withOverdueAt(NOW)
                .withAfter(new Position(NOW, "1001"))
                .withLimit(5);
        print(query.workflow(), query.version(), query.statuses(), query.email(), query.activeOnly());
        print(query.overdueAt(), query.after(), query.limit());
        print(query.equals(query.withActiveOnly(true)), query.equals(OrderQuery.all()));
    }

    private void notification(Workflow workflow, Order order) {
        OutboxMessage message = new OutboxMessage("1001", 5, 0, "customer", "mail");
        Activity activity = Comment.builder(5, STAFF, NOW, "Hello").build();
        Notification notification = Notification.of(message, activity, order, workflow);
        print(notification, notification.id(), notification.message(), notification.activity());
        print(notification.order(), notification.workflow());
        print(notification.equals(Notification.of(message, activity, order, workflow)));
    }

    /** The library itself passes the values on: an order is placed, sent, commented on, muted and listed. */
    private void life(Workflow workflow) {
        Orders orders = Orders.builder(new InMemoryOrderStore())
                .workflow(workflow)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
        Decision placed = orders.place(
                "1001",
                Request.of("place", CUSTOMER)
                        .with("colour", "blue")
                        .withCustomer(Customer.of("ada@example.org"))
                        .withLines(Line.of("b-1", "A book", 2)));
        print(placed.isAccepted(), orders.fire("1001", Request.of("send", STAFF)).isAccepted());
        print(orders.fire("1001", Request.of("send", STAFF).with("code", "x")).isAccepted());
        orders.openCase("1001", "claim", Request.of("open", CUSTOMER));
        orders.comment("1001", CommentRequest.of(STAFF, "Hello"));
        orders.mute("1001", CUSTOMER, true);
        orders.history("1001").orElseThrow().activities().forEach(this::print);
        orders.list(OrderQuery.all().withCustomer("ada@example.org")).orders().forEach(this::print);
        print(orders.find("1001").orElseThrow().cases(), orders.history("1001").orElseThrow().verify());
    }
}
