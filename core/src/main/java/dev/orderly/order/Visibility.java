package dev.orderly.order;

/** Who may see a comment and its attachments. */
public enum Visibility {
    /** Everyone who may see the order. */
    EVERYONE,
    /** Everyone but the customer. */
    STAFF
}
