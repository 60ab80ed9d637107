package dev.orderly.client.journey;

import dev.orderly.client.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openapitools.client.model.Customer;
import org.openapitools.client.model.NewEvent;
import org.openapitools.client.model.NewLine;
import org.openapitools.client.model.NewOrder;
import org.openapitools.client.model.Order;
import org.openapitools.client.model.Problem;

/** A parcel for a pickup point, where the customer must show the order's number. */
public final class PickupPointJourney implements Journey {

    private static final String NUMBER = "P-1";

    @Override
    public List<String> travel(String address, Map<String, String> keys) throws Exception {
        List<String> seen = new ArrayList<>();
        ShopClient shop = new ShopClient(address, keys);
        NewOrder order = new NewOrder()
                .number(NUMBER)
                .workflow("pickup-point")
                .customer(new Customer().email("ijon.tichy@example.com").language("ru"))
                .addLinesItem(new NewLine().sku("A-7").title("Kettle").quantity(1))
                .putDataItem("delivery", "pickup");
        seen.add(shop.orders("customer")
                .placeOrder(order, ShopClient.newKey(), null)
                .getStatus()
                .getName());
        seen.add(shop.fire("platform", NUMBER, new NewEvent().event("pay"))
                .getStatus()
                .getName());
        seen.add(shop.fire("staff", NUMBER, new NewEvent().event("arrive"))
                .getStatus()
                .getName());

        NewEvent wrong = new NewEvent().event("issue").putDataItem("order-number", "P-2");
        Problem problem = ShopClient.problem(() -> shop.fire("staff", NUMBER, wrong));
        seen.add(problem.getStatus() + " " + problem.getReasons().get(0).getCode());

        NewEvent right = new NewEvent().event("issue").putDataItem("order-number", NUMBER);
        Order issued = shop.fire("staff", NUMBER, right);
        seen.add(issued.getStatus().getName() + ", done: " + issued.getDone());
        return seen;
    }
}
