package dev.orderly.decision;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;
import java.util.function.Consumer;

/** A small shop to which a test adds the one rule that it is about, as the event {@code ship}. */
final class MarketplaceStall {

    private MarketplaceStall() {}

    /** An order is placed as open, and closed. */
    static WorkflowBuilder<String, String> plain() {
        return Workflow.builder("stall")
                .field(Field.choice("payment", "prepaid", "cash").withLabel("en", "Payment"))
                .field(Field.of("tracking", FieldType.TEXT).withLabel("en", "Tracking number"))
                .field(Field.of("reason", FieldType.TEXT).withLabel("en", "Reason"))
                .field(Field.of("weight", FieldType.NUMBER).withBounds(1, 50).withLabel("en", "Weight"))
                .field(Field.of("gift", FieldType.YES_NO).withLabel("en", "Gift"))
                .field(Field.of("wish-day", FieldType.DATE).withLabel("en", "Wish day"))
                .field(Field.of("ready-at", FieldType.INSTANT).withLabel("en", "Ready at"))
                .field(Field.of("price", FieldType.MONEY).withLabel("en", "Price"))
                .field(Field.of("days", FieldType.NUMBER).withLabel("en", "Days to wait"))
                .status("open", s -> s.label("en", "Open"))
                .status("closed", s -> s.label("en", "Closed").done())
                .eventLabel("close", "en", "Close")
                .transition(
                        "place",
                        t -> t.to("open")
                                .by("customer")
                                .takes(
                                        "payment",
                                        "tracking",
                                        "reason",
                                        "weight",
                                        "gift",
                                        "wish-day",
                                        "ready-at",
                                        "price",
                                        "days"))
                .transition("close", t -> t.from("open").to("closed").by("staff"));
    }

    /** The shop with a status between, to which a test says the way. */
    static WorkflowBuilder<String, String> stall() {
        return plain().eventLabel("ship", "en", "Ship")
                .status("shipped", s -> s.label("en", "Shipped"))
                .transition("close", t -> t.from("shipped").to("closed").by("staff"));
    }

    /** The shop with a rule for {@code ship}, which staff may do to an open order unless the rule says otherwise. */
    static WorkflowBuilder<String, String> shipping(Consumer<TransitionBuilder<String>> rule) {
        return stall().transition("ship", t -> {
            t.from("open").to("shipped");
            rule.accept(t);
        });
    }

    /** An order on which the rule can be tried, placed with these data. */
    static OrderWalk placed(Consumer<TransitionBuilder<String>> rule, Object... data) {
        return OrderWalk.of(shipping(t -> rule.accept(t.by("staff"))).build()).place("customer", data);
    }

    static WorkflowBuilder<String, String> withIncidents(WorkflowBuilder<String, String> shop) {
        Workflow incident = Workflow.builder("incident")
                .field(Field.of("what", FieldType.TEXT).withLabel("en", "What happened"))
                .status("opened", s -> {})
                .status("solved", s -> s.done())
                .transition("open", t -> t.to("opened").by("customer").needs("what"))
                .transition("solve", t -> t.from("opened").to("solved").by("staff"))
                .build();
        return shop.caseType("incident", LocalText.of("en", "Incident"), incident, List.of("open"));
    }
}
