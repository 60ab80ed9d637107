package dev.orderly.cli;

import dev.orderly.cli.diagram.SvgDiagram;
import dev.orderly.diagram.DiagramFormat;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a workflow. */
@Command(
        name = "diagram",
        description = "Draws a workflow: its statuses, and the events that lead from one to the next.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  orderly diagram bookstore",
            "  orderly diagram my-shop.yaml --format svg --out my-shop.svg",
            "  orderly diagram bookstore --format dot --language en | dot -Tpng > bookstore.png",
            "",
            "Exit codes: 0 drawn; 1 the workflow has errors; 2 wrong usage, or a file cannot be used.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class DiagramCommand implements Callable<Integer> {

    /** What can be drawn; the constants' names are the words of the command line. */
    enum Format {
        mermaid,
        dot,
        plantuml,
        svg
    }

    @Parameters(index = "0", paramLabel = "NAME|FILE", description = "A preset's name or a workflow file.")
    private String workflow;

    @Option(
            names = "--format",
            defaultValue = "mermaid",
            description = "${COMPLETION-CANDIDATES}; unless said, ${DEFAULT-VALUE}.")
    private Format format;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "The language of the labels, such as en; unless said, the workflow's first.")
    private @Nullable String language;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file instead of standard output.")
    private @Nullable String out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Workflow definition = WorkflowSource.load(workflow);
        String drawing = draw(definition, language(definition));
        if (out == null) {
            PrintWriter printer = spec.commandLine().getOut();
            printer.print(drawing);
            return 0;
        }
        Path file = FileErrors.path(out);
        FileErrors.requireWritable(file);
        try {
            Files.writeString(file, drawing);
        } catch (IOException e) {
            throw FileErrors.cannotWrite(file, FileErrors.reason(e));
        }
        return 0;
    }

    private String draw(Workflow definition, String labels) {
        return switch (format) {
            case mermaid -> DiagramFormat.MERMAID.write(definition, labels);
            case dot -> DiagramFormat.DOT.write(definition, labels);
            case plantuml -> DiagramFormat.PLANTUML.write(definition, labels);
            case svg -> SvgDiagram.write(definition, labels);
        };
    }

    private String language(Workflow definition) {
        if (language == null) {
            return definition.languages().get(0);
        }
        if (!definition.languages().contains(language)) {
            throw new UserMistakeException(
                    UserMistakeException.UNUSABLE,
                    "workflow " + definition.name() + " has no labels in the language \"" + language + "\", only in "
                            + String.join(", ", definition.languages()));
        }
        return language;
    }
}
