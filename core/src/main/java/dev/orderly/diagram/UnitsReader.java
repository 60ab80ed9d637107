package dev.orderly.diagram;

import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Label;
import dev.orderly.diagram.Diagram.Node;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.FlowEvent;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.ItemRules;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what can become of each unit: item statuses, and the events of the order and of its flows that move units between
 * them. Roles and conditions stand where the event does.
 */
final class UnitsReader {

    private static final String ID = "units";

    private final Workflow workflow;
    private final ItemRules items;
    private final String language;
    private final NodeIds ids;
    private final EdgeCollector edges = new EdgeCollector();
    private final Set<String> left = new LinkedHashSet<>();

    UnitsReader(Workflow workflow, ItemRules items, String language) {
        this.workflow = workflow;
        this.items = items;
        this.language = language;
        ids = new NodeIds(ID, names());
    }

    Diagram read() {
        String first = ids.of(items.first().name());
        for (Transition transition : workflow.transitions()) {
            if (transition.isInitial()) {
                edges.add(ids.start().id(), first, false, new Label(List.of(transition.event())));
            }
        }
        workflow.transitions().forEach(transition -> add(transition, transition.event()));
        for (CaseType flow : workflow.flows()) {
            flow.workflow()
                    .transitions()
                    .forEach(transition -> add(transition, FlowEvent.name(flow.name(), transition.event())));
        }
        return new Diagram(ID, "Units", nodes(), edges.edges(), List.of());
    }

    /** Also those that only a transition knows. */
    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        items.statuses().forEach(status -> names.add(status.name()));
        moves(workflow).forEach(move -> names.addAll(move.from()));
        moves(workflow).forEach(move -> names.add(move.to()));
        for (CaseType flow : workflow.flows()) {
            moves(flow.workflow()).forEach(move -> names.addAll(move.from()));
            moves(flow.workflow()).forEach(move -> names.add(move.to()));
        }
        return names;
    }

    private static List<ItemMove> moves(Workflow part) {
        List<ItemMove> moves = new ArrayList<>();
        for (Transition transition : part.transitions()) {
            if (transition.itemMove() != null) {
                moves.add(transition.itemMove());
            }
        }
        return moves;
    }

    private void add(Transition transition, String event) {
        ItemMove move = transition.itemMove();
        if (move == null) {
            return;
        }
        String text = event + TransitionText.trigger(transition) + (transition.parcel() ? ", in a parcel" : "");
        Label label = new Label(Lines.wrap(text, Lines.EDGE_WIDTH));
        for (String from : move.from()) {
            left.add(from);
            edges.add(ids.of(from), ids.of(move.to()), transition.automatic(), label);
        }
    }

    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        if (workflow.transitions().stream().anyMatch(Transition::isInitial)) {
            nodes.add(ids.start());
        }
        ids.names().forEach(name -> nodes.add(node(name)));
        return nodes;
    }

    private Node node(String name) {
        String said = Lines.clean(workflow.itemStatusLabel(name, language));
        String label = said.isEmpty() ? name : said;
        boolean done = items.status(name).map(Status::done).orElse(false);
        return new Node(
                ids.of(name),
                done ? (left.contains(name) ? Kind.DONE : Kind.FINAL) : Kind.OPEN,
                Lines.wrap(label, Lines.NODE_WIDTH),
                label.equals(name) ? null : name,
                null,
                List.of(),
                List.of());
    }
}
