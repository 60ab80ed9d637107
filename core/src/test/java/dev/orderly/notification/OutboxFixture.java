package dev.orderly.notification;

import dev.orderly.Orders;
import dev.orderly.SettableClock;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OutboxEntry;
import dev.orderly.store.OutboxMessage;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Orders in memory whose customer is notified of every step, with a clock that stands still until it is moved. */
final class OutboxFixture {

    static final Workflow WORKFLOW = Workflow.builder("telling")
            .status("new", s -> {})
            .status("packed", s -> {})
            .status("sent", s -> s.done())
            .transition("place", t -> t.to("new").by("customer").notifying("customer"))
            .transition("pack", t -> t.from("new").to("packed").by("staff").notifying("customer"))
            .transition("send", t -> t.from("packed").to("sent").by("staff").notifying("customer"))
            .transition(
                    "call",
                    t -> t.from("new", "packed", "sent")
                            .by("staff")
                            .notifying(NotificationRule.of("customer")
                                    .withChannel("sms")
                                    .withAlways(true)))
            .build();

    final InMemoryOrderStore store = new InMemoryOrderStore();
    final SettableClock clock = new SettableClock();
    final Orders orders = Orders.builder(store).workflow(WORKFLOW).clock(clock).build();

    void place(String number) {
        orders.place(number, Request.of("place", Actor.of("customer")));
    }

    void place(int from, int to) {
        for (int i = from; i <= to; i++) {
            place("A-" + i);
        }
    }

    void fire(String number, String event) {
        orders.fire(number, Request.of(event, Actor.of("staff")));
    }

    void mute(String number) {
        orders.mute(number, Actor.of("customer"), true);
    }

    /** A dispatcher whose waits are never shortened by chance. */
    DispatcherBuilder dispatcher() {
        RandomGenerator never = () -> 0;
        return Dispatcher.builder(store).clock(clock).random(never);
    }

    List<OutboxEntry> pending(String number) {
        return store.outbox().pending(number);
    }

    List<OutboxMessage> deadLetters() {
        return store.outbox().deadLettered(1000).stream()
                .map(OutboxEntry::message)
                .toList();
    }

    /** Runs a dispatcher every so often. */
    void let(Duration time, Duration every, Dispatcher... dispatchers) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(every)) {
            clock.advance(every);
            for (Dispatcher dispatcher : dispatchers) {
                dispatcher.run();
            }
        }
    }
}
