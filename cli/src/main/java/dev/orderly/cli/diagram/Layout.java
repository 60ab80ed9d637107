package dev.orderly.cli.diagram;

import dev.orderly.cli.diagram.Picture.Area;
import dev.orderly.cli.diagram.Picture.Box;
import dev.orderly.cli.diagram.Picture.Point;
import dev.orderly.cli.diagram.Picture.Way;
import dev.orderly.diagram.Diagram;
import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Label;
import dev.orderly.diagram.Diagram.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.EdgeStraighteningStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Finds a place for everything in a diagram, with the layered algorithm of Eclipse ELK. */
final class Layout {

    static final double LABEL_FONT = 13;
    static final double CODE_FONT = 11;
    static final double EDGE_FONT = 11;

    /** The room around what can happen in a status without leaving it. */
    static final double MOVES_MARGIN = 12;

    private static final double START_SIZE = 18;
    private static final double MARGIN = 24;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Diagram diagram;
    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final List<ElkEdge> edges = new ArrayList<>();

    private Layout(Diagram diagram) {
        this.diagram = diagram;
    }

    static Picture of(Diagram diagram) {
        Layout layout = new Layout(diagram);
        layout.configure();
        diagram.nodes().forEach(layout::add);
        diagram.edges().forEach(layout::add);
        new RecursiveGraphLayoutEngine().layout(layout.graph, new BasicProgressMonitor());
        return layout.picture();
    }

    private void configure() {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.RANDOM_SEED, 1);
        graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        // backward edges are those that lead back on the way from the start, not whichever make the fewest
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.DEPTH_FIRST);
        // the order of the file is the author's own: it settles what the layout leaves open
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
        graph.setProperty(
                LayeredOptions.NODE_PLACEMENT_BK_EDGE_STRAIGHTENING, EdgeStraighteningStrategy.IMPROVE_STRAIGHTNESS);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 36.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 14.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 4.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_SELF_LOOP, 22.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 22.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
    }

    private void add(Node node) {
        ElkNode elkNode = ElkGraphUtil.createNode(graph);
        elkNode.setIdentifier(node.id());
        if (node.kind() == Kind.START) {
            elkNode.setDimensions(START_SIZE, START_SIZE);
            elkNode.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
        } else {
            elkNode.setDimensions(Math.ceil(boxWidth(node)), Math.ceil(boxHeight(node)));
        }
        nodes.put(node.id(), elkNode);
    }

    private static double boxWidth(Node node) {
        double label = TextSize.width(node.label(), LABEL_FONT);
        double asides = TextSize.width(node.asides(), CODE_FONT);
        double moves = TextSize.width(Label.lines(node.listed()), EDGE_FONT);
        return Math.max(90, Math.max(Math.max(label, asides) + 28, moves + 2 * MOVES_MARGIN));
    }

    private static double boxHeight(Node node) {
        List<String> moves = Label.lines(node.listed());
        return headHeight(node) + (moves.isEmpty() ? 0 : TextSize.height(moves, EDGE_FONT) + MOVES_MARGIN);
    }

    /** How high the upper part of a status is: its label, and what stands below in smaller letters. */
    static double headHeight(Node node) {
        return TextSize.height(node.label(), LABEL_FONT) + TextSize.height(node.asides(), CODE_FONT) + 20;
    }

    private void add(Edge edge) {
        ElkEdge elkEdge = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
        ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", edge.lines()), elkEdge);
        label.setDimensions(
                Math.ceil(TextSize.width(edge.lines(), EDGE_FONT) + 8),
                Math.ceil(TextSize.height(edge.lines(), EDGE_FONT) + 4));
        label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        edges.add(elkEdge);
    }

    private Picture picture() {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < graph.getChildren().size(); i++) {
            ElkNode at = graph.getChildren().get(i);
            Area area = new Area(at.getX(), at.getY(), at.getWidth(), at.getHeight());
            boxes.add(new Box(diagram.nodes().get(i), area));
        }
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            ways.add(way(diagram.edges().get(i), edges.get(i)));
        }
        return new Picture(diagram.title(), graph.getWidth(), graph.getHeight(), boxes, ways);
    }

    private static Way way(Edge edge, ElkEdge elkEdge) {
        ElkEdgeSection section = elkEdge.getSections().get(0);
        List<Point> corners = new ArrayList<>();
        corners.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(p -> corners.add(new Point(p.getX(), p.getY())));
        corners.add(new Point(section.getEndX(), section.getEndY()));
        ElkLabel label = elkEdge.getLabels().get(0);
        return new Way(edge, corners, new Area(label.getX(), label.getY(), label.getWidth(), label.getHeight()));
    }
}
