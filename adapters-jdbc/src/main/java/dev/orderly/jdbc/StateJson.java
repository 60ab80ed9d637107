package dev.orderly.jdbc;

import dev.orderly.order.CaseRef;
import dev.orderly.order.Deadline;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.Parcel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What changes with the steps of an order and has no column of its own, as JSON. */
final class StateJson {

    private StateJson() {}

    static String of(Order order) {
        ObjectNode json = Json.object();
        TrailLoader.write(json, order.trail());
        json.set("fields", Json.data(order.fields()));
        if (!order.parcels().isEmpty()) {
            write(json.putArray("parcels"), order.parcels());
        }
        if (!order.items().isEmpty()) {
            ItemsJson.write(json.putArray("items"), order.items());
        }
        if (!order.cases().isEmpty()) {
            ArrayNode cases = json.putArray("cases");
            order.cases().forEach(aCase -> write(cases.addObject(), aCase));
        }
        Deadline deadline = order.deadline();
        if (deadline != null) {
            write(json.putObject("deadline"), deadline);
        }
        if (order.overdueAt() != null) {
            json.set("overdueAt", Json.time(order.overdueAt()));
        }
        return Json.text(json);
    }

    private static void write(ArrayNode target, List<Parcel> parcels) {
        for (Parcel parcel : parcels) {
            ObjectNode item = target.addObject();
            Json.put(item, "carrier", parcel.carrier());
            item.put("number", parcel.trackingNumber());
            Json.put(item, "link", parcel.link());
            if (!parcel.contents().isEmpty()) {
                ItemsJson.write(item.putArray("contents"), parcel.contents());
            }
        }
    }

    private static void write(ObjectNode item, OrderCase aCase) {
        write(item, aCase.ref());
        item.put("status", aCase.status());
        item.set("since", Json.time(aCase.since()));
        item.put("open", aCase.open());
        if (aCase.isFlow()) {
            item.put("flow", true);
        }
        item.set("fields", Json.data(aCase.fields()));
        TrailLoader.write(item, aCase.trail());
    }

    private static void write(ObjectNode item, CaseRef ref) {
        item.put("id", ref.id());
        item.put("type", ref.type());
    }

    private static void write(ObjectNode item, Deadline deadline) {
        item.set("at", Json.time(deadline.at()));
        item.put("event", deadline.event());
        if (deadline.caseRef() != null) {
            write(item.putObject("case"), deadline.caseRef());
        }
    }

    static List<Parcel> parcels(JsonNode json) {
        List<Parcel> parcels = new ArrayList<>();
        for (JsonNode item : json.path("parcels")) {
            parcels.add(Parcel.of(Json.requiredText(item, "number"))
                    .withCarrier(Json.textOf(item, "carrier"))
                    .withLink(Json.textOf(item, "link"))
                    .withContents(ItemsJson.contents(item.path("contents"))));
        }
        return parcels;
    }

    static List<OrderCase> cases(JsonNode json, String number, long sequence, TrailLoader trails) {
        List<OrderCase> cases = new ArrayList<>();
        for (JsonNode item : json.path("cases")) {
            CaseRef ref = ref(item);
            String status = Json.requiredText(item, "status");
            cases.add(OrderCase.of(ref, number, trails.read(item, status, number, sequence, ref))
                    .withSince(Json.instant(item.required("since")))
                    .withFields(Json.data(item.required("fields")))
                    .withOpen(item.required("open").booleanValue())
                    .withFlow(item.has("flow")));
        }
        return cases;
    }

    static @Nullable Deadline deadline(JsonNode json) {
        JsonNode item = json.get("deadline");
        if (item == null) {
            return null;
        }
        JsonNode about = item.get("case");
        return new Deadline(
                Json.instant(item.required("at")), Json.requiredText(item, "event"), about == null ? null : ref(about));
    }

    private static CaseRef ref(JsonNode item) {
        return new CaseRef(item.required("id").intValue(), Json.requiredText(item, "type"));
    }
}
