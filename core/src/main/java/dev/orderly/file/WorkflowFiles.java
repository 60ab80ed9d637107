package dev.orderly.file;

import dev.orderly.check.Checker;
import dev.orderly.check.Problem;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads workflows from YAML or JSON and writes them; the format is described in {@code docs/workflow-file.md}. */
public final class WorkflowFiles {

    private WorkflowFiles() {}

    /**
     * Reads and checks a file, and reports every problem at once.
     *
     * @throws UncheckedIOException if the file cannot be read at all
     */
    public static WorkflowReading read(Path file) {
        FileProblems problems = new FileProblems();
        try {
            Optional<Source> source = Source.of(file, problems);
            return source.map(text -> read(text, problems))
                    .orElseGet(() -> new WorkflowReading(Optional.empty(), problems.sorted()));
        } catch (IOException e) {
            throw new UncheckedIOException("the workflow file " + file + " cannot be read", e);
        }
    }

    /**
     * Reads and checks a text in the format of a workflow file. A file that it {@code extends} is looked for from the
     * working directory.
     *
     * @param name what problems call the text, as if it were a file; {@code .json} at its end says that it is JSON
     */
    public static WorkflowReading read(String name, String text) {
        return read(new Source(name, text, null));
    }

    /**
     * Loads a file that must be without errors.
     *
     * @throws WorkflowFileException with every problem, if there is an error
     * @throws UncheckedIOException if the file cannot be read at all
     */
    public static Workflow load(Path file) {
        return read(file).orThrow();
    }

    /** The workflow as YAML, without {@code extends}; reading it gives an equal workflow. */
    public static String toYaml(Workflow workflow) {
        return WorkflowWriter.yaml(workflow);
    }

    /** The workflow as JSON, without {@code extends}; reading it gives an equal workflow. */
    public static String toJson(Workflow workflow) {
        return WorkflowWriter.json(workflow);
    }

    static WorkflowReading read(Source source) {
        return read(source, new FileProblems());
    }

    private static WorkflowReading read(Source source, FileProblems problems) {
        Optional<Node> root = Extension.resolve(source, problems);
        if (root.isEmpty()) {
            return new WorkflowReading(Optional.empty(), problems.sorted());
        }
        SourceMap sourceMap = new SourceMap(root.get());
        Workflow workflow = new WorkflowReader(problems, sourceMap).read(root.get());
        for (Problem problem : Checker.check(workflow)) {
            problems.add(sourceMap.location(problem.path()), problem.severity(), problem.code(), problem.message());
        }
        return new WorkflowReading(problems.hasErrors() ? Optional.empty() : Optional.of(workflow), problems.sorted());
    }
}
