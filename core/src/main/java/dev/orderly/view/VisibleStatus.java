package dev.orderly.view;

/**
 * A status as a role sees it: the status itself, or the coarser one that stands in its place.
 *
 * @param name its code
 * @param label what people call it
 * @param note what it means for the customer; empty if the workflow does not say
 */
public record VisibleStatus(String name, String label, String note) {}
