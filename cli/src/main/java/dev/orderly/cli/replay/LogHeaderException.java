package dev.orderly.cli.replay;

/** The header of a log does not say which column is which, so that no row can be read. */
public final class LogHeaderException extends Exception {

    LogHeaderException(String file, String problem) {
        super(file + ":1: " + problem);
    }
}
