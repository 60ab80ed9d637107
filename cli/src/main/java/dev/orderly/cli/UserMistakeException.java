package dev.orderly.cli;

/** Something that the user can put right; the message says what it is and what to do, and no trace is shown. */
final class UserMistakeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What was given does not do: a workflow with errors, a log with a broken row. */
    static final int WRONG = 1;

    /** The command cannot be run as it stands: a wrong option, a file that cannot be read or written. */
    static final int UNUSABLE = 2;

    private final int exitCode;

    UserMistakeException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
