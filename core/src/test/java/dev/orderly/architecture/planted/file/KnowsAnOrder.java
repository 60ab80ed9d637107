package dev.orderly.architecture.planted.file;

import dev.orderly.architecture.planted.order.Thing;

/** Breaks a rule on purpose. */
record KnowsAnOrder(Thing thing) {}
