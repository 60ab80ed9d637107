package dev.orderly.decision;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.Transition;

/**
 * A request that the workflow allows.
 *
 * @param transition the transition that it takes
 * @param to the status that this leads to
 * @param data the request's data, canonical
 */
public record Allowed(Transition transition, String to, Data data) implements Verdict {}
