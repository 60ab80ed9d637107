package corner;

import dev.orderly.Orders;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;

/** Places an order of a preset, and prints its status and a refusal. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Workflow bookstore = Presets.bookstore();
        Orders orders = Orders.inMemory(bookstore);
        orders.place("2026/118", Request.of("place", Actor.of("customer")).with("payment", "prepaid"));
        String status = orders.find("2026/118").orElseThrow().status();
        System.out.println(Orders.class.getModule());
        System.out.println(bookstore.statusLabel(status, "en"));
        if (orders.fire("2026/118", Request.of("sing", Actor.of("staff"))) instanceof Rejected refusal) {
            System.out.println(refusal.explain(bookstore, "en"));
        }
    }
}
