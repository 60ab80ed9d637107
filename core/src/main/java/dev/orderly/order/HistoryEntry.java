package dev.orderly.order;

import java.time.Instant;
import java.util.Set;

/**
 * An activity with its place in the hash chain, as a store keeps it.
 *
 * @param activity what happened
 * @param hash the {@linkplain HashChain#next hash} of the activity and of the hash before it
 * @param redaction what lets the activity's personal parts be erased while the hash stays
 */
public record HistoryEntry(Activity activity, String hash, Redaction redaction) {

    /** The entry of an activity that follows the one with the given hash, without a key. */
    public static HistoryEntry of(String previousHash, Activity activity, Redaction redaction) {
        return new HistoryEntry(activity, HashChain.next(previousHash, activity, redaction), redaction);
    }

    /**
     * The entry of an activity that follows the one with the given hash, with the newest of some keys that is in use.
     *
     * @param now when it is written
     * @throws IllegalArgumentException if the given hash is made with a key that is not one of these
     */
    public static HistoryEntry of(
            String previousHash, Activity activity, Redaction redaction, ChainKeys keys, Instant now) {
        return new HistoryEntry(activity, HashChain.next(previousHash, activity, redaction, keys, now), redaction);
    }

    /**
     * This entry without the customer's e-mail address, name and id, without texts of comments, attachments, and the values
     * of the given fields. The hash stays, and still proves the rest.
     */
    public HistoryEntry withoutPersonalData(Set<String> fields) {
        Set<String> gone = PersonalParts.toErase(activity, fields);
        if (gone.isEmpty()) {
            return this;
        }
        return new HistoryEntry(
                PersonalParts.without(activity, gone), hash, redaction.without(gone, PersonalParts.of(activity)));
    }
}
