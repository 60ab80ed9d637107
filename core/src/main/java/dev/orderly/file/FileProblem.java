package dev.orderly.file;

import dev.orderly.check.Problem;
import java.util.Locale;

/**
 * A problem in a workflow file.
 *
 * @param file the file's name, as it was given
 * @param line the line, from 1
 * @param column the column, from 1
 * @param severity whether it stops the workflow
 * @param code what kind of problem it is
 * @param message what is wrong, with what, and what to do
 */
public record FileProblem(String file, int line, int column, Problem.Severity severity, String code, String message) {

    /** The problem as {@code file:line:column: severity: code: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + code + ": "
                + message;
    }
}
