package dev.orderly.order;

import java.util.List;

/**
 * What is settled when an order is placed.
 *
 * @param number the order's number
 * @param workflow the name of the workflow that it follows
 * @param version the version of that workflow
 * @param customer who ordered
 * @param lines what was ordered
 */
public record Placement(String number, String workflow, int version, Customer customer, List<Line> lines) {

    public Placement {
        if (number.isBlank()) {
            throw new IllegalArgumentException("an order's number cannot be blank");
        }
        lines = List.copyOf(lines);
    }
}
