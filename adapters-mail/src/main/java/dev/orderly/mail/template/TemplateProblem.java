package dev.orderly.mail.template;

/**
 * Something that is wrong with a template.
 *
 * @param file where it comes from, such as the path of its file
 * @param line the line, from 1
 * @param message what is wrong, and what to do
 */
public record TemplateProblem(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
