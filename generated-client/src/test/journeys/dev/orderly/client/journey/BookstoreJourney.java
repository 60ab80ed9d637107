package dev.orderly.client.journey;

import dev.orderly.client.Journey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openapitools.client.ApiException;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.model.Action;
import org.openapitools.client.model.Customer;
import org.openapitools.client.model.HistoryEntry;
import org.openapitools.client.model.Lookup;
import org.openapitools.client.model.LookupRequest;
import org.openapitools.client.model.Mute;
import org.openapitools.client.model.NewComment;
import org.openapitools.client.model.NewEvent;
import org.openapitools.client.model.NewLine;
import org.openapitools.client.model.NewOrder;
import org.openapitools.client.model.Order;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.Workflow;

/** A prepaid book: refused too early, paid, talked about, packed, sent, delivered. */
public final class BookstoreJourney implements Journey {

    private static final String NUMBER = "2026/118";
    private static final String EMAIL = "ijon.tichy@example.com";

    private final List<String> seen = new ArrayList<>();

    @Override
    public List<String> travel(String address, Map<String, String> keys) throws Exception {
        ShopClient shop = new ShopClient(address, keys);
        readRules(shop);
        place(shop);
        refuse(shop);
        pay(shop);
        talk(shop);
        send(shop);
        lookBack(shop);
        return seen;
    }

    private void readRules(ShopClient shop) throws ApiException {
        for (Workflow workflow : shop.workflows("staff").listWorkflows(null, null)) {
            seen.add("sells by " + workflow.getName() + " in " + workflow.getLanguages());
        }
        Map<String, Object> file = shop.workflows("staff").getWorkflow("bookstore", 1, null, null);
        seen.add("rules of " + file.get("workflow") + " " + file.get("version"));
        String diagram = shop.workflows("staff").getDiagram("bookstore", "mermaid", null, null, "pl");
        seen.add("drawn as "
                + diagram.lines()
                        .filter(line -> line.contains("Diagram"))
                        .findFirst()
                        .orElseThrow());
    }

    private void place(ShopClient shop) throws ApiException {
        NewOrder order = new NewOrder()
                .number(NUMBER)
                .workflow("bookstore")
                .customer(new Customer().email(EMAIL).name("Ijon Tichy").language("en"))
                .addLinesItem(new NewLine().sku("978-1").title("Solaris").quantity(2).price("39.90 PLN"))
                .putDataItem("payment", "prepaid");
        String key = ShopClient.newKey();
        Order placed = shop.orders("customer").placeOrder(order, key, null);
        Order again = shop.orders("customer").placeOrder(order, key, null);
        seen.add("placed: " + placed.getStatus().getLabel() + ", and once: " + placed.equals(again));
        seen.add("costs: " + placed.getTotal() + ", line " + placed.getLines().get(0).getId());
    }

    private void refuse(ShopClient shop) throws Exception {
        for (Action action : shop.orders("staff").getActions(NUMBER, null, null).getActions()) {
            seen.add("staff: " + action.getEvent()
                    + (action.getPossible()
                            ? ""
                            : ": " + action.getReasons().get(0).getCode()));
        }
        NewEvent ship = new NewEvent().event("ship").putDataItem("tracking-number", "6200001");
        Problem problem = ShopClient.problem(() -> shop.fire("staff", NUMBER, ship));
        seen.add(problem.getStatus() + " " + problem.getType());
        problem.getReasons().forEach(reason -> seen.add(reason.getCode() + " " + reason.getParams()));
    }

    private void pay(ShopClient shop) throws Exception {
        ApiResponse<Order> before = shop.orders("platform").getOrderWithHttpInfo(NUMBER, null, null);
        NewEvent pay = new NewEvent().event("pay");
        Order would = shop.orders("platform").fireEvent(NUMBER, pay, true, null, null, null);
        Order paid = shop.orders("platform").fireEvent(NUMBER, pay, null, ShopClient.newKey(), ShopClient.tag(before), null);
        seen.add("would be " + would.getStatus().getName() + ", is "
                + paid.getStatus().getName());
        Problem late = ShopClient.problem(() -> shop.orders("staff")
                .fireEvent(NUMBER, new NewEvent().event("release"), null, ShopClient.newKey(), ShopClient.tag(before), null));
        seen.add(late.getStatus() + " " + late.getDetail());
    }

    private void talk(ShopClient shop) throws Exception {
        Lookup found = shop.lookup().lookUp(new LookupRequest().number(NUMBER).email(EMAIL), null);
        shop.conversationByTicket(found.getTicket())
                .addComment(NUMBER, new NewComment().text("Please wrap it."), ShopClient.newKey(), null);
        shop.conversation("staff")
                .addComment(NUMBER, new NewComment().text("Which paper?").internal(true), null, null);
        Path photo = Files.writeString(Files.createTempFile("photo", ".txt"), "red paper");
        HistoryEntry sent = shop.conversation("staff")
                .addAttachments(NUMBER, ShopClient.newKey(), null, List.of(photo.toFile()), false, "Like this?");
        Files.delete(photo);
        byte[] kept = shop.file("customer", NUMBER, sent.getAttachments().get(0).getSha256());
        for (HistoryEntry comment : shop.conversation("customer").listComments(NUMBER, null, null)) {
            seen.add(comment.getActor().getRole() + " says: " + comment.getText());
        }
        seen.add("and shows " + new String(kept, StandardCharsets.UTF_8));
        Order muted = shop.orders("customer").setMuted(NUMBER, new Mute().muted(true), null);
        seen.add("no more mails: " + muted.getMuted());
    }

    private void send(ShopClient shop) throws Exception {
        shop.fire("staff", NUMBER, new NewEvent().event("release"));
        Problem missing = ShopClient.problem(() -> shop.fire("staff", NUMBER, new NewEvent().event("ship")));
        seen.add(missing.getStatus() + " " + missing.getErrors().get(0).getPointer());
        Order sent = shop.fire(
                "staff",
                NUMBER,
                new NewEvent()
                        .event("ship")
                        .putDataItem("tracking-number", "6200001")
                        .putDataItem("carrier", "inpost"));
        seen.add("sent: " + sent.getParcels().get(0).getLink());
        Order delivered = shop.fire("carrier", NUMBER, new NewEvent().event("deliver"));
        seen.add("done: " + delivered.getDone());
    }

    private void lookBack(ShopClient shop) throws ApiException {
        for (HistoryEntry entry : shop.orders("staff").getHistory(NUMBER, null, "pl")) {
            seen.add(entry.getSequence() + " " + entry.getType()
                    + (entry.getTo() == null ? "" : " to " + entry.getTo().getLabel()));
        }
        int active = shop.orders("staff")
                .listOrders("bookstore", List.of(), true, null, null, null, null, null)
                .getOrders()
                .size();
        seen.add("left to do: " + active);
    }
}
