package dev.orderly.decision;

import static dev.orderly.decision.MarketplaceStall.placed;
import static dev.orderly.decision.MarketplaceStall.shipping;
import static dev.orderly.decision.MarketplaceStall.withIncidents;

import dev.orderly.order.Line;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One real refusal for each sentence that the library has, by the sentence's key. */
final class RefusalAssert {

    private RefusalAssert() {}

    static Map<String, Rejected> bySentence() {
        Map<String, Rejected> all = new LinkedHashMap<>();
        OrderWalk plain = placed(t -> {});
        all.put("unknown-order", Rejected.unknownOrder("A-1"));
        all.put(
                "workflow-unavailable",
                new UnavailableWorkflowException("shop", 2, "a guard is missing", null).refusal("A-1"));
        all.put("already-placed", plain.no("place", "customer"));
        all.put("request-id-reused", Rejected.requestIdReused("r-1", "ship"));
        all.put("order-changed", Rejected.orderChanged("A-1", 3, 4));
        all.put("unknown-event", plain.no("sing", "customer"));
        all.put("unknown-case", plain.noCase(7, "solve", "staff"));
        all.put("not-in-status", placed(t -> {}).go("ship", "staff").no("ship", "staff"));
        all.put("role-not-allowed", plain.no("ship", "customer"));
        all.put("data-missing", placed(t -> t.needs("tracking", "weight")).no("ship", "staff"));
        all.put("data-invalid", placed(t -> t.takes("weight")).no("ship", "staff", "weight", "heavy"));
        for (String kind : List.of("contact-email", "contact-phone", "contact-link")) {
            all.put("data-invalid." + kind, Rejected.contactData(kind));
        }
        all.put("data-invalid.unknown-field", plain.no("ship", "staff", "colour", "red"));
        all.put("data-invalid.not-taken", plain.no("ship", "staff", "reason", "none"));
        all.put(
                "condition-not-met",
                placed(t -> t.whenField("payment", "prepaid"), "payment", "cash")
                        .no("ship", "staff"));
        all.put(
                "condition-not-met.is-not",
                placed(test("payment", Operator.IS_NOT, "cash"), "payment", "cash")
                        .no("ship", "staff"));
        all.put(
                "condition-not-met.absent",
                placed(test("payment", Operator.ABSENT), "payment", "cash").no("ship", "staff"));
        all.put(
                "condition-not-met.order-number",
                placed(test("reason", Operator.ORDER_NUMBER), "reason", "B-2").no("ship", "staff"));
        all.put(
                "condition-not-met.compared",
                placed(
                                t -> t.whenField(FieldComparison.atLeast("weight", Reference.field("days"))),
                                "weight",
                                "3",
                                "days",
                                "4")
                        .no("ship", "staff"));
        all.put(
                "condition-not-met.compared-unknown",
                placed(t -> t.whenField(FieldComparison.lessThan("weight", Reference.field("days"))), "weight", "3")
                        .no("ship", "staff"));
        all.put("out-of-bounds.bound", saved("price", "3 EUR").no("spend", "staff", "amount", "4 EUR"));
        all.put("out-of-bounds.bound-unknown", saved().no("spend", "staff", "amount", "4 EUR"));
        all.put("out-of-bounds.sum", saved("price", "3 EUR").no("save", "staff", "amount", "1 PLN"));
        all.put("out-of-bounds.unknown", saved().no("charge", "staff"));
        all.put("unknown-line", packing().naming(LineQuantity.of("7", 1)).no("send", "staff"));
        all.put("not-so-many", packing().naming(LineQuantity.of("1", 3)).no("send", "staff"));
        all.put("not-so-many.none", packing().go("send", "staff").no("send", "staff"));
        all.put(
                "data-invalid.no-items",
                packing().naming(LineQuantity.of("1", 1)).no("close", "staff"));
        all.put("flow-not-so", paying("payment", "captured").no("close", "staff"));
        all.put("flow-not-so.order", paying("order", "closed").no("close", "staff"));
        all.put("items-not-so.all", packing().no("close", "staff"));
        all.put("items-not-so.some", packing().no("look-after", "staff"));
        all.put("items-not-so.none", packing().no("forget", "staff"));
        all.put("line-not-available", waiting().no("ship", "staff"));
        all.put("case-open", inTrouble().no("ship", "staff"));
        all.put("already-done", twice().no("ship", "staff"));
        all.put("too-early", placed(t -> t.notBefore(TimeLimit.after("P1D"))).no("ship", "staff"));
        all.put(
                "too-early.waits",
                placed(t -> t.notBefore(TimeLimit.after("P1D", "ship"))).no("ship", "staff"));
        all.put(
                "too-early.no-days",
                placed(t -> t.notBefore(TimeLimit.after("days in days"))).no("ship", "staff"));
        all.put("too-early.out-of-order", placed(t -> {}).later("PT-1S").no("ship", "staff"));
        all.put(
                "too-late",
                placed(t -> t.within(TimeLimit.after("P1D"))).later("PT48H").no("ship", "staff"));
        return all;
    }

    private static Consumer<TransitionBuilder<String>> test(String field, Operator operator, Object... values) {
        return t -> t.whenField(new FieldCondition(field, operator, List.of(values)));
    }

    /** An order that is closed only where its payment, or the order itself, is in a status in which it is not. */
    private static OrderWalk paying(String flow, String status) {
        return OrderWalk.of(Workflow.builder("shop")
                        .status("open", s -> s.label("en", "Open"))
                        .status("closed", s -> s.label("en", "Closed").done())
                        .transition("place", t -> t.to("open"))
                        .transition(
                                "close",
                                t -> t.from("open", "closed").to("closed").whenFlow(flow, status))
                        .transition("drop", t -> t.from("open").to("closed"))
                        .flow(
                                "payment",
                                LocalText.of("en", "Payment"),
                                Workflow.builder("payment")
                                        .status("awaiting", s -> s.label("en", "Awaited"))
                                        .status(
                                                "captured",
                                                s -> s.label("en", "Captured").done())
                                        .transition("begin", t -> t.to("awaiting"))
                                        .transition(
                                                "capture",
                                                t -> t.from("awaiting").to("captured"))
                                        .build())
                        .build())
                .place("customer");
    }

    private static OrderWalk saved(Object... data) {
        return OrderWalk.of(MarketplaceStall.plain()
                        .field(Field.of("amount", FieldType.MONEY).withLabel("en", "Amount"))
                        .field(Field.of("spent", FieldType.MONEY)
                                .withAtMost(Reference.field("price"))
                                .withLabel("en", "Spent"))
                        .transition(
                                "spend", t -> t.from("open").needs("amount").set("spent", Reference.field("amount")))
                        .transition("save", t -> t.from("open").needs("amount").add("price", Reference.field("amount")))
                        .transition("charge", t -> t.from("open").set("price", Reference.linesTotal()))
                        .build())
                .place("customer", data);
    }

    private static OrderWalk packing() {
        return OrderWalk.of(Workflow.builder("shop")
                        .items(
                                Status.builder("ordered")
                                        .label(LocalText.of("en", "Ordered"))
                                        .build(),
                                Status.builder("sent")
                                        .label(LocalText.of("en", "Sent"))
                                        .done(true)
                                        .build())
                        .status("packing", s -> {})
                        .status("sent", s -> s.done())
                        .transition("place", t -> t.to("packing"))
                        .transition("send", t -> t.from("packing").items("ordered", "sent"))
                        .transition("close", t -> t.from("packing").to("sent").whenItems(ItemCondition.all("sent")))
                        .transition("look-after", t -> t.from("packing").whenItems(ItemCondition.some("sent")))
                        .transition("forget", t -> t.from("packing").whenItems(ItemCondition.none("ordered")))
                        .build())
                .ordering(Line.of("978-1", "Solaris", 2).withId("1"))
                .place("customer");
    }

    private static OrderWalk waiting() {
        return OrderWalk.of(shipping(t -> t.by("staff").linesAvailable()).build())
                .ordering(
                        Line.of("1", "Solaris", 1),
                        Line.of("2", "Eden", 1).withAvailableFrom(LocalDate.parse("2026-05-04")),
                        Line.of("3", "Fiasco", 1).withAvailableFrom(LocalDate.parse("2026-06-01")))
                .place("customer");
    }

    private static OrderWalk inTrouble() {
        return OrderWalk.of(
                        withIncidents(shipping(t -> t.by("staff").noOpenCase())).build())
                .place("customer")
                .open("incident", "customer", "what", "late");
    }

    private static OrderWalk twice() {
        return OrderWalk.of(MarketplaceStall.stall()
                        .transition(
                                "ship",
                                t -> t.from("open", "shipped")
                                        .to("shipped")
                                        .by("staff")
                                        .once())
                        .build())
                .place("customer")
                .go("ship", "staff");
    }
}
