package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;

/** Workflows to plant mistakes in. */
final class Shops {

    private Shops() {}

    /** A workflow in which there is nothing wrong. */
    static WorkflowBuilder<String, String> shop() {
        return Workflow.builder("shop")
                .field(Field.of("tracking", FieldType.TEXT))
                .field(Field.of("reason", FieldType.TEXT))
                .status("new", s -> {})
                .status("shipped", s -> {})
                .status("delivered", s -> s.done())
                .status("cancelled", s -> s.done())
                .transition("place", t -> t.to("new").by("customer"))
                .transition("ship", t -> t.from("new").to("shipped").by("staff").needs("tracking"))
                .transition("deliver", t -> t.from("shipped").to("delivered").by("carrier"))
                .transition(
                        "cancel", t -> t.from("new").to("cancelled").by("staff").needs("reason"));
    }

    /** The shortest workflow: an order is placed as open, and closed. */
    static WorkflowBuilder<String, String> counter() {
        return Workflow.builder("counter")
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open").by("customer"))
                .transition("close", t -> t.from("open").to("closed").by("staff"));
    }

    /** What the checker says, each problem in one line. */
    static List<String> problems(WorkflowBuilder<?, ?> builder) {
        return Checker.check(builder.build()).stream().map(Problem::toString).toList();
    }
}
