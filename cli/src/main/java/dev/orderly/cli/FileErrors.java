package dev.orderly.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in a few words why a file cannot be used. */
final class FileErrors {

    private FileErrors() {}

    /** The path that a user wrote. */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw unusable("\"" + text + "\" cannot be the name of a file: " + e.getReason());
        }
    }

    /** Makes sure that a file can be read, before any work is done. */
    static void requireReadable(Path file) {
        if (Files.isDirectory(file)) {
            throw cannotRead(file, "it is a folder, not a file");
        }
        if (!Files.exists(file)) {
            throw cannotRead(file, "there is no such file");
        }
        if (!Files.isReadable(file)) {
            throw cannotRead(file, "permission denied");
        }
    }

    /** Makes sure that a file can probably be written, before any work is done. */
    static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw cannotWrite(file, "it is a folder, not a file");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw cannotWrite(file, "there is no folder " + folder);
        }
        if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(folder)) {
            throw cannotWrite(file, "permission denied");
        }
    }

    static UserMistakeException cannotRead(Path file, String why) {
        return unusable(file + " cannot be read: " + why);
    }

    static UserMistakeException cannotWrite(Path file, String why) {
        return unusable(file + " cannot be written: " + why);
    }

    /** Why a file could not be read or written. */
    static String reason(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        return cause == null ? String.valueOf(failure.getMessage()) : String.valueOf(cause.getMessage());
    }

    private static UserMistakeException unusable(String message) {
        return new UserMistakeException(UserMistakeException.UNUSABLE, message);
    }
}
