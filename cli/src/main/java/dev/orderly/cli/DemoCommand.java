package dev.orderly.cli;

import dev.orderly.cli.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells the stories of a few orders of each preset. */
@Command(
        name = "demo",
        description = {
            "Runs orders of the five preset shops in memory, on a clock of its own, and prints each order's timeline.",
            "",
            "A step shows when it happened in the shop's time zone, the event, the status in the shop's language and in"
                    + " English, who asked, and what came with it. A refused step shows why."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  orderly demo", "  orderly demo | less", ""})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean colours = spec.commandLine().getColorScheme().ansi().enabled();
        Demo.tell(spec.commandLine().getOut(), colours);
        return 0;
    }
}
