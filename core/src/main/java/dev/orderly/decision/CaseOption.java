package dev.orderly.decision;

import dev.orderly.workflow.CaseType;

/**
 * A way in which an actor can, or cannot, open a case on an order now.
 *
 * @param type the kind of case
 * @param action the event that opens it, with the data that it needs or what speaks against it
 */
public record CaseOption(CaseType type, Action action) {}
