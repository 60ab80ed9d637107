package dev.orderly.order;

import java.util.Set;

/**
 * An activity as a store keeps it.
 *
 * @param activity what happened
 * @param hash the SHA-256 of the activity and of the hash before it, in lower-case hexadecimal
 * @param seal what lets the activity's personal parts be erased while the hash stays
 */
public record RecordedActivity(Activity activity, String hash, Seal seal) {

    /** An activity that follows the one with the given hash. */
    public static RecordedActivity after(String previousHash, Activity activity, Seal seal) {
        return new RecordedActivity(activity, Chain.next(previousHash, activity, seal), seal);
    }

    /** Tells whether the hash is that of the activity after the one with the given hash. */
    boolean follows(String previousHash) {
        return Chain.next(previousHash, activity, seal).equals(hash);
    }

    /**
     * The same without what tells about the customer: e-mail address, name and id, comments, attachments, and the values of
     * some fields. The hash stays, and goes on proving the rest.
     */
    public RecordedActivity forgettingCustomer(Set<String> fields) {
        Set<String> gone = PersonalParts.toErase(activity, fields);
        if (gone.isEmpty()) {
            return this;
        }
        return new RecordedActivity(
                PersonalParts.without(activity, gone), hash, seal.without(gone, PersonalParts.of(activity)));
    }
}
