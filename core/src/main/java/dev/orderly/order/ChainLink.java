package dev.orderly.order;

/** How the hash of an entry stands to the entry before it. */
public enum ChainLink {
    /** The entry is as it was written. */
    SOUND,
    /** The entry was changed after it was written, or the one before it was. */
    BROKEN,
    /** The hash is right, but made without the key that entries have since some time, or with an older one. */
    KEYLESS,
    /** The hash is made with a key that is not known, so that nothing can be said. */
    UNCHECKED;

    /** A sentence about an entry with such a hash, without its subject, the order. */
    public String problem(HistoryEntry entry) {
        String which = "entry " + entry.activity().sequence();
        return switch (this) {
            case SOUND -> which + " is as it was written";
            case BROKEN -> which + " was changed after it was written, or the one before it was";
            case KEYLESS -> which + " was written without the chain key that entries had then";
            case UNCHECKED ->
                which + " cannot be checked: its hash is made with the key "
                        + HashChain.keyId(entry.hash()).orElse("") + ", which is not given";
        };
    }
}
