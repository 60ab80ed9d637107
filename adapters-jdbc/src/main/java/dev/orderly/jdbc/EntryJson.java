package dev.orderly.jdbc;

import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.ErasureEntry;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Placement;
import dev.orderly.order.TransitionEntry;
import dev.orderly.order.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The content of an entry as JSON: what has no column of its own, and all that may be personal besides the actor's id. */
final class EntryJson {

    private static final Activity.Visitor<Optional<String>> CONTENT = new Content();

    private EntryJson() {}

    /** The text of an entry; null where it has no content. */
    static @Nullable String of(Activity activity) {
        return activity.accept(CONTENT).orElse(null);
    }

    private static final class Content implements Activity.Visitor<Optional<String>> {

        @Override
        public Optional<String> transition(TransitionEntry entry) {
            ObjectNode json = Json.object();
            if (!entry.data().isEmpty()) {
                json.set("data", Json.data(entry.data()));
            }
            Json.put(json, "comment", entry.comment());
            Placement placement = entry.placement();
            if (placement != null) {
                json.set("placement", new PlacementJson(placement.customer(), placement.lines()).json());
            }
            if (!entry.items().isEmpty()) {
                ItemsJson.write(json.putArray("items"), entry.items());
            }
            if (entry.parcel()) {
                json.put("parcel", true);
            }
            return json.isEmpty() ? Optional.empty() : Optional.of(Json.text(json));
        }

        @Override
        public Optional<String> comment(Comment comment) {
            ObjectNode json = Json.object();
            json.put("text", comment.text());
            if (!comment.attachments().isEmpty()) {
                write(json.putArray("attachments"), comment.attachments());
            }
            return Optional.of(Json.text(json));
        }

        @Override
        public Optional<String> notificationPreference(NotificationPreference preference) {
            return Optional.empty();
        }

        @Override
        public Optional<String> migration(Migration migration) {
            return Optional.empty();
        }

        @Override
        public Optional<String> erasure(ErasureEntry erasure) {
            ObjectNode json = Json.object();
            erasure.fields().forEach(json.putArray("fields")::add);
            return Optional.of(Json.text(json));
        }
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

    static ErasureEntry erasure(JsonNode json, long sequence, Actor actor, Instant at) {
        List<String> fields = new ArrayList<>();
        json.required("fields").forEach(field -> fields.add(field.stringValue()));
        return ErasureEntry.of(sequence, actor, at, fields);
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
