package dev.orderly.http.live;

import dev.orderly.Orders;
import dev.orderly.http.access.Caller;
import dev.orderly.order.Activity;
import dev.orderly.order.Comment;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.Workflow;

/** Writes a change down for a caller: nothing that anybody wrote, and for customers no internal status or event. */
final class ChangeJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private ChangeJson() {}

    static String of(OrderChange change, Orders orders, Caller caller) {
        Order order = change.order();
        Activity entry = change.entry();
        boolean customer = caller.actor().role().equals(Workflow.CUSTOMER);
        StringBuilder json = new StringBuilder("{\"order\":");
        quote(json, order.number());
        json.append(",\"sequence\":").append(entry.sequence()).append(",\"kind\":");
        quote(json, kind(entry));
        if (entry instanceof TransitionEntry step) {
            if (!customer || step.actor().role().equals(Workflow.CUSTOMER)) {
                json.append(",\"event\":");
                quote(json, step.event());
            }
            if (step.caseRef() != null) {
                json.append(",\"case\":").append(step.caseRef().id());
            }
        }
        json.append(",\"status\":");
        quote(json, customer ? shown(orders.workflowOf(order), order.status()) : order.status());
        json.append(",\"at\":");
        quote(json, entry.at().toString());
        return json.append('}').toString();
    }

    private static String kind(Activity entry) {
        if (entry instanceof TransitionEntry) {
            return "step";
        }
        if (entry instanceof Comment) {
            return "comment";
        }
        if (entry instanceof NotificationPreference) {
            return "mute";
        }
        if (entry instanceof Migration) {
            return "migration";
        }
        throw new IllegalArgumentException("there is no other kind of activity");
    }

    private static String shown(Workflow workflow, String status) {
        return workflow.customerStatus(status).map(CustomerStatus::name).orElse(status);
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
