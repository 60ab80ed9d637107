package dev.orderly.http.live;

import dev.orderly.order.Activity;
import dev.orderly.order.Order;

/** What happened to an order, and the order afterwards. */
record OrderChange(Order order, Activity entry) {}
