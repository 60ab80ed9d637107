package dev.orderly.cli;

import dev.orderly.Orders;
import dev.orderly.cli.replay.LogHeaderException;
import dev.orderly.cli.replay.Progress;
import dev.orderly.cli.replay.Replay;
import dev.orderly.cli.replay.Replay.Report;
import dev.orderly.order.MissingChainKeyException;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drives orders from a log of events and says what became of them. */
@Command(
        name = "replay",
        description = {
            "Drives orders from a log of events and says what became of them.",
            "",
            "The log is CSV in UTF-8 with a header: the columns order, event, at, actor in any order, and data.FIELD for"
                    + " any field of the workflow (an empty cell is no value). \"at\" is ISO-8601 with an offset, \"actor\""
                    + " a role or role:id. Rows of one order are taken by time, ties as they stand in the file. A refused"
                    + " event leaves its order as it was. A broken row ends the reading; the rows before it count.",
            "",
            "An order counts once it is placed; a number whose events were all refused is no order."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  orderly replay bookstore events.csv",
            "  orderly replay my-shop.yaml events.csv --out result.csv",
            "  orderly replay bookstore events.csv --json",
            "  orderly replay bookstore events.csv --db orders.db",
            "",
            "Exit codes: 0 all rows were decided, refused ones included; 1 the workflow has errors, or the log a broken"
                    + " row; 2 a file cannot be used.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class ReplayCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME|FILE", description = "A preset's name or a workflow file.")
    private String workflow;

    @Parameters(index = "1", paramLabel = "EVENTS.csv", description = "The log of events.")
    private String events;

    @Option(
            names = "--out",
            paramLabel = "RESULT.csv",
            description = "Write one row per event, in the log's order: order,event,at,from,to,verdict,reason.")
    private @Nullable String out;

    @Option(
            names = "--db",
            paramLabel = "FILE|JDBC-URL",
            description = {
                "Keep the orders in this file or database: SQLite, H2, PostgreSQL or MariaDB. Its tables are made where there"
                        + " are none.",
                "A log that is replayed again adds nothing, and no notifications are sent."
            })
    private @Nullable String db;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    @Mixin
    private ProgressOption progress;

    @Mixin
    private ChainKeyOptions chainKeys;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workflow definition = WorkflowSource.load(workflow);
        refuseGuards(definition);
        Path log = FileErrors.path(events);
        FileErrors.requireReadable(log);
        Path result = out == null ? null : resultFile(FileErrors.path(out), log);
        long start = System.nanoTime();
        Report report = run(definition, log, result);
        print(definition, report, System.nanoTime() - start);
        report.mistake().ifPresent(mistake -> {
            spec.commandLine().getOut().flush();
            spec.commandLine().getErr().println(mistake);
        });
        return report.mistake().isPresent() ? UserMistakeException.WRONG : 0;
    }

    private Report run(Workflow definition, Path log, @Nullable Path result) throws IOException {
        boolean shown = progress.isShown();
        PrintWriter err = spec.commandLine().getErr();
        try (Database database = db == null ? null : Database.open(db, chainKeys.keys());
                TerminalProgress terminal = shown ? new TerminalProgress(err, Files.size(log)) : null) {
            Progress listener = terminal == null ? Progress.NONE : terminal;
            Replay replay = database == null
                    ? Replay.of(definition, listener)
                    : Replay.into(orders(database, definition), definition, listener);
            return replay.run(log, result);
        } catch (LogHeaderException e) {
            throw new UserMistakeException(UserMistakeException.WRONG, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UserMistakeException(
                    UserMistakeException.UNUSABLE,
                    "the replay of " + log + " broke off, and its result is not complete: " + FileErrors.reason(e));
        } catch (MissingChainKeyException e) {
            throw new UserMistakeException(
                    UserMistakeException.UNUSABLE,
                    "the replay of " + log + " broke off: " + e.getMessage() + ", by --chain-keys");
        } catch (StoreFailedException | OutcomeUnknownException e) {
            throw new UserMistakeException(
                    UserMistakeException.UNUSABLE,
                    "the replay of " + log + " broke off: " + e.getMessage()
                            + ". Replay it again: what is done is not done twice");
        }
    }

    private static Orders orders(Database database, Workflow definition) {
        try {
            return Orders.builder(database.store())
                    .workflow(definition)
                    .withoutNotifications()
                    .build();
        } catch (IllegalArgumentException e) {
            throw new UserMistakeException(UserMistakeException.WRONG, String.valueOf(e.getMessage()));
        }
    }

    private void print(Workflow definition, Report report, long nanos) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.println(SummaryText.json(report.summary()));
        } else {
            printer.print(SummaryText.forPeople(report.summary(), definition, nanos));
        }
    }

    private static Path resultFile(Path result, Path log) throws IOException {
        FileErrors.requireWritable(result);
        if (Files.exists(result) && Files.isSameFile(result, log)) {
            throw FileErrors.cannotWrite(result, "it is the log itself; name another file");
        }
        return result;
    }

    private static void refuseGuards(Workflow definition) {
        Set<String> guards = new LinkedHashSet<>();
        definition.transitions().forEach(t -> guards.addAll(t.guards()));
        if (!guards.isEmpty()) {
            throw new UserMistakeException(
                    UserMistakeException.WRONG,
                    "workflow " + definition.name() + " asks conditions in code (" + String.join(", ", guards)
                            + "), which only a Java program can give: it cannot be replayed from here");
        }
    }
}
