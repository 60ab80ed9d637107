package dev.orderly.http.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an order's history.
 *
 * @param sequence its place in the history
 * @param type {@code transition}, {@code comment}, {@code notification-preference}, {@code migration} or
 *     {@code erasure}; it decides which properties are there
 * @param at when it happened
 * @param actor who did it
 * @param event of a transition, the event; customers read it of their own transitions only
 * @param label of a transition, the label of the event
 * @param caseId of a transition, the case that moved; left out where the order itself did
 * @param flow of a transition of a flow, the flow's name; {@code flow.event} is how its event is asked for
 * @param from of a transition or migration, the status before
 * @param to of a transition or migration, the status after
 * @param data of a transition, the data that came with it; customers read those of their own transitions and of those
 *     that notify them
 * @param items of a transition, the units that it moved; left out where it moved none
 * @param text of a comment, its text; of a transition, the remark that came with it
 * @param internal of a comment, whether it is kept from the customer
 * @param attachments of a comment, the files that came with it
 * @param muted of a notification preference, whether notifications went off
 * @param version of a migration, the workflow's version after it
 * @param erasedFields of an erasure of personal data, the fields whose values were erased
 */
public record HistoryEntryBody(
        long sequence,
        String type,
        Instant at,
        ActorBody actor,
        @Nullable String event,
        @Nullable String label,
        @Nullable Integer caseId,
        @Nullable String flow,
        OrderBody.@Nullable StatusBody from,
        OrderBody.@Nullable StatusBody to,
        @Nullable Map<String, Object> data,
        @Nullable List<MovedItemsBody> items,
        @Nullable String text,
        @Nullable Boolean internal,
        @Nullable List<AttachmentBody> attachments,
        @Nullable Boolean muted,
        @Nullable Integer version,
        @Nullable List<String> erasedFields) {

    /**
     * An actor.
     *
     * @param role the role
     * @param id the id within the role; customers do not read it
     */
    public record ActorBody(String role, @Nullable String id) {}

    /**
     * Units of one line that moved.
     *
     * @param line the id of the line
     * @param from the item status before
     * @param to the item status after
     * @param quantity how many
     */
    public record MovedItemsBody(
            String line, OrderBody.ItemStatusBody from, OrderBody.ItemStatusBody to, int quantity) {}

    /**
     * A file that came with a comment.
     *
     * @param name its name
     * @param mediaType its media type, as the sender declared it
     * @param size its length in bytes
     * @param sha256 by which it is fetched
     */
    public record AttachmentBody(String name, String mediaType, long size, String sha256) {}
}
