package dev.orderly.cli;

import dev.orderly.jdbc.Heads;
import dev.orderly.order.ChainKeys;
import dev.orderly.store.StoreFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes down the heads of all histories. */
@Command(
        name = "heads",
        description = {
            "Writes the hash of each order's latest entry to a file, and prints the file's digest.",
            "",
            "Keep the file, or at least the digest, out of reach of those who can change the database: \"orderly"
                    + " verify --heads FILE\" finds what was rewritten since, with all its hashes."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExample:%n",
        footer = {
            "  orderly heads --db orders.db --to /elsewhere/heads-2026-12-01",
            "",
            "Exit codes: 0 written; 2 the database, or the file, cannot be used.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class HeadsCommand implements Callable<Integer> {

    @Mixin
    private ExistingDatabase source;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file to write.")
    private String to;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = FileErrors.path(to);
        try (Database database = source.open(ChainKeys.NONE)) {
            spec.commandLine().getOut().println("sha256 " + Heads.write(database.jdbcStore(), file));
            return 0;
        } catch (IOException e) {
            throw new UserMistakeException(
                    UserMistakeException.UNUSABLE, file + " cannot be written: " + FileErrors.reason(e));
        } catch (StoreFailedException e) {
            throw new UserMistakeException(
                    UserMistakeException.UNUSABLE, "the heads were not written: " + e.getMessage());
        }
    }
}
