package dev.orderly.benchmarks.store;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Workflow;

/** The flow of seven statuses that Orderly and the code by hand keep orders on. */
final class Flow {

    static final Workflow WORKFLOW = Workflow.builder("benchmark")
            .field(Field.of("tracking-number", FieldType.TEXT))
            .status("new", s -> {})
            .status("awaiting-payment", s -> {})
            .status("processing", s -> {})
            .status("awaiting-packing", s -> {})
            .status("shipped", s -> {})
            .status("delivered", s -> s.done())
            .status("cancelled", s -> s.done())
            .transition("place", t -> t.to("new").by("customer"))
            .transition("submit", t -> t.from("new").to("awaiting-payment").by("customer"))
            .transition("pay", t -> t.from("awaiting-payment").to("processing").by("platform"))
            .transition(
                    "release", t -> t.from("processing").to("awaiting-packing").by("staff"))
            .transition(
                    "ship",
                    t -> t.from("awaiting-packing").to("shipped").by("staff").needs("tracking-number"))
            .transition("deliver", t -> t.from("shipped").to("delivered").by("carrier"))
            .transition(
                    "cancel",
                    t -> t.from("new", "awaiting-payment", "processing", "awaiting-packing")
                            .to("cancelled")
                            .by("customer", "staff"))
            .build();

    private Flow() {}

    /** The same as an {@code if}: where the step leads from a status. */
    static String target(String status, FlowStep step) {
        String target = switch (step.event()) {
            case "place" -> only(status.isEmpty() && step.role().equals("customer"), "new");
            case "submit" -> only(status.equals("new") && step.role().equals("customer"), "awaiting-payment");
            case "pay" -> only(status.equals("awaiting-payment") && step.role().equals("platform"), "processing");
            case "release" -> only(status.equals("processing") && step.role().equals("staff"), "awaiting-packing");
            case "ship" ->
                only(
                        status.equals("awaiting-packing") && step.role().equals("staff") && step.tracking() != null,
                        "shipped");
            case "deliver" -> only(status.equals("shipped") && step.role().equals("carrier"), "delivered");
            case "cancel" -> only(isCancellable(status, step.role()), "cancelled");
            default -> "";
        };
        if (target.isEmpty()) {
            throw new IllegalStateException("a step is not allowed in status \"" + status + "\": " + step);
        }
        return target;
    }

    private static boolean isCancellable(String status, String role) {
        return switch (status) {
            case "new", "awaiting-payment", "processing", "awaiting-packing" ->
                role.equals("customer") || role.equals("staff");
            default -> false;
        };
    }

    private static String only(boolean allowed, String target) {
        return allowed ? target : "";
    }
}
