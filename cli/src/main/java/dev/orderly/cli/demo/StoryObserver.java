package dev.orderly.cli.demo;

import dev.orderly.decision.Rejected;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.Data;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An observer of one order's story. */
interface StoryObserver {

    /** Before the story begins: where the order is kept, and the story's clock. */
    void comes(OrderStore store, Clock clock);

    /** Something happened. */
    void happened(TransitionEntry entry, @Nullable Order before, Order after);

    /** Something was refused; the order is as it was. */
    void refused(Instant at, String event, Actor actor, Data data, Rejected rejected);

    /** Something was said. */
    void said(Instant at, Actor actor, String text);

    /** Something that is not an event. */
    void remark(Instant at, String word, String text);
}
