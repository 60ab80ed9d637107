package dev.orderly.order;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.MovedItems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published entries of {@code hash-chain-vectors.json}, with the bytes and hashes that they must have. */
final class HashChainVectors {

    static final String FOLDER = "/dev/orderly/order/hash-chain/";

    private static final JsonNode FILE = read();

    private HashChainVectors() {}

    /**
     * An entry of the file.
     *
     * @param name what it shows
     * @param previous the hash before it
     * @param entry the activity, with the hash and the redaction that the file gives
     * @param bytes the bytes to hash, in hexadecimal
     */
    record Vector(String name, String previous, HistoryEntry entry, String bytes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static String format() {
        return FILE.required("format").stringValue();
    }

    /** The entries of one order, earliest first. */
    static List<Vector> chain() {
        return vectors("chain");
    }

    /** Some of these entries, without their personal parts. */
    static List<Vector> erased() {
        return vectors("erased");
    }

    /** The keys of the file, each from the time of the first entry on that is made with it. */
    static ChainKeys keys() {
        List<ChainKey> keys = new ArrayList<>();
        for (JsonNode key : FILE.required("keys")) {
            String id = text(key, "id");
            Instant since = keyed().stream()
                    .filter(vector -> vector.entry().hash().startsWith("hmac:" + id + ":"))
                    .findFirst()
                    .orElseThrow()
                    .entry()
                    .activity()
                    .at();
            keys.add(ChainKey.of(id, HexFormat.of().parseHex(text(key, "secret")))
                    .withSince(since));
        }
        return ChainKeys.of(keys.toArray(ChainKey[]::new));
    }

    /** The entries of {@link #chain} once more, the later ones with keys. */
    static List<Vector> keyed() {
        List<Vector> vectors = new ArrayList<>();
        for (JsonNode vector : FILE.required("keyed")) {
            HistoryEntry whole =
                    chain().get(vector.required("sequence").intValue() - 1).entry();
            vectors.add(new Vector(
                    text(vector, "name"),
                    text(vector, "previous"),
                    new HistoryEntry(whole.activity(), text(vector, "hash"), whole.redaction()),
                    text(vector, "bytes")));
        }
        return vectors;
    }

    /** The words for types of values that stand in the file. */
    static Set<String> valueTypes() {
        Set<String> types = new TreeSet<>();
        for (JsonNode vector : FILE.required("chain")) {
            for (JsonNode value : vector.required("entry").path("data")) {
                types.add(text(value, "type"));
            }
        }
        return types;
    }

    private static JsonNode read() {
        try (InputStream in = HashChainVectors.class.getResourceAsStream(FOLDER + "hash-chain-vectors.json")) {
            if (in == null) {
                throw new IllegalStateException("the tests' resources lack the vectors");
            }
            return JsonMapper.builder().build().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Vector> vectors(String list) {
        List<Vector> vectors = new ArrayList<>();
        for (JsonNode vector : FILE.required(list)) {
            JsonNode redaction = vector.required("redaction");
            vectors.add(new Vector(
                    text(vector, "name"),
                    text(vector, "previous"),
                    new HistoryEntry(
                            activity(vector.required("entry")),
                            text(vector, "hash"),
                            new Redaction(
                                    optional(redaction, "salt"),
                                    texts(redaction.required("salts")),
                                    texts(redaction.required("erased")))),
                    text(vector, "bytes")));
        }
        return vectors;
    }

    private static Activity activity(JsonNode entry) {
        long sequence = entry.required("sequence").longValue();
        JsonNode who = entry.required("actor");
        Actor actor = new Actor(text(who, "role"), optional(who, "id"));
        Instant at = time(entry.required("at"));
        String requestId = optional(entry, "requestId");
        return switch (ActivityKind.of(text(entry, "kind")).orElseThrow()) {
            case TRANSITION ->
                TransitionEntry.builder(sequence, actor, at, text(entry, "event"), text(entry, "to"))
                        .caseRef(caseRef(entry.required("case")))
                        .from(optional(entry, "from"))
                        .data(data(entry.required("data")))
                        .comment(optional(entry, "comment"))
                        .requestId(requestId)
                        .placement(placement(entry.required("placement")))
                        .items(items(entry.required("items")))
                        .parcel(entry.required("parcel").booleanValue())
                        .build();
            case COMMENT ->
                Comment.builder(sequence, actor, at, text(entry, "text"))
                        .visibility(Visibility.valueOf(text(entry, "visibility").toUpperCase(Locale.ROOT)))
                        .attachments(attachments(entry.required("attachments")))
                        .requestId(requestId)
                        .build();
            case NOTIFICATION_PREFERENCE ->
                NotificationPreference.of(
                                sequence, actor, at, entry.required("muted").booleanValue())
                        .withRequestId(requestId);
            case MIGRATION ->
                Migration.builder(
                                sequence,
                                actor,
                                at,
                                entry.required("fromVersion").intValue(),
                                entry.required("toVersion").intValue(),
                                text(entry, "from"),
                                text(entry, "to"))
                        .requestId(requestId)
                        .build();
            case ERASURE -> {
                List<String> fields = new ArrayList<>();
                entry.required("fields").forEach(field -> fields.add(field.stringValue()));
                yield ErasureEntry.of(sequence, actor, at, fields);
            }
        };
    }

    private static List<MovedItems> items(JsonNode json) {
        List<MovedItems> items = new ArrayList<>();
        for (JsonNode moved : json) {
            items.add(new MovedItems(
                    text(moved, "line"),
                    text(moved, "from"),
                    text(moved, "to"),
                    moved.required("quantity").intValue()));
        }
        return items;
    }

    private static @Nullable CaseRef caseRef(JsonNode json) {
        return json.isNull() ? null : new CaseRef(json.required("id").intValue(), text(json, "type"));
    }

    private static @Nullable Placement placement(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : json.required("lines")) {
            String from = optional(line, "availableFrom");
            lines.add(Line.of(
                            text(line, "sku"),
                            text(line, "title"),
                            line.required("quantity").intValue())
                    .withId(text(line, "id"))
                    .withPrice(line.required("price").isNull() ? null : money(line.required("price")))
                    .withAvailableFrom(from == null ? null : LocalDate.parse(from))
                    .withImageUrl(optional(line, "imageUrl"))
                    .withProductUrl(optional(line, "productUrl")));
        }
        JsonNode customer = json.required("customer");
        return Placement.of(
                        text(json, "number"),
                        text(json, "workflow"),
                        json.required("version").intValue())
                .withCustomer(Customer.UNKNOWN
                        .withEmail(optional(customer, "email"))
                        .withName(optional(customer, "name"))
                        .withLanguage(optional(customer, "language")))
                .withLines(lines);
    }

    private static List<Attachment> attachments(JsonNode json) {
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode file : json) {
            attachments.add(new Attachment(
                    text(file, "name"),
                    text(file, "mediaType"),
                    file.required("size").longValue(),
                    text(file, "sha256")));
        }
        return attachments;
    }

    private static Data data(JsonNode json) {
        Map<String, Object> values = new TreeMap<>();
        json.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
        return Data.of(values);
    }

    private static Object value(JsonNode json) {
        String type = text(json, "type");
        return switch (type) {
            case "text" -> text(json, "value");
            case "number" -> new BigDecimal(text(json, "value"));
            case "yes-no" -> json.required("value").booleanValue();
            case "date" -> LocalDate.parse(text(json, "value"));
            case "instant" -> time(json);
            case "money" -> money(json);
            default -> throw new IllegalArgumentException("unknown type of value: " + type);
        };
    }

    private static Money money(JsonNode json) {
        return new Money(new BigDecimal(text(json, "amount")), Currency.getInstance(text(json, "currency")));
    }

    private static Instant time(JsonNode json) {
        return Instant.ofEpochSecond(
                json.required("seconds").longValue(), json.required("nanos").longValue());
    }

    private static SortedMap<String, String> texts(JsonNode json) {
        SortedMap<String, String> texts = new TreeMap<>();
        json.properties().forEach(e -> texts.put(e.getKey(), e.getValue().stringValue()));
        return texts;
    }

    private static String text(JsonNode json, String name) {
        return json.required(name).stringValue();
    }

    private static @Nullable String optional(JsonNode json, String name) {
        JsonNode value = json.required(name);
        return value.isNull() ? null : value.stringValue();
    }
}
