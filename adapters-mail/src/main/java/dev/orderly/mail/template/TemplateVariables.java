package dev.orderly.mail.template;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The variables that a template can use.
 *
 * @param variables the variables by name
 */
record TemplateVariables(Map<String, Variable> variables) {

    /** The kinds of values of variables. */
    enum Holds {
        /** A line or more of text; as a section, whether there is any. */
        TEXT,
        /** Yes or no, for sections. */
        FLAG,
        /** Several things, for sections. */
        LIST,
        /** Several variables; as a section, whether there are any. */
        GROUP,
        /** Texts of any name. */
        OPEN,
        /** HTML that is ready, for three braces. */
        HTML
    }

    /**
     * A variable.
     *
     * @param type the kind of its value
     * @param inner the variables in it, for lists and groups
     */
    record Variable(Holds type, TemplateVariables inner) {}

    static final TemplateVariables NOTHING = new TemplateVariables(Map.of());

    private static final TemplateVariables LINE =
            texts("title", "quantity", "sku", "price", "each", "total", "availableFrom", "imageUrl", "productUrl");
    private static final TemplateVariables MOVED = texts("title", "quantity", "sku");
    private static final TemplateVariables PARCEL = texts("carrier", "trackingNumber", "link");
    private static final TemplateVariables ATTACHMENT = texts("file");
    private static final TemplateVariables CASE = texts("label", "number", "event", "status", "note");

    /** The variables of contents. */
    static final TemplateVariables CONTENT = texts(
                    "number",
                    "shop",
                    "name",
                    "status",
                    "note",
                    "event",
                    "comment",
                    "author",
                    "placed",
                    "due",
                    "statusPage",
                    "review",
                    "quoted",
                    "total")
            .and("toCustomer", Holds.FLAG, NOTHING)
            .and("hasLines", Holds.FLAG, NOTHING)
            .and("hasAttachments", Holds.FLAG, NOTHING)
            .and("lines", Holds.LIST, LINE)
            .and("hasMoved", Holds.FLAG, NOTHING)
            .and("moved", Holds.LIST, MOVED)
            .and("parcels", Holds.LIST, PARCEL)
            .and("attachments", Holds.LIST, ATTACHMENT)
            .and("case", Holds.GROUP, CASE)
            .and("data", Holds.OPEN, NOTHING)
            .and("deadlines", Holds.OPEN, NOTHING)
            .and("deadlineTimes", Holds.OPEN, NOTHING)
            .and("fields", Holds.OPEN, NOTHING);

    /** The variables of blocks: besides those of contents, the words of the language. */
    static final TemplateVariables BLOCK = CONTENT.and(
                    "words", Holds.GROUP, texts(LayoutTexts.KEYS.toArray(String[]::new)))
            .and("accent", Holds.TEXT, NOTHING);

    /** The variables of layouts. */
    static final TemplateVariables LAYOUT = BLOCK.and("language", Holds.TEXT, NOTHING)
            .and("subject", Holds.TEXT, NOTHING)
            .and("logo", Holds.TEXT, NOTHING)
            .and("mute", Holds.TEXT, NOTHING)
            .and("body", Holds.TEXT, NOTHING)
            .and("preview", Holds.TEXT, NOTHING)
            .and(
                    "parts",
                    Holds.LIST,
                    NOTHING.and("paragraph", Holds.HTML, NOTHING).and("block", Holds.HTML, NOTHING));

    private static TemplateVariables texts(String... names) {
        TemplateVariables all = NOTHING;
        for (String name : names) {
            all = all.and(name, Holds.TEXT, NOTHING);
        }
        return all;
    }

    private TemplateVariables and(String name, Holds type, TemplateVariables inner) {
        Map<String, Variable> more = new TreeMap<>(variables);
        more.put(name, new Variable(type, inner));
        return new TemplateVariables(Collections.unmodifiableMap(more));
    }
}
