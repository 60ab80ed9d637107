package dev.orderly.order;

/** Who may see a comment and its attachments. */
public enum Visibility {
    /** Everyone who may see the order. */
    EVERYONE("everyone"),
    /** Everyone but the customer. */
    STAFF("staff");

    private final String code;

    Visibility(String code) {
        this.code = code;
    }

    /** The word for it in stored data and in hashed bytes. */
    public String code() {
        return code;
    }
}
