package dev.orderly.testkit.internal.scenario;

import dev.orderly.decision.LineQuantity;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.List;

/** Units that a request can name. */
public final class NamedItems {

    /** More ways to name some units than this are not tried. */
    private static final int MOST = 2_000;

    private NamedItems() {}

    /** Nothing, which means all that can move; or by name, all in some of the item statuses that a transition takes from. */
    public static List<List<LineQuantity>> whole(Transition transition, OrderView order) {
        return every(transition, order, count -> new int[] {0, count});
    }

    /** Nothing, and every way to name some units by line and item status; of each, none, one, all but one, or all. */
    public static List<List<LineQuantity>> some(Transition transition, OrderView order) {
        return every(transition, order, count -> count < 3 ? range(count) : new int[] {0, 1, count - 1, count});
    }

    private static int[] range(int count) {
        int[] range = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            range[i] = i;
        }
        return range;
    }

    private interface Quantities {

        int[] of(int count);
    }

    private static List<List<LineQuantity>> every(Transition transition, OrderView order, Quantities quantities) {
        ItemMove move = transition.itemMove();
        ItemCounts counts = order.items();
        List<List<LineQuantity>> all = new ArrayList<>(List.of(List.of()));
        if (move == null) {
            return all;
        }
        for (String line : counts.lines()) {
            for (String status : move.from()) {
                int count = counts.count(line, status);
                if (count > 0) {
                    List<List<LineQuantity>> more = new ArrayList<>();
                    for (List<LineQuantity> named : all) {
                        for (int quantity : quantities.of(count)) {
                            List<LineQuantity> longer = new ArrayList<>(named);
                            if (quantity > 0) {
                                longer.add(LineQuantity.of(line, quantity).withFrom(status));
                            }
                            more.add(longer);
                        }
                    }
                    all = more.size() > MOST ? all : more;
                }
            }
        }
        return all;
    }

    /** Units that a transition can move, by chance; often nothing, which means all of them. */
    static List<LineQuantity> sensible(Transition transition, OrderView order, Choices choices) {
        ItemMove move = transition.itemMove();
        if (move == null || choices.oneIn(3)) {
            return List.of();
        }
        List<LineQuantity> named = new ArrayList<>();
        for (String line : order.items().lines()) {
            int available = move.available(order.items(), line);
            if (available > 0 && !choices.oneIn(3)) {
                named.add(LineQuantity.of(line, 1 + choices.pick(List.of(0, 1, 2)) % available));
            }
        }
        return named;
    }

    /** Units of which nothing need make sense. */
    static List<LineQuantity> nonsense(OrderView order, Choices choices) {
        List<String> lines = new ArrayList<>(order.items().lines());
        lines.addAll(List.of("", "1", "no such line"));
        List<LineQuantity> named = new ArrayList<>();
        do {
            named.add(LineQuantity.of(choices.pick(lines), choices.pick(List.of(1, 0, -1, 2, 7, Integer.MAX_VALUE)))
                    .withFrom(choices.oneIn(3) ? choices.pick(List.of("ordered", "sent", "", "nowhere")) : null));
        } while (choices.oneIn(2) && named.size() < 4);
        return named;
    }
}
