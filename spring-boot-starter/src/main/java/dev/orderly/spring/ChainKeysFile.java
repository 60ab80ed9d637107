package dev.orderly.spring;

import dev.orderly.order.ChainKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The keys of the hash chain in a file. */
final class ChainKeysFile {

    private ChainKeysFile() {}

    static ChainKeys read(Path file) {
        try {
            return ChainKeys.parse(Files.readString(file));
        } catch (IOException e) {
            throw new SettingException(
                    "The file of orderly.chain-keys-file, " + file + ", cannot be read.",
                    "Give the application a text file in UTF-8 that it may read. Without it, entries could be written"
                            + " that do not verify.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    "The file of orderly.chain-keys-file, " + file + ", cannot be used: " + e.getMessage() + ".",
                    "Write a line for each key, the oldest first: an id, 32 random bytes in Base64, and, for all but the"
                            + " first key of a new shop, since and a time, such as 2026-12-01T06:00:00Z.");
        }
    }
}
