package dev.orderly.cli;

import dev.orderly.jdbc.Purge;
import dev.orderly.jdbc.PurgeReport;
import dev.orderly.store.StoreFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes orders from the archive. */
@Command(
        name = "purge",
        description = {
            "Deletes orders from the archive, for good.",
            "",
            "What stays of an order is its number, which is not given again, its last status, and the hash of its last entry. It"
                    + " needs the rights of the tables' owner."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExample:%n",
        footer = {
            "  orderly purge --db orders.db --older-than P10Y --to purged.jsonl",
            "",
            "Exit codes: 0 done; 2 the database, or the file, cannot be used.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class PurgeCommand implements Callable<Integer> {

    @Mixin
    private ExistingDatabase source;

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "AGE",
            converter = AgeConverter.class,
            description = "Orders that have been done for longer than this: P10Y, P18M, P90D.")
    private Duration age;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "Write each order to the end of this file before it is deleted, as a line of JSON.")
    private @Nullable String to;

    @Option(names = "--limit", paramLabel = "N", description = "How many orders at most; unless said, all.")
    private @Nullable Long limit;

    @Option(
            names = "--pause",
            paramLabel = "MILLISECONDS",
            defaultValue = "0",
            description =
                    "How long to wait after each 200 orders, to leave the database to others; unless said, not at all.")
    private long pause;

    @Mixin
    private ProgressOption progress;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = to == null ? null : FileErrors.path(to);
        if (file != null) {
            FileErrors.requireWritable(file);
        }
        try (Database database = source.openGuarded()) {
            Purge purge = database.jdbcStore().purge(age).pause(Duration.ofMillis(pause));
            if (file != null) {
                purge.to(file);
            }
            if (limit != null) {
                purge.limit(limit);
            }
            PurgeReport report =
                    purge.progress(progress.listener(spec, "purged")).run();
            spec.commandLine().getOut().printf(Locale.ROOT, "%d orders purged%n", report.purged());
            return 0;
        } catch (IOException e) {
            throw new UserMistakeException(
                    UserMistakeException.UNUSABLE, file + " cannot be written: " + FileErrors.reason(e));
        } catch (IllegalArgumentException e) {
            throw new UserMistakeException(UserMistakeException.UNUSABLE, String.valueOf(e.getMessage()));
        } catch (StoreFailedException e) {
            throw new UserMistakeException(UserMistakeException.UNUSABLE, "the purge broke off: " + e.getMessage());
        }
    }
}
