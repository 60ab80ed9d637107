package dev.orderly.webhook;

import dev.orderly.notification.Notification;
import dev.orderly.order.Activity;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Comment;
import dev.orderly.order.ErasureEntry;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.Data;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** An event in the JSON format of CloudEvents 1.0, to be sent in structured mode. */
final class CloudEvent {

    static final String MEDIA_TYPE = "application/cloudevents+json";

    /** What needs no percent sign in an id. */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-_";

    private static final JsonMapper JSON = new JsonMapper();

    private final String id;
    private final byte[] json;

    private CloudEvent(String id, byte[] json) {
        this.id = id;
        this.json = json;
    }

    /** Names the event among those of its source: visible ASCII without a full stop, as a signature needs it. */
    String id() {
        return id;
    }

    /** The event with all its attributes; not copied. */
    byte[] json() {
        return json;
    }

    /** The event of a notification, without the customer's data but for the fields that are named. */
    static CloudEvent of(Notification notification, String source, Set<String> fields) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("order", notification.order().number());
        data.put("workflow", notification.order().workflow());
        data.put("version", notification.order().version());
        data.put("status", notification.order().status());
        data.put("done", notification.order().done());
        data.put("sequence", notification.activity().sequence());
        data.put("recipient", notification.message().to());
        data.put("by", notification.activity().actor().role());
        String kind = notification.activity().accept(new Description(data));
        data.put("fields", values(notification.order().fields(), fields));
        Map<String, Object> event = attributes(id(notification.id()), source, "dev.orderly." + kind);
        event.put("subject", notification.order().number());
        event.put("time", notification.activity().at().toString());
        return finished(event, data);
    }

    /** A text message that the receiver is to pass on. */
    static CloudEvent ofText(String id, String source, String phone, String text) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("phone", phone);
        data.put("text", text);
        return finished(attributes(id(id), source, "dev.orderly.sms"), data);
    }

    private static Map<String, String> values(Data data, Set<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            Object value = data.get(name);
            if (value != null) {
                values.put(name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
            }
        }
        return values;
    }

    /** Adds what an event of its kind has, and gives the rest of its type. */
    private static final class Description implements Activity.Visitor<String> {

        private final Map<String, Object> data;

        Description(Map<String, Object> data) {
            this.data = data;
        }

        @Override
        public String transition(TransitionEntry entry) {
            CaseRef about = entry.caseRef();
            if (about != null) {
                data.put("case", about.id());
                data.put("caseType", about.type());
            }
            data.put("event", entry.event());
            if (entry.from() != null) {
                data.put("from", entry.from());
            }
            data.put("to", entry.to());
            return about == null ? "order.transition" : "case.transition";
        }

        @Override
        public String comment(Comment comment) {
            data.put("attachments", comment.attachments().size());
            return "order.comment";
        }

        @Override
        public String notificationPreference(NotificationPreference change) {
            data.put("muted", change.muted());
            return "order.notification-preference";
        }

        @Override
        public String migration(Migration migration) {
            data.put("fromVersion", migration.fromVersion());
            return "order.migration";
        }

        @Override
        public String erasure(ErasureEntry erasure) {
            data.put("erasedFields", erasure.fields());
            return "order.erasure";
        }
    }

    private static Map<String, Object> attributes(String id, String source, String type) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", type);
        return event;
    }

    private static CloudEvent finished(Map<String, Object> event, Map<String, Object> data) {
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return new CloudEvent(String.valueOf(event.get("id")), JSON.writeValueAsBytes(event));
    }

    /**
     * An id with all but letters, digits, slashes, hyphens and underscores in percent signs and two hexadecimal digits: an
     * order's number may have characters that no header can, and a full stop would let one signed text be read in two ways.
     */
    private static String id(String raw) {
        StringBuilder safe = new StringBuilder();
        for (byte b : raw.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            safe.append(PLAIN.indexOf(c) >= 0 ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return safe.toString();
    }
}
