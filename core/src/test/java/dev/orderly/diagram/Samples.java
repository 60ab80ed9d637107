package dev.orderly.diagram;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;

/** Workflows that the tests of diagrams draw. */
final class Samples {

    /** Texts each of which would mean something to one of the formats if it were written as it is. */
    static final List<String> HOSTILE = List.of(
            "quote \" 'single' `tick`",
            "<b>bold</b><script>alert(1)</script> &amp; &lt;",
            "%getenv(\"HOME\") $x !include /etc/passwd",
            "a; b: c --> d {x} [[http://e.org]] **b** __u__ //i// ~~s~~",
            "back\\slash \\n \\N \\G end\\",
            "*em* _em_ #35; #quot; <<fork>> %%{init}%%",
            "one\r\nstate x\n@enduml\n[*] --> y",
            "bell\u0007 null\u0000 half\ud800 turned\u202e",
            "}\n\"",
            "$$x^2$$ <math> <img:http://e.org/a.png> <U+0041> fa:fa-user",
            "ﬂ°°34¶ß &#34; ]]> <!-- -->");

    private Samples() {}

    static Workflow shop() {
        return Workflow.builder("corner-shop")
                .languages("pl", "en")
                .field(Field.choice("delivery", "courier", "pickup"))
                .status("new", s -> s.label("en", "Received").label("pl", "Przyjęte"))
                .status("sent", s -> s.label("en", "sent"))
                .status("done", s -> s.label("en", "Delivered").done().outcome(Outcome.SUCCESS))
                .status("dropped", s -> s.done().outcome(Outcome.FAILURE))
                .transition("place", t -> t.to("new").by("customer"))
                .transition("ship", t -> t.from("new").to("sent").by("staff").whenField("delivery", "courier"))
                .transition("note", t -> t.from("new", "sent").by("staff").once())
                .transition("deliver", t -> t.from("sent").to("done"))
                .transition("refund", t -> t.from("done").to("dropped").within(TimeLimit.after("P14D", "deliver")))
                .transition("cancel", t -> t.from("new").to("dropped").by("customer", "staff"))
                .transition("expire", t -> t.from("new").to("dropped").after(TimeLimit.after("P7D")))
                .caseType("complaint", LocalText.of("en", "Complaint"), complaint(), List.of("sent"))
                .build();
    }

    private static Workflow complaint() {
        return Workflow.builder("complaint")
                .status("new", s -> s.label("en", "Open"))
                .status("closed", s -> s.label("en", "Closed").done())
                .transition("open", t -> t.to("new").by("customer"))
                .transition("close", t -> t.from("new").to("closed").by("staff"))
                .build();
    }

    /** Units that the order and a flow move, money, and an automatic way beside another one. */
    static Workflow parts() {
        Workflow payment = Workflow.builder("payment")
                .status("awaited", s -> {})
                .status("received", s -> s.done())
                .transition("begin", t -> t.to("awaited"))
                .transition(
                        "receive",
                        t -> t.from("awaited")
                                .to("received")
                                .by("staff")
                                .needs("amount")
                                .add("paid", Reference.field("amount")))
                .transition(
                        "write-off",
                        t -> t.from("awaited").to("received").by("staff").items("ordered", "sent"))
                .build();
        return Workflow.builder("parts")
                .field(Field.of("amount", FieldType.MONEY))
                .field(Field.of("paid", FieldType.MONEY))
                .field(Field.of("tracking-number", FieldType.TEXT))
                .parcels(new ParcelFields("tracking-number", null, null))
                .items(
                        Status.builder("ordered").label("en", "Ordered").build(),
                        Status.builder("sent").done().build())
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open").by("customer"))
                .transition(
                        "send",
                        t -> t.from("open")
                                .by("staff")
                                .needs("tracking-number")
                                .items("ordered", "sent")
                                .parcel())
                .transition(
                        "all-sent", t -> t.from("open").to("closed").automatic().whenItems(ItemCondition.all("sent")))
                .transition("close", t -> t.from("open").to("closed").by("staff"))
                .flow("payment", LocalText.of("en", "Payment"), payment)
                .build();
    }

    /** A ring of statuses whose labels and conditions are hostile. */
    static Workflow hostile() {
        WorkflowBuilder<String, String> ring = Workflow.builder("end").field(Field.of("f", FieldType.TEXT));
        for (int i = 0; i < HOSTILE.size(); i++) {
            String text = HOSTILE.get(i);
            String from = "n" + i;
            String to = "n" + (i + 1) % HOSTILE.size();
            ring.status(from, s -> s.label("en", text));
            ring.transition("go", t -> t.from(from).to(to).whenField("f", text));
            ring.transition("note", t -> t.from(from).whenField("f", text));
        }
        return ring.transition("open", t -> t.to("n0")).build();
    }
}
