package dev.orderly.jdbc;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.ChainKey;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A small shop with two versions of its workflow, of which the second calls a status by another name. */
final class JdbcFixture {

    static final Actor CUSTOMER = Actor.of("customer");
    static final Actor STAFF = Actor.of("staff", "anna");
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    static final Workflow FIRST = Workflow.builder("shop")
            .field(Field.of("note", FieldType.TEXT))
            .status("new", s -> s.due(TimeLimit.after("P1D")))
            .status("sent", s -> {})
            .status("delivered", s -> s.done())
            .status("dropped", s -> s.done())
            .transition("place", t -> t.to("new").by("customer"))
            .transition("remark", t -> t.from("new", "sent").by("staff").needs("note"))
            .transition("ship", t -> t.from("new").to("sent").by("staff"))
            .transition("deliver", t -> t.from("sent").to("delivered").by("carrier"))
            .transition("drop", t -> t.from("new").to("dropped").after(TimeLimit.after("P14D")))
            .caseType(
                    "incident",
                    LocalText.of("en", "Incident"),
                    Workflow.builder("incident")
                            .status("open", s -> {})
                            .status("closed", s -> s.done())
                            .transition("report", t -> t.to("open").by("customer"))
                            .transition(
                                    "close", t -> t.from("open").to("closed").by("staff"))
                            .build(),
                    List.of("new", "sent"))
            .build();

    static final Workflow SECOND = FIRST.nextVersion()
            .status("posted", s -> {})
            .transition("post", t -> t.from("new").to("posted").by("staff"))
            .transition("arrive", t -> t.from("posted").to("delivered").by("carrier"))
            .build();

    private JdbcFixture() {}

    /** A key for the chain. */
    static ChainKey chainKey() {
        byte[] secret = new byte[ChainKey.MIN_BYTES];
        Arrays.fill(secret, (byte) 7);
        return ChainKey.of("2026-11", secret);
    }

    static Orders over(OrderStore store) {
        return Orders.builder(store).workflow(FIRST).workflow(SECOND).build();
    }

    /** Orders of the first version only. */
    static Orders early(OrderStore store) {
        return Orders.builder(store).workflow(FIRST).build();
    }

    static Request place() {
        return Request.of("place", CUSTOMER).withTime(START);
    }

    static Request ship() {
        return Request.of("ship", STAFF).withTime(START);
    }

    static Request deliver() {
        return Request.of("deliver", Actor.of("carrier")).withTime(START);
    }

    static Request remark(String text) {
        return Request.of("remark", STAFF).with("note", text).withTime(START);
    }
}
