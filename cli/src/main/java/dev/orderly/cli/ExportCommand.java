package dev.orderly.cli;

import dev.orderly.jdbc.PersonalDataExport;
import dev.orderly.order.ChainKeys;
import dev.orderly.store.StoreFailedException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes down all that is known of a customer. */
@Command(
        name = "export",
        description = {
            "Writes all that is stored of a customer to a file: each order, retired ones as well, as a line of JSON.",
            "",
            "Look through it before you hand it over: comments that staff wrote for each other, and the ids of those who acted, are"
                    + " in it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExample:%n",
        footer = {
            "  orderly export --db orders.db --customer anna@example.org --to anna.jsonl",
            "",
            "Exit codes: 0 written; 2 the database, or the file, cannot be used.",
            ""
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private ExistingDatabase source;

    @Option(
            names = "--customer",
            required = true,
            paramLabel = "E-MAIL",
            description = "The customer's address; letter case does not matter.")
    private String customer;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; it must not be there yet.")
    private String to;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = FileErrors.path(to);
        FileErrors.requireWritable(file);
        try (Database database = source.open(ChainKeys.NONE);
                Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            int orders = PersonalDataExport.write(database.jdbcStore(), customer, writer);
            spec.commandLine().getOut().printf(Locale.ROOT, "%d orders written%n", orders);
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw FileErrors.cannotWrite(file, "there is such a file already");
        } catch (IOException e) {
            throw FileErrors.cannotWrite(file, FileErrors.reason(e));
        } catch (StoreFailedException e) {
            throw new UserMistakeException(UserMistakeException.UNUSABLE, "the export broke off: " + e.getMessage());
        }
    }
}
