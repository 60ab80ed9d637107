package dev.orderly.order;

import dev.orderly.workflow.Carrier;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Activities of one order, written by hand, without asking a workflow whether they are allowed. */
final class Activities {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final String NUMBER = "A-1";
    static final Redaction REDACTION = Redaction.of("salt");
    static final Actor STAFF = Actor.of("staff", "eva");

    private Activities() {}

    static Instant at(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    static TransitionEntry placed() {
        return placed(Data.EMPTY);
    }

    static TransitionEntry placed(Data data) {
        Placement placement = Placement.of(NUMBER, "shop", 1)
                .withCustomer(Customer.of("ijon@example.com"))
                .withLines(List.of(Line.of("1", "Solaris", 1)));
        return TransitionEntry.builder(1, Actor.of("customer"), START, "place", "open")
                .data(data)
                .placement(placement)
                .build();
    }

    static TransitionEntry move(long sequence, String from, String event, String to, int hours) {
        return move(sequence, from, event, to, hours, Data.EMPTY);
    }

    static TransitionEntry move(long sequence, @Nullable String from, String event, String to, int hours, Data data) {
        return TransitionEntry.builder(sequence, STAFF, at(hours), event, to)
                .from(from)
                .data(data)
                .build();
    }

    static TransitionEntry caseMove(long sequence, int id, @Nullable String from, String event, String to, int hours) {
        return TransitionEntry.builder(sequence, STAFF, at(hours), event, to)
                .caseRef(new CaseRef(id, "incident"))
                .from(from)
                .build();
    }

    static Comment comment(long sequence, String text, Visibility visibility) {
        return Comment.builder(sequence, STAFF, at((int) sequence), text)
                .visibility(visibility)
                .build();
    }

    static WorkflowBuilder<String, String> shop() {
        return Workflow.builder("shop")
                .field(Field.of("tracking", FieldType.TEXT))
                .field(Field.of("carrier", FieldType.TEXT))
                .field(Field.of("days", FieldType.NUMBER))
                .field(Field.of("gift", FieldType.YES_NO))
                .status("open", s -> {})
                .status("sent", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open"))
                .transition("send", t -> t.from("open").to("sent"))
                .transition("close", t -> t.from("sent").to("closed"))
                .parcels(new ParcelFields("tracking", "carrier", null))
                .carrier(new Carrier("inpost", "InPost", "https://inpost.pl/track?n={number}&lang=pl"))
                .carrier(new Carrier("path", "Path", "https://path.example/p/{number}/where"));
    }

    /** The shop with one more transition. */
    static Workflow shopWith(String event, Consumer<TransitionBuilder<String>> description) {
        return shop().transition(event, description).build();
    }

    /** The shop with incidents that are closed by themselves after two days, and due after one. */
    static Workflow shopWithIncidents(WorkflowBuilder<String, String> shop) {
        Workflow incident = Workflow.builder("incident")
                .status("opened", s -> s.due(TimeLimit.after("PT24H")))
                .status("solved", s -> s.done())
                .transition("open", t -> t.to("opened"))
                .transition("solve", t -> t.from("opened").to("solved"))
                .transition("lapse", t -> t.from("opened").to("solved").after(TimeLimit.after("PT48H")))
                .build();
        return shop.caseType("incident", LocalText.of("en", "Incident"), incident, List.of("open", "sent"))
                .build();
    }

    static Order evolve(Workflow workflow, Activity... activities) {
        Evolution evolution = new Evolution(workflow);
        Order order = null;
        for (Activity activity : activities) {
            order = evolution.apply(order, activity);
        }
        if (order == null) {
            throw new IllegalArgumentException("no activity, no order");
        }
        return order;
    }

    static History recorded(Activity... activities) {
        List<HistoryEntry> entries = new ArrayList<>();
        String hash = HashChain.START;
        for (Activity activity : activities) {
            hash = HashChain.next(hash, activity, REDACTION);
            entries.add(new HistoryEntry(activity, hash, REDACTION));
        }
        return new History(NUMBER, entries);
    }
}
