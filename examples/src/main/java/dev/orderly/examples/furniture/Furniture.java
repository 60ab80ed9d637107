package dev.orderly.examples.furniture;

import dev.orderly.Orders;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.examples.OrderTables;
import dev.orderly.examples.Story;
import dev.orderly.file.FileProblem;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A furniture shop. Nothing is made before the deposit has come; pieces are made, sent and called off one by one; no more
 * money goes back than came in. The shop's rules are its workflow file, which the documentation shows as well.
 */
public final class Furniture {

    private static final Path FILE = Path.of("docs", "shops", "furniture.yaml");
    private static final String NUMBER = "2026/31";
    private static final String TABLE = "T";
    private static final String CHAIR = "C";

    private static final Actor CUSTOMER = Actor.customer();
    private static final Actor OFFICE = Actor.of("staff", "office");
    private static final Actor WORKSHOP = Actor.of("staff", "workshop");
    private static final Actor CARRIER = Actor.of("carrier");

    private final Workflow workflow = WorkflowFiles.load(FILE);
    private final Story story = new Story(workflow);
    private final OrderTables tables = new OrderTables(workflow, story);
    private final Orders orders = Orders.builder(new InMemoryOrderStore())
            .workflow(workflow)
            .clock(story.clock())
            .build();

    public static void main(String[] arguments) throws IOException {
        Furniture shop = new Furniture();
        shop.nothingIsMadeBeforeTheDeposit();
        shop.aPartIsMadeAndDelivered();
        shop.oneChairIsCalledOffAndTheRestDelivered();
        shop.oneChairComesBack();
        shop.whatTheHistorySays();
        shop.aMistakeInTheFile();
    }

    private void nothingIsMadeBeforeTheDeposit() {
        story.at("2026-03-02T10:00", "Nora orders a table and six chairs. The office wants a third in advance.");
        Request place = Request.of("place", CUSTOMER)
                .withLines(
                        Line.of("OAK-T", "Oak table", 1).withId(TABLE).withPrice(Money.parse("900 EUR")),
                        Line.of("OAK-C", "Oak chair", 6).withId(CHAIR).withPrice(Money.parse("150 EUR")));
        Order order = story.granted(orders.place(NUMBER, place));
        story.check("total", Money.parse("1800 EUR"), order.total());
        story.granted(orders.fire(NUMBER, Request.of("ask-deposit", OFFICE).with("deposit", "600 EUR")));

        story.at("2026-03-09T09:00", "No money yet. Three reminders are allowed, and no fourth.");
        Request start = Request.of("start", WORKSHOP);
        story.refused("condition-not-met", orders.fire(NUMBER, start));
        for (int reminder = 1; reminder <= 3; reminder++) {
            story.granted(orders.fire(NUMBER, Request.of("remind", OFFICE)));
        }
        story.refused("condition-not-met", orders.fire(NUMBER, Request.of("remind", OFFICE)));

        story.at("2026-03-10T11:30", "The deposit has come.");
        story.granted(orders.fire(NUMBER, pay("600 EUR")));
        story.granted(orders.fire(NUMBER, start));
    }

    private void aPartIsMadeAndDelivered() {
        story.at("2026-03-27T16:00", "The table and four of the chairs are made. What can the workshop do next?");
        Order order = story.granted(orders.fire(
                NUMBER,
                Request.of("finish", WORKSHOP).withItems(LineQuantity.of(TABLE, 1), LineQuantity.of(CHAIR, 4))));
        tables.possible(order, orders.available(NUMBER, WORKSHOP));

        story.at(
                "2026-03-30T07:15",
                "All that is made goes on the first journey. Who names no pieces means all of them.");
        story.granted(orders.fire(NUMBER, Request.of("send", WORKSHOP).with("tracking-number", "J-501")));
        Order delivered = story.grantedWithAll(orders.fire(NUMBER, Request.of("deliver", CARRIER)));
        tables.units(delivered);
    }

    private void oneChairIsCalledOffAndTheRestDelivered() {
        story.at(
                "2026-04-02T20:40",
                "The room is smaller than Nora thought: three chairs fewer? Too late, but for two.");
        Request callOff = Request.of("call-off", CUSTOMER);
        story.refused("not-so-many", orders.fire(NUMBER, callOff.withItems(LineQuantity.of(CHAIR, 3))));
        story.granted(orders.fire(NUMBER, callOff.withItems(LineQuantity.of(CHAIR, 1))));

        story.at("2026-04-10T14:00", "The last chair is made and delivered, and the rest is paid.");
        story.granted(orders.fire(NUMBER, Request.of("finish", WORKSHOP)));
        story.granted(orders.fire(NUMBER, Request.of("send", WORKSHOP).with("tracking-number", "J-502")));
        story.granted(orders.fire(NUMBER, pay("1050 EUR")));
        Order order = story.grantedWithAll(orders.fire(NUMBER, Request.of("deliver", CARRIER)));
        tables.units(order);
        tables.parcels(order);
    }

    private void oneChairComesBack() {
        story.at("2026-04-15T10:20", "One chair wobbles and is taken back. The office mistypes the amount.");
        story.granted(orders.fire(NUMBER, Request.of("take-back", OFFICE).withItems(LineQuantity.of(CHAIR, 1))));
        Request refund = Request.of("refund", OFFICE);
        story.refused("out-of-bounds", orders.fire(NUMBER, refund.with("amount", "15000 EUR")));
        Order order = story.granted(orders.fire(NUMBER, refund.with("amount", "150 EUR")));
        story.check("paid", Money.parse("1650 EUR"), order.field("paid"));
        story.check("refunded", Money.parse("150 EUR"), order.field("refunded"));
    }

    private void whatTheHistorySays() {
        story.at("2026-04-15T10:30", "Who did what, and where each piece went:");
        Order order = orders.find(NUMBER).orElseThrow();
        tables.history(order, orders.history(NUMBER).orElseThrow());
    }

    /** Who asks that all pieces be delivered has forgotten those that are called off or taken back. */
    private void aMistakeInTheFile() throws IOException {
        story.at(
                "2026-04-20T09:00",
                "A colleague shortens the last condition of “all-delivered”. Would the shop start?");
        String broken = Files.readString(FILE)
                .replace(
                        "{ all: [delivered, returned, cancelled], some: [delivered, returned] }", "{ all: delivered }");
        List<FileProblem> problems =
                WorkflowFiles.read("furniture.yaml", broken).problems();
        story.check("mistakes that the checker finds", 4, problems.size());
        FileProblem stuck = problems.get(1);
        story.print(stuck.file() + " line " + stuck.line() + ", " + stuck.code() + ":");
        Stream.of(stuck.message().split("(?<=as well:) |(?<=;) ")).forEach(part -> story.print("  " + part));
    }

    private static Request pay(String amount) {
        return Request.of("pay", OFFICE).with("amount", amount);
    }
}
