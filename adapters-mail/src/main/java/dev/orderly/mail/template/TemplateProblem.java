package dev.orderly.mail.template;

/**
 * A problem of a template.
 *
 * @param file the template's origin, such as the path of its file
 * @param line the line, from 1
 * @param message the problem, and what to do
 */
public record TemplateProblem(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
