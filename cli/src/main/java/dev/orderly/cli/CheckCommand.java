package dev.orderly.cli;

import dev.orderly.check.Problem.Severity;
import dev.orderly.file.FileProblem;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks workflow files and prints every problem. */
@Command(
        name = "check",
        description = "Checks workflow files and prints every problem as file:line:column: severity: code: message.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  orderly check my-shop.yaml",
            "  orderly check shops/*.yaml bookstore",
            "",
            "Exit codes: 0 no errors (there may be warnings); 1 errors; 2 a file cannot be read.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class CheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Workflow files (YAML or JSON), or names of presets.")
    private List<String> files;

    @Spec
    private CommandSpec spec;

    private int errors;
    private int warnings;
    private int unreadable;

    @Override
    public Integer call() {
        for (String file : files) {
            check(file);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(count(files.size(), "file") + ", " + count(errors, "error") + ", " + count(warnings, "warning")
                + (unreadable == 0 ? "" : ", " + unreadable + " unreadable"));
        if (unreadable > 0) {
            return UserMistakeException.UNUSABLE;
        }
        return errors > 0 ? UserMistakeException.WRONG : 0;
    }

    private void check(String file) {
        List<FileProblem> problems;
        try {
            problems = WorkflowSource.read(file).problems();
        } catch (UserMistakeException e) {
            unreadable++;
            spec.commandLine().getErr().println(e.getMessage());
            return;
        }
        for (FileProblem problem : problems) {
            spec.commandLine().getOut().println(problem);
            if (problem.severity() == Severity.ERROR) {
                errors++;
            } else {
                warnings++;
            }
        }
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
