package dev.orderly.cli;

import dev.orderly.jdbc.RunProgress;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether a long command shows how far it is. */
final class ProgressOption {

    @Option(
            names = "--progress",
            negatable = true,
            description = "Show on standard error how far it is; unless said, if run in a terminal.")
    private @Nullable Boolean progress;

    boolean isShown() {
        return progress == null ? Terminal.isInteractive() : progress;
    }

    /**
     * Writes on one line of the command's standard error how far it is, if that is wanted.
     *
     * @param done what was done to the orders
     */
    RunProgress listener(CommandSpec spec, String done) {
        boolean shown = isShown();
        PrintWriter err = spec.commandLine().getErr();
        return orders -> {
            if (shown) {
                err.print(String.format(Locale.ROOT, "\r%,d orders %s", orders, done));
                err.flush();
            }
        };
    }
}
