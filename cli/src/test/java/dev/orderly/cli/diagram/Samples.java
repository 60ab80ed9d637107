package dev.orderly.cli.diagram;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;

/** Workflows that the tests of the SVG draw. */
final class Samples {

    static final List<String> HOSTILE = List.of(
            "</text><script>alert(1)</script>",
            "\" onload=\"alert(1)",
            "' & &amp; &lt; ]]> <!-- -->",
            "control \u0000\u0001\u001b half \ud800 no character \uffff end",
            "one\r\ntwo");

    private Samples() {}

    /** Nine statuses with long labels in four languages, loops, a way back, and a case. */
    static Workflow marketplace() {
        WorkflowBuilder<String, String> builder = Workflow.builder("marketplace")
                .languages("pl", "en")
                .field(Field.choice("payment", "online", "cash-on-delivery"));
        label(builder, "waiting-acceptance", "Przyjęcie w toku");
        label(builder, "waiting-debit", "Obciążenie w trakcie realizacji");
        label(builder, "shipping", "Προετοιμασία Αποστολής με Μέσο της Εταιρείας");
        label(builder, "shipped", "Изпратена с куриер");
        label(builder, "received", "Готово к выдаче");
        builder.status("closed", s -> s.label("pl", "Zamknięto").done());
        builder.status("refunded", s -> s.label("pl", "Zwrócono").done().outcome(Outcome.FAILURE));
        builder.status("refused", s -> s.done());
        builder.status("canceled", s -> s.label("pl", "Anulowano").done());
        return ways(builder)
                .caseType("incident", LocalText.of("pl", "Reklamacja"), incident(), List.of("shipped"))
                .build();
    }

    private static void label(WorkflowBuilder<String, String> builder, String status, String label) {
        builder.status(status, s -> s.label("pl", label));
    }

    private static WorkflowBuilder<String, String> ways(WorkflowBuilder<String, String> builder) {
        return builder.transition("place", t -> t.to("waiting-acceptance").by("customer"))
                .transition(
                        "accept",
                        t -> t.from("waiting-acceptance").to("waiting-debit").whenField("payment", "online"))
                .transition(
                        "accept",
                        t -> t.from("waiting-acceptance").to("shipping").whenField("payment", "cash-on-delivery"))
                .transition("refuse", t -> t.from("waiting-acceptance").to("refused"))
                .transition(
                        "expire",
                        t -> t.from("waiting-acceptance").to("refused").after(TimeLimit.after("P3D")))
                .transition("confirm-debit", t -> t.from("waiting-debit").to("shipping"))
                .transition("attach-waybill", t -> t.from("shipping").by("seller"))
                .transition("ship", t -> t.from("shipping").to("shipped").by("seller"))
                .transition("send-back", t -> t.from("shipped").to("shipping").by("carrier"))
                .transition("cancel", t -> t.from("shipping", "waiting-debit").to("canceled"))
                .transition("receive", t -> t.from("shipped").to("received").by("carrier", "platform"))
                .transition(
                        "refund", t -> t.from("shipped", "received", "closed").to("refunded"))
                .transition("close", t -> t.from("received").to("closed").after(TimeLimit.after("P14D")));
    }

    private static Workflow incident() {
        return Workflow.builder("incident")
                .status("opened", s -> s.label("pl", "Zgłoszono"))
                .status("solved", s -> s.done())
                .transition("open", t -> t.to("opened"))
                .transition("solve", t -> t.from("opened").to("solved"))
                .build();
    }

    static Workflow hostile() {
        WorkflowBuilder<String, String> builder = Workflow.builder("w").field(Field.of("f", FieldType.TEXT));
        for (int i = 0; i < HOSTILE.size(); i++) {
            String text = HOSTILE.get(i);
            String status = "n" + i;
            builder.status(status, s -> s.label("en", text));
            builder.transition("go", t -> t.from(status).to("n0").whenField("f", text));
        }
        return builder.build();
    }
}
