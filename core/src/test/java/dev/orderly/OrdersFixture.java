package dev.orderly;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.util.List;

/** A small shop, and short words for what tests ask of it. */
final class OrdersFixture {

    static final Actor CUSTOMER = Actor.of("customer");
    static final Actor STAFF = Actor.of("staff");

    private OrdersFixture() {}

    /** An order is placed, remarked upon, put on hold and back any number of times, sent, or expires after 14 days. */
    static final Workflow WORKFLOW = Workflow.builder("shop")
            .field(Field.of("note", FieldType.TEXT))
            .status("new", s -> {})
            .status("held", s -> {})
            .status("sent", s -> s.done())
            .status("expired", s -> s.done())
            .transition("place", t -> t.to("new").by("customer").takes("note"))
            .transition("remark", t -> t.from("new", "held").by("staff").takes("note"))
            .transition("hold", t -> t.from("new").to("held").by("staff"))
            .transition("resume", t -> t.from("held").to("new").by("staff"))
            .transition("send", t -> t.from("new").to("sent").by("staff"))
            .transition("expire", t -> t.from("new", "held").to("expired").after(TimeLimit.after("P14D", "place")))
            .caseType(
                    "claim",
                    LocalText.of("en", "Claim"),
                    Workflow.builder("claim")
                            .status("open", s -> {})
                            .status("settled", s -> s.done())
                            .transition("claim", t -> t.to("open").by("customer"))
                            .transition(
                                    "settle", t -> t.from("open").to("settled").by("staff"))
                            .transition(
                                    "lapse", t -> t.from("open").to("settled").after(TimeLimit.after("P2D")))
                            .build(),
                    List.of("new", "sent"))
            .build();

    /** The shop with a condition in code on what fires by itself. */
    static final Workflow GUARDED = WORKFLOW.extend("guarded-shop")
            .removeTransitions(t -> t.event().equals("expire"))
            .transition(
                    "expire",
                    t -> t.from("new", "held")
                            .to("expired")
                            .after(TimeLimit.after("P14D", "place"))
                            .guard("may-expire"))
            .build();

    static Request place() {
        return Request.of("place", CUSTOMER);
    }

    static Request staff(String event) {
        return Request.of(event, STAFF);
    }

    static Request by(String role, String event) {
        return Request.of(event, Actor.of(role));
    }

    static Accepted accepted(Decision decision) {
        if (decision instanceof Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("expected an acceptance, but got " + decision);
    }

    static Rejected rejected(Object answer) {
        if (answer instanceof Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("expected a refusal, but got " + answer);
    }
}
