package dev.orderly.jdbc;

import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.Placement;
import dev.orderly.order.TransitionEntry;
import dev.orderly.order.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What people told and said with an entry, as JSON: all that can be personal, and so can be erased. */
final class EntryJson {

    private EntryJson() {}

    /** The text of an activity; null where nothing was told. */
    static @Nullable String of(Activity activity) {
        if (activity instanceof TransitionEntry move) {
            return of(move);
        }
        return activity instanceof Comment comment ? of(comment) : null;
    }

    private static @Nullable String of(TransitionEntry move) {
        ObjectNode json = Json.object();
        if (!move.data().isEmpty()) {
            json.set("data", Json.data(move.data()));
        }
        Json.put(json, "comment", move.comment());
        Placement placement = move.placement();
        if (placement != null) {
            json.set("placement", new PlacementJson(placement.customer(), placement.lines()).json());
        }
        return json.isEmpty() ? null : Json.text(json);
    }

    private static String of(Comment comment) {
        ObjectNode json = Json.object();
        json.put("text", comment.text());
        if (!comment.attachments().isEmpty()) {
            write(json.putArray("attachments"), comment.attachments());
        }
        return Json.text(json);
    }

    private static void write(ArrayNode target, List<Attachment> attachments) {
        for (Attachment attachment : attachments) {
            ObjectNode item = target.addObject();
            item.put("name", attachment.name());
            item.put("type", attachment.mediaType());
            item.put("size", attachment.size());
            item.put("sha256", attachment.sha256());
        }
    }

    static Comment comment(
            JsonNode json, long sequence, Actor actor, Instant at, Visibility visibility, @Nullable String requestId) {
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode item : json.path("attachments")) {
            attachments.add(new Attachment(
                    Json.requiredText(item, "name"),
                    Json.requiredText(item, "type"),
                    item.required("size").longValue(),
                    Json.requiredText(item, "sha256")));
        }
        return Comment.builder(sequence, actor, at, Json.requiredText(json, "text"))
                .visibility(visibility)
                .attachments(attachments)
                .requestId(requestId)
                .build();
    }
}
