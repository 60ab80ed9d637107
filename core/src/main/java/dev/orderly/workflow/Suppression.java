package dev.orderly.workflow;

/**
 * A problem that the checker does not report, because the author of a workflow means it to stay.
 *
 * @param code the checker's code for the problem
 * @param because the author's reason, never blank
 */
public record Suppression(String code, String because) {

    public Suppression {
        if (because.isBlank()) {
            throw new IllegalArgumentException("the suppression of " + code + " needs its reason");
        }
    }
}
