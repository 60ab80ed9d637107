package dev.orderly.cli;

import dev.orderly.check.Checker;
import dev.orderly.file.FileProblem;
import dev.orderly.file.Presets;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.file.WorkflowReading;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.Workflow;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the workflow that {@code NAME|FILE} means: a file if there is one of that name, otherwise a preset. */
final class WorkflowSource {

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private WorkflowSource() {}

    /** The workflow, which must be without errors. */
    static Workflow load(String nameOrFile) {
        WorkflowReading reading = read(nameOrFile);
        return reading.workflow()
                .orElseThrow(() -> new UserMistakeException(
                        UserMistakeException.WRONG,
                        reading.problems().stream().map(FileProblem::toString).collect(Collectors.joining("\n"))));
    }

    /** The workflow with everything that is wrong with it. */
    static WorkflowReading read(String nameOrFile) {
        Path file = FileErrors.path(nameOrFile);
        Optional<Workflow> preset = Files.isRegularFile(file) ? Optional.empty() : Presets.find(nameOrFile);
        if (preset.isPresent()) {
            return new WorkflowReading(preset, problems(nameOrFile, preset.get()));
        }
        if (!Files.exists(file) && !looksLikeFile(nameOrFile)) {
            throw new UserMistakeException(UserMistakeException.UNUSABLE, unknown(nameOrFile));
        }
        FileErrors.requireReadable(file);
        try {
            return WorkflowFiles.read(file);
        } catch (UncheckedIOException e) {
            throw FileErrors.cannotRead(file, FileErrors.reason(e));
        }
    }

    /** A preset has no file that the user could look into, so its problems, should there be any, stand at its top. */
    private static List<FileProblem> problems(String name, Workflow preset) {
        return Checker.check(preset).stream()
                .map(p -> new FileProblem(name, 1, 1, p.severity(), p.code(), p.message()))
                .toList();
    }

    private static boolean looksLikeFile(String nameOrFile) {
        String lower = nameOrFile.toLowerCase(Locale.ROOT);
        return nameOrFile.indexOf('/') >= 0
                || nameOrFile.indexOf('\\') >= 0
                || ENDINGS.stream().anyMatch(lower::endsWith);
    }

    private static String unknown(String name) {
        String presets = String.join(", ", Presets.names());
        return "there is no preset and no file \"" + name + "\""
                + Name.nearest(name, Presets.names())
                        .map(near -> ": did you mean " + near + "?")
                        .orElse("")
                + " (presets: " + presets + ")";
    }
}
