package dev.orderly.check;

import java.util.Locale;

/**
 * A problem that the checker found in a workflow.
 *
 * @param severity whether it stops the workflow from running
 * @param code the kind of problem: a stable word, one of those that the reference of workflow files lists
 * @param message what is wrong, with which part, and what to do about it
 * @param path the path to the part, as in a workflow file: names and positions from the top, separated by
 *     slashes, such as {@code transitions/3/when/delivery}; empty for the whole
 */
public record Problem(Severity severity, String code, String message, String path) {

    /** Whether a problem stops a workflow from running. */
    public enum Severity {
        /** Nothing runs on a workflow that has one. */
        ERROR,
        /** The workflow runs, though perhaps not as its author thinks. */
        WARNING;

        /** The severity's word in messages. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The problem in one line. */
    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + severity + ": " + code + ": " + message;
    }
}
