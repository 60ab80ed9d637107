package dev.orderly.cli;

import dev.orderly.cli.demo.Demo;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that prints the stories of a few orders of each preset. */
@Command(
        name = "demo",
        description = {
            "Runs orders of the preset shops in memory, on a clock of its own, and prints each order's timeline.",
            "",
            "A step shows when it happened in the shop's time zone, the event, the status in the shop's language and in"
                    + " English, who asked, and what came with it. A refused step shows why."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  orderly demo",
            "  orderly demo --mail | less      read the mails that the shops send",
            "  orderly demo --mail mails       and open mails/index.html in a browser",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class DemoCommand implements Callable<Integer> {

    private static final String NO_FOLDER = "";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--mail",
            arity = "0..1",
            paramLabel = "DIR",
            fallbackValue = NO_FOLDER,
            description = "Show the messages that the shops send instead, each kind once, in the shop's language and in"
                    + " English; with a folder, also write them there: for mail programs (.eml) and browsers (.html),"
                    + " with an index.html.")
    private @Nullable String mail;

    @Override
    public Integer call() {
        boolean colours = spec.commandLine().getColorScheme().ansi().enabled();
        PrintWriter out = spec.commandLine().getOut();
        if (mail == null) {
            Demo.print(out, colours);
        } else if (mail.equals(NO_FOLDER)) {
            Demo.showMails(out, colours);
        } else {
            write(FileErrors.path(mail), out, colours);
        }
        return 0;
    }

    private static void write(Path folder, PrintWriter out, boolean colours) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw FileErrors.cannotWrite(folder, "it is a file, not a folder");
        }
        try {
            Demo.showMails(out, colours, folder);
        } catch (UncheckedIOException e) {
            throw FileErrors.cannotWrite(folder, FileErrors.reason(e));
        }
    }
}
