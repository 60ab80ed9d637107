package dev.orderly.http.live;

import dev.orderly.order.CaseRef;
import dev.orderly.view.VisibleEntry;
import dev.orderly.view.VisibleOrder;

/** Writes an entry that a caller may see as the data of an event: no text that people wrote. */
final class ChangeJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private ChangeJson() {}

    /**
     * The JSON of an entry.
     *
     * @param order the order after the entry
     */
    static String of(VisibleOrder order, VisibleEntry entry) {
        StringBuilder json = new StringBuilder("{\"order\":");
        quote(json, order.number());
        json.append(",\"sequence\":").append(entry.sequence()).append(",\"type\":");
        quote(json, entry.kind().code());
        String event = entry.event();
        if (event != null) {
            json.append(",\"event\":");
            quote(json, event);
        }
        CaseRef caseRef = entry.caseRef();
        if (caseRef != null) {
            json.append(",\"caseId\":").append(caseRef.id());
        }
        if (caseRef != null
                && order.flows().stream().anyMatch(flow -> flow.ref().equals(caseRef))) {
            json.append(",\"flow\":");
            quote(json, caseRef.type());
        }
        json.append(",\"status\":");
        quote(json, order.status().name());
        json.append(",\"at\":");
        quote(json, entry.at().toString());
        return json.append('}').toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
