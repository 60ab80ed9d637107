package dev.orderly.cli;

import dev.orderly.jdbc.Retirement;
import dev.orderly.jdbc.RetirementReport;
import dev.orderly.store.StoreFailedException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Moves orders that are done for long to the archive. */
@Command(
        name = "retire",
        description = {
            "Moves orders that have been done for long to the archive, as they are.",
            "",
            "They are still found by their numbers, and not listed any more; when something happens to one, it comes back by"
                    + " itself. It can run while the shop does."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExample:%n",
        footer = {
            "  orderly retire --db orders.db --older-than P2Y",
            "",
            "Exit codes: 0 done; 1 some orders cannot be moved, which the log names; 2 the database cannot be used.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class RetireCommand implements Callable<Integer> {

    @Mixin
    private ExistingDatabase source;

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "AGE",
            converter = AgeConverter.class,
            description = "Orders that have been done for longer than this: P2Y, P18M, P90D.")
    private Duration age;

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
        try (Database database = source.openGuarded()) {
            Retirement retirement = database.jdbcStore().retirement(age).pause(Duration.ofMillis(pause));
            if (limit != null) {
                retirement.limit(limit);
            }
            RetirementReport report =
                    retirement.progress(progress.listener(spec, "retired")).run();
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d orders retired; %d are old enough and wait for something, %d cannot be moved%n",
                            report.retired(),
                            report.waiting(),
                            report.failed());
            return report.failed() == 0 ? 0 : UserMistakeException.WRONG;
        } catch (IllegalArgumentException e) {
            throw new UserMistakeException(UserMistakeException.UNUSABLE, String.valueOf(e.getMessage()));
        } catch (StoreFailedException e) {
            throw new UserMistakeException(
                    UserMistakeException.UNUSABLE, "the retirement broke off: " + e.getMessage());
        }
    }
}
