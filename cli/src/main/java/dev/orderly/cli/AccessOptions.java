package dev.orderly.cli;

import dev.orderly.http.access.ApiKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files by which the server knows people, and its own tickets. */
final class AccessOptions {

    private static final int SECRET_BYTES = 32;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Let those who have a key use the API: a file of lines that orderly key makes. Without keys"
                    + " there is only the lookup by order number and e-mail address.")
    private @Nullable String keys;

    @Option(
            names = "--secret",
            paramLabel = "FILE",
            description = "Sign the forms of the status page by this file of at least 32 random bytes, so that they are"
                    + " good after a restart and on every node that has it. It is made if it is not there.")
    private @Nullable String secret;

    boolean hasKeys() {
        return keys != null;
    }

    @Nullable
    String keysFile() {
        return keys;
    }

    /** The keys; empty without a keys file. */
    Optional<ApiKeys> keys() {
        if (keys == null) {
            return Optional.empty();
        }
        Path file = FileErrors.path(keys);
        FileErrors.requireReadable(file);
        try {
            return Optional.of(ApiKeys.read(file));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UserMistakeException(UserMistakeException.UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    /** The secret; empty if this process is to make one of its own. */
    Optional<byte[]> secret() {
        if (secret == null) {
            return Optional.empty();
        }
        Path file = FileErrors.path(secret);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            FileErrors.requireReadable(file);
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw FileErrors.cannotRead(file, FileErrors.reason(e));
        }
    }

    /** Makes the file with the secret. With this secret, a client can act for every customer. */
    private static void make(Path file) throws IOException {
        FileErrors.requireWritable(file);
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        OwnerOnlyFile.write(file, bytes);
    }
}
