package dev.orderly.order;

import dev.orderly.workflow.OrderlyException;

/**
 * Nothing was written: the latest entry of an order has a hash that is made with a key which this program does not have, and
 * an entry behind it without that key, or a newer one, would not verify.
 */
public final class MissingChainKeyException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    private final String number;
    private final String keyId;

    /** An exception for the order of a number, and the id of the key. */
    public MissingChainKeyException(String number, String keyId) {
        super("order " + number + " cannot move on here: its latest entry is made with the chain key " + keyId
                + ", which this program does not have: give it the chain keys of the other programs that write to the"
                + " same store");
        this.number = number;
        this.keyId = keyId;
    }

    /** The order's number. */
    public String number() {
        return number;
    }

    /** The id of the key. */
    public String keyId() {
        return keyId;
    }
}
