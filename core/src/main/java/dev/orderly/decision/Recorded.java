package dev.orderly.decision;

import dev.orderly.order.Activity;
import dev.orderly.order.Order;

/**
 * A comment or a change of notifications that was taken down.
 *
 * @param order the order afterwards
 * @param entry the entry that its activity log gained; where nothing had to change, the one since which it is so
 */
public record Recorded(Order order, Activity entry) implements CommentResult {}
