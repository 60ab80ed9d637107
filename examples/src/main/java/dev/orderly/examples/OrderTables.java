package dev.orderly.examples;

import dev.orderly.decision.Action;
import dev.orderly.order.History;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.Parcel;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what an order says of itself: its units, flows, parcels and history, and what can be done with it. */
public final class OrderTables {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Workflow shop;
    private final Story story;

    /** Tables in a story of a shop that works by a workflow. */
    public OrderTables(Workflow shop, Story story) {
        this.shop = shop;
        this.story = story;
    }

    /** How many units of each line are in each item status. */
    public void units(Order order) {
        List<Status> statuses = Objects.requireNonNull(shop.items()).statuses();
        Stream<String> labels = statuses.stream().map(status -> shop.itemStatusLabel(status.name(), "en"));
        Table table = new Table(Stream.concat(Stream.of("units"), labels).toArray(String[]::new));
        for (Line line : order.lines()) {
            Stream<String> counts = statuses.stream()
                    .map(status -> order.items().count(line.id(), status.name()))
                    .map(count -> count == 0 ? "." : count.toString());
            table.row(Stream.concat(Stream.of(line.title()), counts).toArray());
        }
        print(table);
    }

    /** In which status the order and each of its flows is. */
    public void flows(Order order) {
        Table table = new Table("flow", "is");
        table.row("order", shop.statusLabel(order.status(), "en"));
        for (CaseType type : shop.flows()) {
            OrderCase flow = order.flow(type.name()).orElseThrow();
            table.row(type.label().textOr("en", type.name()), type.workflow().statusLabel(flow.status(), "en"));
        }
        print(table);
    }

    /** What is in each parcel. */
    public void parcels(Order order) {
        Table table = new Table("parcel", "has in it");
        for (Parcel parcel : order.parcels()) {
            table.row(
                    parcel.trackingNumber(),
                    parcel.contents().entrySet().stream()
                            .map(content -> content.getValue() + " × " + title(order, content.getKey()))
                            .collect(Collectors.joining(", ")));
        }
        print(table);
    }

    /** What can be done now, with the data that it needs and the units that it could move. */
    public void possible(Order order, List<Action> actions) {
        Table table = new Table("possible", "needs", "can move");
        for (Action action : actions) {
            if (action.isPossible()) {
                table.row(
                        action.event(),
                        action.needs().stream().map(Field::name).collect(Collectors.joining(", ")),
                        action.items().stream()
                                .map(some -> some.quantity() + " × " + title(order, some.line()))
                                .collect(Collectors.joining(", ")));
            }
        }
        print(table);
    }

    /** Who did what, what it led to, which units moved, and which data came or were worked out. */
    public void history(Order order, History history) {
        Table table = new Table("when", "who", "event", "leads to", "units and data");
        for (TransitionEntry entry : history.transitions()) {
            String flow = entry.caseRef() == null ? "" : entry.caseRef().type() + ".";
            Stream<String> moved = entry.items().stream()
                    .map(some -> some.quantity() + " × " + title(order, some.line()) + " → " + some.to());
            Stream<String> data = entry.data().asMap().entrySet().stream().map(Map.Entry::toString);
            table.row(
                    story.local(entry.at()).format(MINUTE),
                    entry.actor().role(),
                    flow + entry.event(),
                    entry.to(),
                    Stream.concat(moved, data).collect(Collectors.joining(", ")));
        }
        print(table);
    }

    private static String title(Order order, String line) {
        return order.lines().stream()
                .filter(one -> one.id().equals(line))
                .findFirst()
                .orElseThrow()
                .title();
    }

    private void print(Table table) {
        table.lines().forEach(line -> story.print("  " + line));
    }
}
