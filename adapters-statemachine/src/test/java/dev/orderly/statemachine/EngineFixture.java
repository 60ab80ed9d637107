package dev.orderly.statemachine;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.OrderState;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A small shop: orders are placed, noted on, sent or handed over, and dropped. */
final class EngineFixture {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final Workflow WORKFLOW = Workflow.builder("shop")
            .field(Field.choice("delivery", "post", "counter"))
            .field(Field.of("note", FieldType.TEXT))
            .status("new", s -> {})
            .status("sent", s -> s.done())
            .status("handed-over", s -> s.done())
            .status("dropped", s -> s.done())
            .transition("place", t -> t.to("new").takes("delivery"))
            .transition("ship", t -> t.from("new").to("sent").whenField("delivery", "post"))
            .transition("ship", t -> t.from("new").to("handed-over").whenField("delivery", "counter"))
            .transition("remark", t -> t.from("new", "sent").takes("note"))
            .transition("drop", t -> t.from("new").to("dropped").by("staff").guard("no-objection"))
            .build();

    static final Map<String, Guard> AGREEING = Map.of("no-objection", (order, request) -> Optional.empty());

    static final Map<String, Guard> OBJECTING = Map.of(
            "no-objection", (order, request) -> Optional.of(Reason.of("objection", "en", "There is an objection.")));

    private EngineFixture() {}

    static OrderView order(String status) {
        return OrderState.of("A-1", status, NOON).with("delivery", "post");
    }

    static Request request(String event) {
        return Request.of(event, Actor.of("staff")).withTime(NOON);
    }
}
