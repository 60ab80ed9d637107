package dev.orderly.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code orderly}: reads the command line and runs what it names. */
@Command(
        name = "orderly",
        description = "Keeps every order of a shop on a legal path, and remembers how it got there.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            CheckCommand.class,
            DiagramCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            HeadsCommand.class,
            RetireCommand.class,
            PurgeCommand.class,
            ExportCommand.class,
            ServeCommand.class,
            KeyCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  orderly serve --demo                     see on a web page how orders are doing",
            "  orderly demo                             watch orders of five shops",
            "  orderly check my-shop.yaml               find what is wrong with a workflow",
            "  orderly diagram bookstore --format svg   draw one",
            "  orderly replay bookstore events.csv      drive orders from a log",
            "  orderly verify --db orders.db            find what was changed behind the library's back",
            "",
            "Exit codes: 0 done; 1 what was given has errors; 2 wrong usage, or a file cannot be used.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
public final class Main implements Runnable {

    private static final String DEBUG = "ORDERLY_DEBUG";

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "On an error, show where in the program it happened (also by the environment variable "
                    + DEBUG + ").")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs the program and ends the Java machine with its exit code. */
    public static void main(String[] args) {
        System.exit(run(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), args));
    }

    /**
     * Runs the program. Texts are written as UTF-8 whatever the platform's default is: the labels of a workflow are in
     * many scripts, and a pipe has no locale.
     *
     * @return the exit code
     */
    static int run(OutputStream out, OutputStream err, String... args) {
        Main main = new Main();
        CommandLine line = new CommandLine(main)
                .setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)))
                .setErr(new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, result) -> main.report(failure, command));
        int exitCode = line.execute(args);
        line.getOut().flush();
        line.getErr().flush();
        return exitCode;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: a command is missing");
    }

    private int report(Exception failure, CommandLine command) {
        command.getOut().flush();
        PrintWriter err = command.getErr();
        boolean trace = debug || System.getenv(DEBUG) != null;
        if (trace) {
            failure.printStackTrace(err);
        }
        if (failure instanceof UserMistakeException mistake) {
            err.println(mistake.getMessage());
            return mistake.exitCode();
        }
        if (!trace) {
            err.println("orderly failed, which is its own fault: " + failure + "; --debug shows where");
        }
        return UserMistakeException.WRONG;
    }
}
