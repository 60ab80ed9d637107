package dev.orderly.cli;

import org.jspecify.annotations.Nullable;
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
}
