package dev.orderly.cli;

import dev.orderly.jdbc.Verification;
import dev.orderly.jdbc.VerificationReport;
import dev.orderly.store.StoreFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies a whole database. */
@Command(
        name = "verify",
        description = {
            "Verifies a database: every history by its hashes, every order against its history, and all else that is"
                    + " stored against both.",
            "",
            "It reads and never writes, and can run while the shop does. What it finds is printed, a thousand findings at"
                    + " most."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  orderly verify --db orders.db",
            "  orderly heads --db orders.db --to /elsewhere/heads-1",
            "  orderly verify --db orders.db --heads /elsewhere/heads-1",
            "  orderly verify --db orders.db --chain-keys /elsewhere/chain-keys",
            "",
            "Exit codes: 0 all is as it was written; 1 something is not; 2 the database, or a file, cannot be used.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private ExistingDatabase source;

    @Mixin
    private ChainKeyOptions chainKeys;

    @Option(
            names = "--heads",
            paramLabel = "FILE",
            description = "Compare with the heads that were written to this file by \"orderly heads\": finds what was"
                    + " rewritten since with all its hashes, and, with --chain-keys, what was written since without"
                    + " their key, whatever time it pretends to have.")
    private @Nullable String heads;

    @Option(
            names = "--after",
            paramLabel = "NUMBER",
            description = "Begin behind this order, where an earlier run was broken off.")
    private @Nullable String after;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "How many threads verify, each with a connection; unless said, one for each processor, and 4 at"
                            + " most.")
    private @Nullable Integer threads;

    @Option(names = "--no-attachments", description = "Do not read the bytes of attachments.")
    private boolean withoutAttachments;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    private boolean json;

    @Mixin
    private ProgressOption progress;

    @Spec
    private CommandSpec spec;

    /** The order up to which all are verified, to say so if it breaks off. */
    private volatile @Nullable String verifiedUpTo;

    @Override
    public Integer call() throws Exception {
        Path file = heads == null ? null : FileErrors.path(heads);
        if (file != null) {
            FileErrors.requireReadable(file);
        }
        try (Database database = source.open(chainKeys.keys())) {
            VerificationReport report = verification(database, file).run();
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? VerificationText.json(report) : VerificationText.forPeople(report));
            return report.isClean() ? 0 : UserMistakeException.WRONG;
        } catch (IOException e) {
            throw new UserMistakeException(UserMistakeException.UNUSABLE, String.valueOf(e.getMessage()));
        } catch (StoreFailedException e) {
            String upTo = verifiedUpTo;
            throw new UserMistakeException(
                    UserMistakeException.UNUSABLE,
                    "the verification broke off: " + e.getMessage()
                            + (upTo == null ? "" : ". Go on with --after \"" + upTo + "\""));
        }
    }

    private Verification verification(Database database, @Nullable Path file) {
        boolean shown = progress.isShown();
        PrintWriter err = spec.commandLine().getErr();
        Verification verification = database.jdbcStore().verification().progress((orders, last) -> {
            verifiedUpTo = last;
            if (shown) {
                err.print(String.format(Locale.ROOT, "\r%,d orders verified", orders));
                err.flush();
            }
        });
        if (file != null) {
            verification.heads(file);
        }
        if (after != null) {
            verification.after(after);
        }
        if (threads != null) {
            try {
                verification.threads(threads);
            } catch (IllegalArgumentException e) {
                throw new UserMistakeException(UserMistakeException.UNUSABLE, String.valueOf(e.getMessage()));
            }
        }
        return withoutAttachments ? verification.withoutAttachmentBytes() : verification;
    }
}
