package dev.orderly.cli.diagram;

import dev.orderly.diagram.Diagram;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a workflow as one SVG document: its statuses from top to bottom, and the workflow of each kind of case below.
 * The document holds no script and refers to nothing outside itself. The same workflow gives the same bytes.
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
        addWithCases(diagram, pictures);
        return new SvgWriter(diagram, pictures).write();
    }

    private static void addWithCases(Diagram diagram, List<Picture> pictures) {
        pictures.add(Layout.of(diagram));
        diagram.cases().forEach(inner -> addWithCases(inner, pictures));
    }
}
