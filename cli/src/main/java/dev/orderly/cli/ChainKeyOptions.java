package dev.orderly.cli;

import dev.orderly.order.ChainKeys;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The keys of the hash chain: from a file or the environment, since all users of a machine can see command lines. */
final class ChainKeyOptions {

    private static final String VARIABLE = "ORDERLY_CHAIN_KEYS";

    @Option(
            names = "--chain-keys",
            paramLabel = "FILE",
            description =
                    "The keys with which entries of histories are chained: a file of lines \"ID SECRET\" or \"ID SECRET"
                            + " since TIME\", the oldest first. Unless said, the same lines are taken from the environment"
                            + " variable " + VARIABLE + ", if it is set.")
    private @Nullable String file;

    /** The keys; none if there is neither a file nor the variable. */
    ChainKeys keys() {
        return file == null ? fromEnvironment(System.getenv(VARIABLE)) : read(FileErrors.path(file));
    }

    private static ChainKeys fromEnvironment(@Nullable String text) {
        return text == null || text.isBlank() ? ChainKeys.NONE : parse("the environment variable " + VARIABLE, text);
    }

    private static ChainKeys read(Path path) {
        FileErrors.requireReadable(path);
        try {
            return parse(path.toString(), Files.readString(path));
        } catch (MalformedInputException e) {
            throw FileErrors.cannotRead(path, "it is no text in UTF-8");
        } catch (IOException e) {
            throw FileErrors.cannotRead(path, FileErrors.reason(e));
        }
    }

    private static ChainKeys parse(String where, String text) {
        try {
            return ChainKeys.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserMistakeException(UserMistakeException.UNUSABLE, where + ": " + e.getMessage());
        }
    }
}
