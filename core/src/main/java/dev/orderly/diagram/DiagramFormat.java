package dev.orderly.diagram;

import dev.orderly.workflow.Workflow;
import java.util.Arrays;
import java.util.Optional;

/**
 * A text format for diagrams. All three draw units, flows and cases as boxes of their own beside the order's statuses, and
 * write into a status what keeps it or is shared by many. What fires by itself is marked, in DOT and PlantUML also by a dashed line.
 */
public enum DiagramFormat {
    /** Mermaid's {@code stateDiagram-v2}, which many wikis and code hosts draw in place. */
    MERMAID("mermaid"),
    /** The language of Graphviz. */
    DOT("dot"),
    /** PlantUML's state diagram. */
    PLANTUML("plantuml");

    private final String code;

    DiagramFormat(String code) {
        this.code = code;
    }

    /** The format's word on the command line. */
    public String code() {
        return code;
    }

    /** The format of this word. */
    public static Optional<DiagramFormat> byCode(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }

    /**
     * The diagram of a workflow as text that ends with a line break. The same workflow gives the same text; nothing in
     * a label is ever read as part of the format.
     *
     * @param language the language of labels, as far as the workflow has them
     */
    public String write(Workflow workflow, String language) {
        Diagram diagram = Diagram.of(workflow, language);
        return switch (this) {
            case MERMAID -> Mermaid.write(diagram);
            case DOT -> Dot.write(diagram);
            case PLANTUML -> PlantUml.write(diagram);
        };
    }
}
