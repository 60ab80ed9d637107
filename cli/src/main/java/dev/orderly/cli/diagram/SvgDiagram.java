package dev.orderly.cli.diagram;

import dev.orderly.diagram.Diagram;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a workflow as one SVG document: its statuses from top to bottom, and beside them its units, its flows and each kind of
 * case in a frame of its own. What keeps a status stands in it; what is automatic has a dashed line. The document holds no script
 * and refers to nothing outside itself. The same workflow gives the same bytes.
 */
public final class SvgDiagram {

    private SvgDiagram() {}

    /**
     * The SVG document of a workflow, ending with a line break.
     *
     * @param language the language of labels, as far as the workflow has them
     */
    public static String write(Workflow workflow, String language) {
        Diagram diagram = Diagram.of(workflow, language);
        List<Picture> pictures = new ArrayList<>();
        addWithParts(diagram, pictures);
        return new SvgWriter(diagram, pictures).write();
    }

    private static void addWithParts(Diagram diagram, List<Picture> pictures) {
        pictures.add(Layout.of(diagram));
        diagram.parts().forEach(inner -> addWithParts(inner, pictures));
    }
}
