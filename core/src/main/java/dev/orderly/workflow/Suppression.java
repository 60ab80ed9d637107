package dev.orderly.workflow;

/**
 * A problem that the author of a workflow knows of and wants to keep.
 *
 * @param code the checker's code for the problem
 * @param because the author's reason, never blank
 */
public record Suppression(String code, String because) {

    public Suppression {
        if (because.isBlank()) {
            throw new IllegalArgumentException("an allowance for " + code + " needs its reason");
        }
    }
}
